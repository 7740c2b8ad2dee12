import { describe, expect, it } from 'vitest';
import type { Case } from '../case/case.ts';
import { versionsOf } from '../case/versions.ts';
import { verifyCase } from '../events/verify-case.ts';
import { openCase } from '../migrations/open-case.ts';
import { documentTitles, documentView } from '../queries/document-view.ts';
import { caseWith, newest, recordsOf, REDO, textOfCase, UNDO, type Command } from '../testing/case-with.ts';
import { queryOn } from '../testing/case-with-everything.ts';

const BRIDGE = 'The bridge over the Lim was closed to heavy traffic in March.';
const ENGINEER = 'An engineer had found forty-one cracks in its northern pier.';
const COST = 'Repairing it would cost nine million crowns.';
const MAYOR = 'The mayor called it safe.';
const TEXT = [BRIDGE, ENGINEER, COST, MAYOR].join('\n');

/** A case with a document of four lines, and an allegation on each of the first three. */
function bench() {
  const made = caseWith({ type: 'add-document', title: null, text: TEXT, format: 'text', fileName: null });
  const { kase, run } = made;
  const documentId = newest(kase, 'documents').id;
  const spanOf = (words: string, id = documentId) => {
    const start = [...(kase.records.documents.get(id)?.text.split(words)[0] ?? '')].length;
    return { documentId: id, start, end: start + [...words].length };
  };
  const passages = [BRIDGE, ENGINEER, COST].map((statement) => {
    run({ type: 'record-allegation', statement, passage: spanOf(statement) });
    return newest(kase, 'passages').id;
  });
  const version = (text: string, fields: Partial<Command<'add-version'>> = {}): Command<'add-version'> => ({
    type: 'add-version',
    previousId: documentId,
    title: null,
    text,
    format: 'text',
    fileName: null,
    ...fields,
  });
  const passage = (index: number) => {
    const found = kase.records.passages.get(passages[index] ?? '');
    if (!found) throw new Error('no such passage');
    return found;
  };
  return { ...made, documentId, spanOf, version, passage };
}

const doubts = (kase: Case): unknown[] => [...kase.records.passages.values()].map(({ doubt }) => doubt);

describe('a new version of a document', () => {
  it('is a document of its own, called as the one before, which stays as it is', () => {
    const { kase, run, documentId, version } = bench();
    const before = kase.records.documents.get(documentId);
    const event = run(version(`${TEXT}\nMore.`));
    const { id, title, previousId } = newest(kase, 'documents');
    expect([event.type, title, previousId]).toEqual(['version-added', before?.title, documentId]);
    expect(kase.records.documents.get(documentId)).toEqual(before);
    expect(versionsOf(kase, documentId)).toEqual(versionsOf(kase, id));
    expect(documentTitles(kase)).toMatchObject([{ id, versions: 2 }]);
  });

  it('takes along what stands where it stood, and what moved beyond doubt, for a person to confirm', () => {
    const { kase, run, passage, version } = bench();
    run(version(`${COST}\nIt was raining.\n${BRIDGE}\n${ENGINEER}\n${MAYOR}`));
    const { id, text, sha256 } = newest(kase, 'documents');
    // Two were only pushed along.
    expect(doubts(kase)).toEqual([null, null, 'moved']);
    for (const at of [0, 1, 2]) {
      const { documentId, documentSha256, selector } = passage(at);
      expect([documentId, documentSha256]).toEqual([id, sha256]);
      const [{ exact }, { start, end }] = selector;
      expect([...text].slice(start, end).join('')).toBe(exact);
    }
  });

  it('leaves behind what is not there any more or was changed, and never takes a lookalike for it', () => {
    const { kase, run, passage, version, documentId } = bench();
    run(version([BRIDGE, ENGINEER.replace('forty-one', 'forty'), MAYOR].join('\n')));
    expect(doubts(kase)).toEqual([null, 'fuzzy', 'orphaned']);
    for (const at of [1, 2]) expect(passage(at).documentId).toBe(documentId);
    expect(passage(1).selector[0].exact).toBe(ENGINEER);
    const view = documentView(kase, newest(kase, 'documents').id);
    expect(view?.doubtful.map(({ ref, doubt, exact }) => [ref, doubt, exact])).toEqual([
      ['MIL-002', 'fuzzy', ENGINEER],
      ['MIL-003', 'orphaned', COST],
    ]);
    expect(documentView(kase, documentId)?.doubtful).toEqual([]);
  });

  it('finds again in a third version what the second did not have', () => {
    const { kase, run, passage, version } = bench();
    run(version([BRIDGE, COST].join('\n')));
    expect(doubts(kase)).toEqual([null, 'orphaned', null]);
    run(version(TEXT, { previousId: newest(kase, 'documents').id }));
    expect(passage(1)).toMatchObject({ documentId: newest(kase, 'documents').id });
    expect(doubts(kase)[1]).toBeNull();
  });

  it('does the same with queries, and with marks, which are never in doubt: changed words are read again', () => {
    const { kase, run, documentId, spanOf, version } = bench();
    run(queryOn(documentId, { span: spanOf(MAYOR) }));
    run({ type: 'mark-text', kind: 'opinion', span: spanOf(MAYOR) });
    run({ type: 'mark-text', kind: 'nothing', span: spanOf(ENGINEER) });
    run(version(['More.', BRIDGE, COST, MAYOR].join('\n')));
    const { id } = newest(kase, 'documents');
    expect(newest(kase, 'queries')).toMatchObject({ documentId: id, doubt: null });
    const marks = [...kase.records.marks.values()];
    expect(marks.map(({ documentId: on }) => on)).toEqual([id, documentId]);
  });

  it('takes along what is in the trash, too, so that it comes back where it belongs', () => {
    const { kase, run, passage, version } = bench();
    run({ type: 'remove', kind: 'passages', id: passage(0).id });
    run(version(`${TEXT}\nMore.`));
    run({ type: 'restore', kind: 'passages', id: passage(0).id });
    expect(passage(0).documentId).toBe(newest(kase, 'documents').id);
  });

  it('follows the newest only, and is another text', () => {
    const { kase, run, refusal, version, documentId } = bench();
    expect(refusal(version(TEXT))).toEqual({ code: 'nothing-changed' });
    expect(refusal(version(' \n'))).toEqual({ code: 'text-needed', field: 'text' });
    expect(refusal(version('x', { previousId: 'id-none' }))).toEqual({
      code: 'not-found',
      kind: 'documents',
    });
    run(version('x'));
    expect(refusal(version('y'))).toEqual({ code: 'superseded' });
    const newer = newest(kase, 'documents').id;
    run({ type: 'remove', kind: 'documents', id: newer });
    expect(documentTitles(kase)).toMatchObject([{ id: documentId, versions: 1 }]);
    run(version('y'));
    expect(versionsOf(kase, newer)).toHaveLength(3);
  });

  it('is taken back whole and brought back, and the file with it opens', () => {
    const { kase, run, version } = bench();
    const before = recordsOf(kase);
    run(version([BRIDGE, 'New.', COST].join('\n')));
    const after = recordsOf(kase);
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
    run(REDO);
    expect(recordsOf(kase)).toBe(after);
    expect(verifyCase(kase)).toBeNull();
    expect(openCase(textOfCase(kase)).ok).toBe(true);
  });
});

