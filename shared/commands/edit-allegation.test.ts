import { describe, expect, it } from 'vitest';
import { caseWithAllegation, UNDO } from '../testing/case-with.ts';

describe('editing an allegation', () => {
  it('records only the fields that differ', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const before = kase.records.allegations.get(allegationId);
    const event = run({
      type: 'edit-allegation',
      id: allegationId,
      statement: before?.statement ?? '',
      priority: 'high',
      serious: false,
      tags: ['fire', ' fire'],
      notes: 'call the brigade',
      saidOn: '2026',
    });
    expect(event).toMatchObject({ type: 'allegation-edited' });
    expect(event.changes).toEqual([
      {
        kind: 'allegations',
        id: allegationId,
        before: { priority: 'normal', tags: [], notes: '', saidOn: null },
        after: { priority: 'high', tags: ['fire'], notes: 'call the brigade', saidOn: '2026' },
      },
    ]);
    expect(kase.records.allegations.get(allegationId)).toEqual({ ...before, ...event.changes[0]?.after });
  });

  it('leaves the finding and the reference alone', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const before = kase.records.allegations.get(allegationId);
    const sneaky = { ref: 'MIL-999', finding: { state: 'corroborated' } };
    run({ type: 'edit-allegation', id: allegationId, notes: 'x', ...sneaky });
    const { ref, finding } = kase.records.allegations.get(allegationId) ?? {};
    expect({ ref, finding }).toEqual({ ref: before?.ref, finding: before?.finding });
  });

  it('makes a new claimant on the way, or finds the one of that name', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const event = run({ type: 'edit-allegation', id: allegationId, claimant: 'Mayor' });
    expect(event.changes.map(({ kind }) => kind)).toEqual(['parties', 'allegations']);
    run({ type: 'edit-allegation', id: allegationId, claimant: 'fire BRIGADE' });
    expect([...kase.records.parties.values()].map(({ name }) => name)).toEqual(['Fire brigade', 'Mayor']);
  });

  it('changes the parties it touches as a whole, each found or made, the claimant too', () => {
    const { kase, run, refusal, allegationId: id } = caseWithAllegation();
    const allegation = () => kase.records.allegations.get(id);
    const names = () => allegation()?.touchedIds.map((each) => kase.records.parties.get(each)?.name);
    run({ type: 'edit-allegation', id, touches: ['Mill owner', 'fire brigade', 'mill OWNER', ' '] });
    expect(names()).toEqual(['Mill owner', 'Fire brigade']);
    expect(refusal({ type: 'edit-allegation', id, touches: ['mill owner', 'Fire brigade'] })).toEqual({
      code: 'nothing-changed',
    });
    const event = run({ type: 'edit-allegation', id, claimant: 'Mayor', touches: ['mayor', 'Heirs'] });
    expect(event.changes.map(({ kind }) => kind)).toEqual(['parties', 'parties', 'allegations']);
    expect(names()).toEqual(['Mayor', 'Heirs']);
    expect(allegation()?.touchedIds[0]).toBe(allegation()?.claimantId);
    run({ type: 'edit-allegation', id, touches: [] });
    expect(names()).toEqual([]);
    run(UNDO);
    expect(names()).toEqual(['Mayor', 'Heirs']);
  });

  it('changes when it happened, to the minute and its zone', () => {
    const { kase, run, allegationId: id } = caseWithAllegation();
    const happenedOn = '2026-11-16T12:10Z[Europe/Kyiv]';
    run({ type: 'edit-allegation', id, happenedOn });
    expect(kase.records.allegations.get(id)?.happenedOn).toBe(happenedOn);
    run({ type: 'edit-allegation', id, happenedOn: null });
    expect(kase.records.allegations.get(id)?.happenedOn).toBeNull();
  });

  it('takes a claimant away, by null and by an empty name', () => {
    for (const claimant of [null, ' ']) {
      const { kase, run, allegationId } = caseWithAllegation();
      run({ type: 'edit-allegation', id: allegationId, claimant });
      expect(kase.records.allegations.get(allegationId)?.claimantId).toBeNull();
    }
  });

  it('needs a statement, if one is given', () => {
    const { refusal, allegationId } = caseWithAllegation();
    expect(refusal({ type: 'edit-allegation', id: allegationId, statement: ' ' })).toEqual({
      code: 'text-needed',
      field: 'statement',
    });
  });

  it('refuses what changes nothing', () => {
    const { refusal, allegationId } = caseWithAllegation();
    const id = allegationId;
    const nothing = { code: 'nothing-changed' };
    expect(refusal({ type: 'edit-allegation', id })).toEqual(nothing);
    expect(refusal({ type: 'edit-allegation', id, claimant: ' fire brigade', assignee: '' })).toEqual(
      nothing,
    );
    expect(refusal({ type: 'edit-allegation', id, tags: [' '] })).toEqual(nothing);
  });

  it('refuses what is not there or in the trash', () => {
    const { run, refusal, allegationId } = caseWithAllegation();
    const missing = { code: 'not-found', kind: 'allegations' };
    expect(refusal({ type: 'edit-allegation', id: 'id-none', notes: 'x' })).toEqual(missing);
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(refusal({ type: 'edit-allegation', id: allegationId, notes: 'x' })).toEqual(missing);
  });
});
