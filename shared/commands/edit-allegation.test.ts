import { describe, expect, it } from 'vitest';
import { caseWithAllegation } from '../testing/case-with.ts';

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
