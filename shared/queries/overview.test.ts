import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { present } from '../case/case.ts';
import { DEFAULT_STANDARD } from '../case/standard.ts';
import { STATES } from '../case/words.ts';
import { openCase } from '../migrations/open-case.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import {
  caseWith,
  caseWithAllegation,
  evidenceOn,
  newest,
  responseOn,
  textOfCase,
  UNDO,
} from '../testing/case-with.ts';
import { exhibitWith } from '../testing/case-with-everything.ts';
import { namesOf, overviewOf } from './overview.ts';
import { trashOf } from './trash.ts';

describe('the overview', () => {
  it('of a new case is all nothing', () => {
    const { kase } = caseWith();
    expect(overviewOf(kase)).toEqual({
      id: 'id-1',
      title: 'Mill fire',
      standard: DEFAULT_STANDARD,
      publisher: null,
      scale: null,
      counts: { unverified: 0, corroborated: 0, denied: 0 },
      events: 1,
      head: kase.history[0]?.hash,
      undo: null,
      redo: null,
      trashed: 0,
    });
  });

  it('counts allegations by state, without those in the trash', () => {
    const { kase, run } = caseWithAllegation();
    for (let count = 0; count < 5; count++) run({ type: 'record-allegation', statement: 'x', passage: null });
    const ids = [...kase.records.allegations.keys()];
    const reason = { reason: 'x', override: 'x' } as const;
    const move = (at: number, to: 'corroborated' | 'denied') =>
      run({ type: 'move-allegation', id: ids[at] ?? '', to, basis: 'evidence', ...reason });
    move(0, 'corroborated');
    move(1, 'corroborated');
    move(2, 'denied');
    run({ type: 'remove', kind: 'allegations', id: ids[1] ?? '' });
    expect(overviewOf(kase).counts).toEqual({ unverified: 3, corroborated: 1, denied: 1 });
  });

  it('counts in the trash what the trash lists', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId));
    run(responseOn(allegationId));
    for (const kind of ['evidence', 'responses', 'passages', 'allegations', 'documents'] as const)
      run({ type: 'remove', kind, id: newest(kase, kind).id });
    expect(overviewOf(kase).trashed).toBe(5);
    expect(trashOf(kase)).toHaveLength(5);
  });

  it('counts what there is, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40, size: 'max' }), (numbers) => {
        const { kase } = caseFrom(numbers);
        const { counts, trashed } = overviewOf(kase);
        const there = present(kase.records.allegations.values());
        for (const state of STATES)
          expect(counts[state]).toBe(there.filter(({ finding }) => finding.state === state).length);
        expect(trashed).toBe(trashOf(kase).length);
        const opened = openCase(textOfCase(kase));
        expect(opened.ok && overviewOf(opened.value)).toEqual(overviewOf(kase));
      }),
      { numRuns: 40 },
    );
  });

  it('says what would be undone and redone', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run({ type: 'edit-allegation', id: allegationId, notes: 'x' });
    run({ type: 'edit-case', title: 'Fire' });
    run(UNDO);
    expect(overviewOf(kase)).toMatchObject({
      undo: { action: { word: 'history.actions.allegation-edited' }, on: 'MIL-001' },
      redo: { action: { word: 'history.actions.case-edited' }, on: 'Fire' },
      events: kase.history.length,
      head: kase.heads[0],
    });
    while (kase.undo.length > 0) run(UNDO);
    expect(overviewOf(kase)).toMatchObject({
      undo: null,
      redo: { action: { word: 'history.actions.document-added' } },
    });
  });
});

describe('the names to offer', () => {
  it('are those of parties, sources and exhibits, none of them in the trash', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId, { source: { name: 'Log', kind: 'record', party: 'Town' } }));
    run(evidenceOn(allegationId));
    run({ type: 'add-source', name: 'Gone', kind: 'other', party: null });
    run({ type: 'remove', kind: 'sources', id: newest(kase, 'sources').id });
    run(exhibitWith());
    const id = (kind: 'parties' | 'sources', at: number) => [...kase.records[kind].keys()][at];
    expect(namesOf(kase)).toEqual({
      parties: [
        { id: id('parties', 0), name: 'Fire brigade' },
        { id: id('parties', 1), name: 'Town' },
      ],
      sources: [
        { id: id('sources', 0), name: 'Log', kind: 'record', confidential: false, party: 'Town' },
        { id: id('sources', 1), name: 'A neighbour', kind: 'person', confidential: false, party: null },
      ],
      exhibits: [{ id: newest(kase, 'exhibits').id, number: 1, title: 'The mill after the fire' }],
    });
  });
});

describe('the trash', () => {
  it('calls everything as people do', () => {
    const { kase, run, allegationId, documentId } = caseWithAllegation();
    expect(trashOf(kase)).toEqual([]);
    run(evidenceOn(allegationId));
    run(responseOn(allegationId));
    const ids = { evidence: newest(kase, 'evidence').id, responses: newest(kase, 'responses').id };
    run({ type: 'remove', kind: 'responses', id: ids.responses });
    run({ type: 'remove', kind: 'evidence', id: ids.evidence });
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    run({ type: 'remove', kind: 'documents', id: documentId });
    const ref = 'MIL-001';
    expect(trashOf(kase)).toEqual([
      { kind: 'documents', id: documentId, ref: '', label: newest(kase, 'documents').title },
      { kind: 'allegations', id: allegationId, ref, label: 'The mill burned down on Monday.' },
      { kind: 'evidence', id: ids.evidence, ref, label: 'A neighbour' },
      { kind: 'responses', id: ids.responses, ref, label: 'Mill owner' },
    ]);
    for (const { kind, id } of trashOf(kase)) run({ type: 'restore', kind, id });
    expect(trashOf(kase)).toEqual([]);
  });
});
