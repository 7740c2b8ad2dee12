import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../case/case.ts';
import type { Event } from '../events/event.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import { caseWithAllegation, newest, recordOn, UNDO } from '../testing/case-with.ts';
import { caseWithEverything, queryOn } from '../testing/case-with-everything.ts';
import { changeOf } from './change.ts';
import { detailsOf } from './details.ts';
import { documentTitles, documentView } from './document-view.ts';
import { historyOf } from './history.ts';
import { overviewOf } from './overview.ts';
import { rowsOf, type AllegationRow } from './rows.ts';

describe('the change an event makes', () => {
  it('is a row to replace and what to ask for again', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    const event = run({ type: 'edit-allegation', id: allegationId, notes: 'x' });
    expect(changeOf(kase, event)).toEqual({
      rows: [...rowsOf(kase)],
      gone: [],
      touched: [allegationId, documentId],
      everything: false,
      overview: overviewOf(kase),
      documents: null,
      lines: historyOf(kase, { limit: 1 }),
    });
  });

  it('is a row that leaves with what goes to the trash, and comes back', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    const removed = run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(changeOf(kase, removed)).toMatchObject({
      rows: [],
      gone: [allegationId],
      touched: [allegationId, documentId],
    });
    expect(changeOf(kase, run(UNDO))).toMatchObject({ rows: [{ id: allegationId }], gone: [] });
  });

  it('reaches every allegation that a source speaks to', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(recordOn(allegationId));
    run({ type: 'record-allegation', statement: 'other', passage: null });
    const other = newest(kase, 'allegations').id;
    run(recordOn(other));
    run({ type: 'record-allegation', statement: 'unconcerned', passage: null });
    const event = run({ type: 'edit-source', id: newest(kase, 'sources').id, party: 'Fire brigade' });
    const { rows, touched } = changeOf(kase, event);
    expect(rows.map(({ id }) => id)).toEqual([allegationId, other]);
    expect(touched).toEqual(expect.arrayContaining([allegationId, other]));
    expect(touched).not.toContain(newest(kase, 'allegations').id);
  });

  it('reaches the allegations whose evidence is derived from what a source has first-hand', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run({ type: 'add-source', name: 'Agency', kind: 'outlet', party: null });
    const sourceId = newest(kase, 'sources').id;
    run(recordOn(allegationId, { origin: { type: 'derived-source', sourceId } }));
    const event = run({ type: 'edit-source', id: sourceId, party: 'Fire brigade' });
    expect(changeOf(kase, event)).toMatchObject({ rows: [{ id: allegationId }] });
  });

  it('reaches the document of a query, whatever was done to it, and the allegation it came up with', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    const touched = (command: Parameters<typeof run>[0]) => changeOf(kase, run(command)).touched;
    expect(touched(queryOn(documentId))).toEqual([documentId]);
    const { id } = newest(kase, 'queries');
    const stet = { decision: 'stet', wording: null, reason: 'x', decidedBy: null } as const;
    expect(touched({ type: 'edit-query', id, question: 'x' })).toEqual([documentId]);
    expect(touched({ type: 'decide-query', id, ...stet })).toEqual([documentId]);
    expect(touched({ type: 'remove', kind: 'queries', id })).toEqual([documentId]);
    expect(touched(queryOn(documentId, { allegationId }))).toEqual([allegationId, documentId]);
  });

  it('reaches both ends of a relation, and those that one is related to when it moves', () => {
    const { kase, run, allegationId, otherId } = caseWithEverything();
    const { id } = newest(kase, 'relations');
    const removed = run({ type: 'remove', kind: 'relations', id });
    expect(changeOf(kase, removed).rows.map((row) => row.id)).toEqual([allegationId, otherId]);
    run(UNDO);
    const moved = run({ type: 'move-allegation', id: otherId, to: 'unverified', reason: 'x' });
    expect(changeOf(kase, moved).touched).toEqual(expect.arrayContaining([allegationId, otherId]));
  });

  it('reaches the allegations whose evidence shows an exhibit', () => {
    const { kase, run, allegationId } = caseWithEverything();
    const { id } = newest(kase, 'exhibits');
    run({ type: 'edit-evidence', id: newest(kase, 'evidence').id, exhibitId: id });
    expect(changeOf(kase, run({ type: 'edit-exhibit', id, title: 'x' })).touched).toEqual([allegationId]);
  });

  it('reaches the document of a passage that was undone', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    run({ type: 'add-passage', allegationId, span: { documentId, start: 0, end: 3 } });
    expect(changeOf(kase, run(UNDO)).touched).toEqual(expect.arrayContaining([allegationId, documentId]));
  });
});

