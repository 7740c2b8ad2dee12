import { describe, expect, it } from 'vitest';
import { assessAllegation } from '../standard/gate.ts';
import { caseWithAllegation, newest, recordOn, recordsOf, UNDO } from '../testing/case-with.ts';

/** A case whose allegation is supported by one record. */
function bench() {
  const made = caseWithAllegation();
  made.run(recordOn(made.allegationId));
  const { id } = newest(made.kase, 'sources');
  return { ...made, id, source: () => made.kase.records.sources.get(id) };
}

describe('editing a source', () => {
  it('records only the fields that differ', () => {
    const { kase, run, id, source } = bench();
    const event = run({ type: 'edit-source', id, name: ' Log of alarms ', kind: 'record', party: 'Town' });
    expect(event.type).toBe('source-edited');
    const party = newest(kase, 'parties');
    expect(event.changes).toEqual([
      { kind: 'parties', id: party.id, before: null, after: party },
      {
        kind: 'sources',
        id,
        before: { name: 'Fire log', partyId: null },
        after: { name: 'Log of alarms', partyId: party.id },
      },
    ]);
    expect(source()).toEqual({
      id,
      name: 'Log of alarms',
      kind: 'record',
      partyId: party.id,
      interests: '',
      reliability: 'F',
      confidential: false,
      commitment: null,
      erasedAt: null,
      mergedIntoId: null,
      removed: false,
    });
  });

  it('takes what is known of it', () => {
    const { run, id, source } = bench();
    run({ type: 'edit-source', id, interests: ' Pays the fire brigade. ', reliability: 'B' });
    expect(source()).toMatchObject({
      interests: 'Pays the fire brigade.',
      reliability: 'B',
      name: 'Fire log',
    });
  });

  it('takes its party away', () => {
    const { run, id, source } = bench();
    run({ type: 'edit-source', id, party: 'Town' });
    run({ type: 'edit-source', id, party: ' ' });
    expect(source()?.partyId).toBeNull();
  });

  it('counts for nothing once it turns out to speak for the claimant', () => {
    const { kase, run, id, allegationId } = bench();
    const met = () => {
      const allegation = kase.records.allegations.get(allegationId);
      return allegation && assessAllegation(kase, allegation).supports.met;
    };
    expect(met()).toBe(true);
    run({ type: 'edit-source', id, party: 'Fire brigade' });
    expect(met()).toBe(false);
  });

  it('is found by its new name and no more by its old one', () => {
    const { kase, run, id, allegationId } = bench();
    run({ type: 'edit-source', id, name: 'Log of alarms' });
    run(recordOn(allegationId, { source: { name: 'LOG of alarms', kind: 'other', party: null } }));
    expect(newest(kase, 'evidence').sourceId).toBe(id);
    run(recordOn(allegationId));
    expect(newest(kase, 'evidence').sourceId).not.toBe(id);
  });

  it('is found by a name that another source had too', () => {
    const { kase, run, id, allegationId } = bench();
    run(recordOn(allegationId, { source: { name: 'Other', kind: 'record', party: null } }));
    const other = newest(kase, 'sources').id;
    run({ type: 'edit-source', id: other, name: 'Fire log' });
    run({ type: 'edit-source', id, name: 'Log of alarms' });
    run(recordOn(allegationId, { source: { name: 'Fire log', kind: 'record', party: null } }));
    expect(newest(kase, 'evidence').sourceId).toBe(other);
  });

  it('makes it confidential with the description agreed with it, in place of its name', () => {
    const { kase, run, refusal, id, source } = bench();
    const hide = { type: 'edit-source', id, confidential: true } as const;
    for (const name of [undefined, 'Fire log', ' fire  LOG '])
      expect(refusal({ ...hide, name })).toEqual({ code: 'description-needed' });
    expect(refusal({ ...hide, name: ' ' })).toEqual({ code: 'text-needed', field: 'name' });
    const before = recordsOf(kase);
    run({ ...hide, name: 'A record of the town' });
    expect(source()).toMatchObject({ confidential: true, name: 'A record of the town', commitment: null });
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
  });

  it('leaves the description of one that is confidential to be bettered or kept', () => {
    const { run, id, source } = bench();
    run({ type: 'edit-source', id, confidential: true, name: 'A record of the town' });
    run({ type: 'edit-source', id, confidential: true, reliability: 'C' });
    run({ type: 'edit-source', id, name: 'A document of the town' });
    expect(source()).toMatchObject({ confidential: true, name: 'A document of the town', reliability: 'C' });
  });

  it('needs a name, if one is given', () => {
    const { refusal, id } = bench();
    expect(refusal({ type: 'edit-source', id, name: ' ' })).toEqual({ code: 'text-needed', field: 'name' });
  });

  it('refuses what changes nothing and what is not there', () => {
    const { refusal, id } = bench();
    expect(refusal({ type: 'edit-source', id })).toEqual({ code: 'nothing-changed' });
    expect(refusal({ type: 'edit-source', id, name: 'Fire log ', party: null })).toEqual({
      code: 'nothing-changed',
    });
    expect(refusal({ type: 'edit-source', id: 'id-none', kind: 'other' })).toEqual({
      code: 'not-found',
      kind: 'sources',
    });
  });
});