describe('an older version', () => {
  it('is only looked at: nothing new is anchored in it', () => {
    const { kase, run, refusal, documentId, version } = bench();
    run(version(`${TEXT}\nMore.`));
    const span = { documentId, start: 0, end: 3 };
    const superseded = { code: 'superseded' };
    expect(refusal({ type: 'record-allegation', statement: 'x', passage: span })).toEqual(superseded);
    const allegationId = newest(kase, 'allegations').id;
    expect(refusal({ type: 'add-passage', allegationId, span })).toEqual(superseded);
    expect(refusal({ type: 'mark-text', kind: 'opinion', span })).toEqual(superseded);
    expect(refusal(queryOn(documentId, { span }))).toEqual(superseded);
    run(UNDO);
    run({ type: 'mark-text', kind: 'opinion', span });
  });
});

describe('where something stands now', () => {
  it('is confirmed where it moved, one or all', () => {
    const { kase, run, refusal, passage, version } = bench();
    run(version([COST, MAYOR, ENGINEER, BRIDGE].join('\n')));
    const moved = [0, 1, 2].filter((at) => passage(at).doubt === 'moved');
    expect(moved).toHaveLength(2);
    run({ type: 'settle-anchor', kind: 'passages', id: passage(moved[0] ?? 0).id, span: null });
    expect(doubts(kase).filter((doubt) => doubt === 'moved')).toHaveLength(1);
    const { id } = newest(kase, 'documents');
    run({ type: 'confirm-moved', documentId: id });
    expect(doubts(kase)).toEqual([null, null, null]);
    expect(refusal({ type: 'confirm-moved', documentId: id })).toEqual({ code: 'nothing-changed' });
    expect(refusal({ type: 'settle-anchor', kind: 'passages', id: passage(0).id, span: null })).toEqual({
      code: 'nothing-changed',
    });
  });

  it('is said by a person where it is not certain, in the newest version only', () => {
    const { kase, run, refusal, documentId, passage, spanOf, version } = bench();
    const changed = ENGINEER.replace('forty-one', 'forty');
    run(version([BRIDGE, changed, MAYOR].join('\n')));
    const { id, sha256 } = newest(kase, 'documents');
    const settle = { type: 'settle-anchor', kind: 'passages', id: passage(1).id } as const;
    expect(refusal({ ...settle, span: null })).toEqual({ code: 'not-a-span' });
    expect(refusal({ ...settle, span: spanOf(ENGINEER, documentId) })).toEqual({ code: 'not-a-span' });
    expect(refusal({ ...settle, span: { documentId: id, start: 0, end: 9_999 } })).toEqual({
      code: 'not-a-span',
    });
    run({ ...settle, span: spanOf(changed, id) });
    expect(passage(1)).toMatchObject({ documentId: id, documentSha256: sha256, doubt: null });
    expect(passage(1).selector[0].exact).toBe(changed);
    run(UNDO);
    expect(passage(1)).toMatchObject({ documentId, doubt: 'fuzzy' });
  });
});