it('the change of a document’s title reaches the allegations anchored to it, and those of its queries', () => {
  const { kase, run, documentId, allegationId } = caseWithAllegation();
  run({ type: 'record-allegation', statement: 'x', passage: null });
  const otherId = newest(kase, 'allegations').id;
  run(queryOn(documentId, { allegationId: otherId }));
  const event = run({ type: 'edit-document', id: documentId, title: 'Front page' });
  expect(detailsOf(kase, allegationId)?.passages).toMatchObject([{ documentTitle: 'Front page' }]);
  expect(detailsOf(kase, otherId)?.queries).toMatchObject([{ documentTitle: 'Front page' }]);
  expect(changeOf(kase, event).touched).toEqual(expect.arrayContaining([allegationId, otherId]));
});

describe('a window that only hears of changes', () => {
  const seeds = fc.array(fc.nat(), { maxLength: 40, size: 'max' });
  const settings = { numRuns: 60 };

  it('holds the rows as they are, whatever is done', () => {
    fc.assert(
      fc.property(seeds, (numbers) => {
        const held = new Map<string, AllegationRow>();
        let titles: unknown[] | null = null;
        const { kase } = caseFrom(numbers, (now, event) => {
          const { rows, gone, overview, documents, lines } = changeOf(now, event);
          titles = documents ?? titles ?? documentTitles(now);
          expect(titles).toEqual(documentTitles(now));
          for (const row of rows) held.set(row.id, row);
          for (const id of gone) held.delete(id);
          expect(overview).toEqual(overviewOf(now));
          expect(lines).toMatchObject([{ id: event.id }]);
        });
        expect(held).toEqual(new Map([...rowsOf(kase)].map((row) => [row.id, row])));
      }),
      settings,
    );
  });

  it('asks again for every detail and every document view that differs', () => {
    fc.assert(
      fc.property(seeds, (numbers) => {
        let before = new Map<string, string>();
        caseFrom(numbers, (kase, event) => {
          const after = shown(kase);
          const { touched, everything } = changeOf(kase, event);
          const heard = everything ? [...touched, ...kase.records.allegations.keys()] : touched;
          expect([...unheard(before, after, heard)]).toEqual([]);
          before = after;
        });
      }),
      settings,
    );
  });

  /** What a window may show of a case by id, as text, but for the lines of history and the titles of documents. */
  function shown(kase: Case): Map<string, string> {
    const all = new Map<string, string>();
    for (const id of kase.records.allegations.keys()) {
      const details = detailsOf(kase, id);
      const passages = details?.passages.map((passage) => ({ ...passage, documentTitle: '' }));
      all.set(id, JSON.stringify({ ...details, passages, history: [] }));
    }
    for (const id of kase.records.documents.keys()) all.set(id, JSON.stringify(documentView(kase, id)));
    return all;
  }

  /** The ids of what differs and was not said to be touched. */
  function* unheard(before: Map<string, string>, after: Map<string, string>, touched: Event['parents']) {
    for (const id of new Set([...before.keys(), ...after.keys()]))
      if (before.has(id) && before.get(id) !== after.get(id) && !touched.includes(id)) yield id;
  }
});
