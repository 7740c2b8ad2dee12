import { describe, expect, it } from 'vitest';
import { ARTICLE, caseWithAllegation, newest } from '../testing/case-with.ts';
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
    expect(view?.marks.map(({ start, end }) => [start, end])).toEqual([
      [0, 8],
      [0, 33],
      [34, 40],
      [40, 50],
    ]);
    expect(view?.marks[1]).toEqual({
      passageId: [...kase.records.passages.keys()][0],
      allegationId,
      ref: 'MIL-001',
      state: 'unverified',
      start: 0,
      end: 33,
    });
  });

  it('marks the state as it is now', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    run({ type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'x', override: 'x' });
    expect(documentView(kase, documentId)?.marks).toMatchObject([{ state: 'corroborated' }]);
  });

  it('marks nothing of what is in the trash or of another document', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    run({ type: 'add-passage', allegationId, span: { documentId, start: 0, end: 3 } });
    run({ type: 'remove', kind: 'passages', id: newest(kase, 'passages').id });
    expect(documentView(kase, documentId)?.marks).toHaveLength(1);
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(documentView(kase, documentId)?.marks).toEqual([]);
    run({ type: 'add-document', title: 'Other', text: 'x', format: 'text', fileName: null });
    expect(documentView(kase, newest(kase, 'documents').id)?.marks).toEqual([]);
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
    expect(documentTitles(kase)).toEqual([{ id, title, fileName, sha256, addedAt }]);
  });
});
