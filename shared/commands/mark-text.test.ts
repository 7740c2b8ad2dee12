import { describe, expect, it } from 'vitest';
import { caseWithAllegation, newest, UNDO } from '../testing/case-with.ts';

const MARK = { type: 'mark-text', kind: 'nothing' } as const;

describe('marking words', () => {
  it('says of a span that it becomes no allegation, and who said so', () => {
    const { kase, run, documentId } = caseWithAllegation();
    run({ ...MARK, span: { documentId, start: 4, end: 8 } });
    const mark = newest(kase, 'marks');
    expect(mark).toMatchObject({ kind: 'nothing', documentId, by: 'M. K.', removed: false });
    expect(mark.selector[0].exact).toBe('mill');
    expect(mark.documentSha256).toBe(kase.records.documents.get(documentId)?.sha256);
  });

  it('is refused outside the text, and twice on the same words; another kind may be said of them, too', () => {
    const { run, refusal, documentId } = caseWithAllegation();
    const span = { documentId, start: 4, end: 8 };
    expect(refusal({ ...MARK, span: { ...span, end: 4_000 } })).toEqual({ code: 'not-a-span' });
    expect(refusal({ ...MARK, span: { ...span, documentId: 'id-none' } })).toEqual({ code: 'not-a-span' });
    run({ ...MARK, span });
    expect(refusal({ ...MARK, span })).toEqual({ code: 'nothing-changed' });
    run({ ...MARK, span, kind: 'opinion' });
  });

  it('is taken away and brought back', () => {
    const { kase, run, documentId } = caseWithAllegation();
    const span = { documentId, start: 4, end: 8 };
    run({ ...MARK, span });
    const { id } = newest(kase, 'marks');
    run({ type: 'remove', kind: 'marks', id });
    expect(kase.records.marks.get(id)?.removed).toBe(true);
    run({ ...MARK, span });
    run(UNDO);
    run(UNDO);
    expect(kase.records.marks.get(id)?.removed).toBe(false);
  });
});
