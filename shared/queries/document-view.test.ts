import { describe, expect, it } from 'vitest';
import { ARTICLE, caseWithAllegation, newest } from '../testing/case-with.ts';
import { queryOn } from '../testing/case-with-everything.ts';
import { documentTitles, documentView } from './document-view.ts';

describe('the view of a document', () => {
  it('marks its passages in reading order, the shorter first where they begin alike', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    const mark = (start: number, end: number) =>
      run({ type: 'add-passage', allegationId, span: { documentId, start, end } });
    mark(40, 50);
    mark(0, 8);
    mark(34, 40);
    const view = documentView(kase, documentId);
    expect(view?.document.text).toBe(ARTICLE);
    expect(view?.passages.map(({ start, end }) => [start, end])).toEqual([
      [0, 8],
      [0, 33],
      [34, 40],
      [40, 50],
    ]);
    expect(view?.passages[1]).toEqual({
      passageId: [...kase.records.passages.keys()][0],
      allegationId,
      ref: 'MIL-001',
      state: 'unverified',
      doubt: null,
      start: 0,
      end: 33,
    });
  });

  it('marks the state as it is now', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    run({ type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'x', override: 'x' });
    expect(documentView(kase, documentId)?.passages).toMatchObject([{ state: 'corroborated' }]);
  });

  it('marks nothing of what is in the trash or of another document', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    run({ type: 'add-passage', allegationId, span: { documentId, start: 0, end: 3 } });
    run({ type: 'remove', kind: 'passages', id: newest(kase, 'passages').id });
    expect(documentView(kase, documentId)?.passages).toHaveLength(1);
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(documentView(kase, documentId)?.passages).toEqual([]);
    run({ type: 'add-document', title: 'Other', text: 'x', format: 'text', fileName: null });
    expect(documentView(kase, newest(kase, 'documents').id)?.passages).toEqual([]);
  });

  it('has its queries in reading order, decided or not, with the allegation each came up with', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    const ask = (start: number, end: number, of: string | null = null) =>
      run(queryOn(documentId, { span: { documentId, start, end }, allegationId: of }));
    ask(34, 40);
    ask(21, 22, allegationId);
    ask(0, 3);
    run({ type: 'remove', kind: 'queries', id: newest(kase, 'queries').id });
    const shown = () =>
      documentView(kase, documentId)?.queries.map(({ number, start, end, ref }) => [number, start, end, ref]);
    expect(shown()).toEqual([
      [2, 21, 22, 'MIL-001'],
      [1, 34, 40, null],
    ]);
    const [first] = kase.records.queries.keys();
    const stet = { decision: 'stet', wording: null, reason: 'It holds.', decidedBy: 'Editor' } as const;
    run({ type: 'decide-query', id: first ?? '', ...stet });
    expect(documentView(kase, documentId)?.queries[1]).toMatchObject({ number: 1, decision: 'stet' });
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(shown()?.[0]).toEqual([2, 21, 22, null]);
  });

  it('is none for what is not there or in the trash', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    expect(documentView(kase, 'id-none')).toBeNull();
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    run({ type: 'remove', kind: 'documents', id: documentId });
    expect([documentView(kase, documentId), documentTitles(kase)]).toEqual([null, []]);
  });

  it('is light where only titles are needed', () => {
    const { kase } = caseWithAllegation();
    const { id, title, fileName, sha256, addedAt } = newest(kase, 'documents');
    expect(documentTitles(kase)).toEqual([{ id, title, fileName, sha256, addedAt, versions: 1 }]);
  });
});
