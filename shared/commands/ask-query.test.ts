import { describe, expect, it } from 'vitest';
import { caseWithAllegation, newest, recordsOf, UNDO } from '../testing/case-with.ts';
import { queryOn } from '../testing/case-with-everything.ts';
import { commandSchema } from './index.ts';

describe('asking a query', () => {
  it('anchors a question to the words it is about', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    const fields = { allegationId, question: ' Which mill? ', decider: ' The editor ' };
    const event = run(queryOn(documentId, { ...fields, span: { documentId, start: 4, end: 8 } }));
    expect(event).toMatchObject({ type: 'query-asked', changes: [{ kind: 'queries', before: null }] });
    expect(newest(kase, 'queries')).toEqual({
      id: newest(kase, 'queries').id,
      number: 1,
      documentId,
      documentSha256: kase.records.documents.get(documentId)?.sha256,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: 'mill',
          prefix: 'The ',
          suffix: ' burned down 🔥 on Monday. Nobody',
        },
        { type: 'TextPositionSelector', start: 4, end: 8 },
      ],
      doubt: null,
      allegationId,
      kind: 'question',
      question: 'Which mill?',
      proposed: null,
      decider: 'The editor',
      decision: null,
      wording: null,
      reason: '',
      decidedBy: null,
      decidedAt: null,
      by: 'M. K.',
      addedAt: event.at,
      removed: false,
    });
  });

  it('proposes a wording as it was typed, an empty one to take the passage out', () => {
    const { kase, run, documentId } = caseWithAllegation();
    for (const proposed of [' A mill ', '']) {
      run(queryOn(documentId, { kind: 'wording', question: '', proposed }));
      expect(newest(kase, 'queries')).toMatchObject({ kind: 'wording', question: '', proposed });
    }
  });

  it('gets a number that no other ever had, and is taken back', () => {
    const { kase, run, documentId } = caseWithAllegation();
    run(queryOn(documentId));
    const before = recordsOf(kase);
    run(queryOn(documentId));
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
    run(queryOn(documentId));
    expect([...kase.records.queries.values()].map(({ number }) => number)).toEqual([1, 3]);
  });

  it('needs words of a document that is there', () => {
    const { run, refusal, documentId, allegationId } = caseWithAllegation();
    const at = (span: Parameters<typeof queryOn>[1]) => refusal(queryOn(documentId, span));
    const nowhere = { code: 'not-a-span' };
    expect(at({ span: { documentId: 'id-none', start: 0, end: 3 } })).toEqual(nowhere);
    expect(at({ span: { documentId, start: 0, end: 3_000 } })).toEqual(nowhere);
    expect(at({ span: { documentId, start: 3, end: 3 } })).toEqual(nowhere);
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    run({ type: 'remove', kind: 'documents', id: documentId });
    expect(at({})).toEqual(nowhere);
  });

  it('needs an allegation that is there, if one is named', () => {
    const { run, refusal, documentId, allegationId } = caseWithAllegation();
    const missing = { code: 'not-found', kind: 'allegations' };
    expect(refusal(queryOn(documentId, { allegationId: 'id-none' }))).toEqual(missing);
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(refusal(queryOn(documentId, { allegationId }))).toEqual(missing);
  });

  it('needs a question, or a wording where it proposes one', () => {
    const { refusal, documentId } = caseWithAllegation();
    expect(refusal(queryOn(documentId, { question: ' ' }))).toEqual({
      code: 'text-needed',
      field: 'question',
    });
    expect(refusal(queryOn(documentId, { kind: 'wording' }))).toEqual({ code: 'wording-needed' });
  });

  it.each([
    ['an unknown kind', { kind: 'order' }],
    ['no word on its allegation', { allegationId: undefined }],
    ['half a character', { proposed: '\ud83d' }],
  ])('does not accept %s as input', (_what, fields) => {
    expect(commandSchema.safeParse({ ...queryOn('d'), ...fields }).success).toBe(false);
  });
});
