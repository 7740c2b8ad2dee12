import { describe, expect, it } from 'vitest';
import { children } from '../case/case.ts';
import { caseWithAllegation } from '../testing/case-with.ts';

describe('adding a passage', () => {
  it('anchors the allegation to one more place', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    const event = run({ type: 'add-passage', allegationId, span: { documentId, start: 34, end: 41 } });
    expect(event).toMatchObject({ type: 'passage-added', changes: [{ kind: 'passages', before: null }] });
    const passages = children(kase, ['passages', 'allegationId'], allegationId);
    expect(passages.map(({ selector }) => selector[0].exact)).toEqual([
      'The mill burned down 🔥 on Monday.',
      'Nobody ',
    ]);
    expect(passages[1]).toMatchObject({ documentId, allegationId, removed: false });
    expect(passages[1]?.selector[0].prefix).toBe('e mill burned down 🔥 on Monday. ');
  });

  it('refuses what is not a span of a document that is there', () => {
    const { refusal, documentId, allegationId } = caseWithAllegation();
    for (const span of [
      { documentId, start: 0, end: 1_000 },
      { documentId, start: 3, end: 3 },
      { documentId: 'id-none', start: 0, end: 3 },
    ]) {
      expect(refusal({ type: 'add-passage', allegationId, span })).toEqual({ code: 'not-a-span' });
    }
  });

  it('refuses an allegation that is not there or in the trash', () => {
    const { run, refusal, documentId, allegationId } = caseWithAllegation();
    const span = { documentId, start: 0, end: 3 };
    const missing = { code: 'not-found', kind: 'allegations' };
    expect(refusal({ type: 'add-passage', allegationId: 'id-none', span })).toEqual(missing);
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(refusal({ type: 'add-passage', allegationId, span })).toEqual(missing);
  });
});
