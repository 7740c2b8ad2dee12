import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest, recordOn, UNDO } from '../testing/case-with.ts';
import { sourceDetails, sourceRows } from './sources-view.ts';

/** A case with two allegations and the sources “Fire log” on both and “A neighbour” on the first. */
function bench() {
  const made = caseWithAllegation();
  const { kase, run, allegationId } = made;
  run(recordOn(allegationId));
  const logId = newest(kase, 'sources').id;
  run(evidenceOn(allegationId, { locator: null }));
  const neighbourId = newest(kase, 'sources').id;
  run({ type: 'record-allegation', statement: 'Nobody was hurt.', passage: null });
  const otherId = newest(kase, 'allegations').id;
  run(recordOn(otherId, { stance: 'contradicts' }));
  run(recordOn(otherId, { stance: 'context' }));
  return { ...made, otherId, logId, neighbourId };
}

describe('the list of sources', () => {
  it('tells what is known of each and how much comes from it', () => {
    const { kase, run, logId, neighbourId } = bench();
    run({ type: 'edit-source', id: logId, party: 'Town', reliability: 'B', interests: 'None.' });
    expect(sourceRows(kase)).toEqual([
      {
        id: logId,
        name: 'Fire log',
        kind: 'record',
        reliability: 'B',
        confidential: false,
        interests: 'None.',
        party: 'Town',
        evidence: 3,
        allegations: 2,
      },
      {
        id: neighbourId,
        name: 'A neighbour',
        kind: 'person',
        reliability: 'F',
        confidential: false,
        interests: '',
        party: null,
        evidence: 1,
        allegations: 1,
      },
    ]);
  });

  it('leaves out what is in the trash, sources and evidence', () => {
    const { kase, run, logId } = bench();
    run({ type: 'remove', kind: 'evidence', id: newest(kase, 'evidence').id });
    run({ type: 'add-source', name: 'Gone', kind: 'other', party: null });
    run({ type: 'remove', kind: 'sources', id: newest(kase, 'sources').id });
    expect(sourceRows(kase).map(({ name }) => name)).toEqual(['Fire log', 'A neighbour']);
    expect(sourceRows(kase)[0]).toMatchObject({ id: logId, evidence: 2, allegations: 2 });
  });
});

describe('the details of a source', () => {
  it('tell where it is used, and whether that counts', () => {
    const { kase, logId, neighbourId } = bench();
    expect(sourceDetails(kase, logId)?.uses).toMatchObject([
      {
        ref: 'MIL-001',
        number: 1,
        stance: 'supports',
        state: 'unverified',
        verdict: { counts: true, as: 'primary' },
      },
      { ref: 'MIL-002', number: 1, stance: 'contradicts', verdict: { counts: true } },
      { ref: 'MIL-002', number: 2, stance: 'context', verdict: null },
    ]);
    expect(sourceDetails(kase, neighbourId)?.uses).toMatchObject([
      { ref: 'MIL-001', statement: 'The mill burned down on Monday.', verdict: { because: 'no-locator' } },
    ]);
  });

  it('leave out evidence and allegations in the trash', () => {
    const { kase, run, allegationId, logId } = bench();
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    run({ type: 'remove', kind: 'evidence', id: newest(kase, 'evidence').id });
    expect(sourceDetails(kase, logId)?.uses).toMatchObject([{ ref: 'MIL-002', number: 1 }]);
  });

  it('name the records that were merged into it, with their history', () => {
    const { kase, run, logId, neighbourId } = bench();
    run({ type: 'edit-source', id: neighbourId, reliability: 'C' });
    run({ type: 'merge-sources', id: neighbourId, intoId: logId });
    const details = sourceDetails(kase, logId);
    expect(details?.merged).toEqual([{ id: neighbourId, name: 'A neighbour' }]);
    expect(details?.uses).toHaveLength(4);
    expect(details?.history.map(({ type, params }) => [type, params['on']])).toEqual([
      ['sources-merged', 'A neighbour'],
      ['source-edited', 'A neighbour'],
      ['evidence-added', 'MIL-001'],
      ['evidence-added', 'MIL-001'],
    ]);
    expect(sourceDetails(kase, neighbourId)).toBeNull();
    run(UNDO);
    expect(sourceDetails(kase, logId)?.merged).toEqual([]);
    expect(sourceDetails(kase, neighbourId)?.uses).toHaveLength(1);
  });

  it('are none for what is not there or in the trash', () => {
    const { kase, run } = bench();
    expect(sourceDetails(kase, 'id-none')).toBeNull();
    run({ type: 'add-source', name: 'Gone', kind: 'other', party: null });
    const { id } = newest(kase, 'sources');
    run({ type: 'remove', kind: 'sources', id });
    expect(sourceDetails(kase, id)).toBeNull();
  });
});
