import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { present } from '../../case/case.ts';
import { documentTitles } from '../../queries/document-view.ts';
import { sampleCase } from '../../samples/foreign-fighters.ts';
import { workedExample } from '../../samples/worked-example.ts';
import { caseFrom } from '../../testing/arbitrary-case.ts';
import { caseWith, caseWithAllegation, newest, testContext, UNDO } from '../../testing/case-with.ts';
import { sliceByCodePoints } from '../../text/code-points.ts';
import { EDITIONS, type Edition } from '../../case/words.ts';
import { rowsOf, type AnnotatedBlock } from './annotated-blocks.ts';
import { annotatedData, type AnnotatedDocument } from './annotated-data.ts';
import { aboutTests } from './check-annotated.ts';

function annotated(
  kase: Parameters<typeof annotatedData>[0],
  edition: Edition = 'checking',
  id?: string,
): AnnotatedDocument {
  const data = annotatedData(kase, id ?? documentTitles(kase)[0]?.id ?? '', aboutTests(edition));
  if (!data) throw new Error('there is no such document');
  return data;
}

const textOf = ({ blocks, after }: Pick<AnnotatedDocument, 'blocks' | 'after'>): string =>
  blocks.map(({ before, segments }) => before + segments.map(({ text }) => text).join('')).join('') + after;
const labels = ({ notes }: AnnotatedDocument): (string | number)[] =>
  notes.map((note) => (note.kind === 'query' ? `Q${note.query.number}` : note.number));
/** Words that lie in a place, block by block. */
const wordsIn = ({ blocks }: { blocks: readonly AnnotatedBlock[] }, place: number): string =>
  blocks
    .flatMap(({ segments }) =>
      segments.flatMap((segment) => (segment.in.includes(place) ? [segment.text] : [])),
    )
    .join('');
const bare = (text: string): string => text.replace(/\s+/gu, '');

const CASES = {
  'the sample': sampleCase(testContext()),
  'the worked example': workedExample(testContext()).kase,
};

describe.each(Object.entries(CASES))('the annotated document of %s', (_, kase) => {
  const [document] = present(kase.records.documents.values());
  const passages = present(kase.records.passages.values());

  it.each(EDITIONS)('is the very text, each passage marked in full and numbered in order (%s)', (edition) => {
    const data = annotated(kase, edition);
    expect(textOf(data)).toBe(document?.text);
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
    const numbers = data.notes.flatMap((note) => (note.kind === 'allegation' ? [note.number] : []));
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    expect(data.places.filter(({ note }) => data.notes[note]?.kind === 'allegation')).toHaveLength(
      passages.length,
    );
    for (const [place, { exact, doubt }] of data.places.entries()) {
      expect(doubt).toBeNull();
      expect(wordsIn(data, place)).toBe(exact);
    }
    expect(data.notesOfBlocks.flat()).toEqual(data.notes.map((_note, index) => index));
    expect(data.apart).toEqual([]);
    expect(data.document.version).toEqual({ number: 1, count: 1 });
  });

  it('has work and open queries in the checking copy alone', () => {
    const [checking, checked] = [annotated(kase), annotated(kase, 'checked')];
    const queries = present(kase.records.queries.values());
    const open = queries.filter(({ decision }) => decision === null).length;
    expect(checking.openQueries).toBe(open);
    expect(labels(checking).filter((label) => typeof label === 'string')).toHaveLength(queries.length);
    expect(labels(checked).filter((label) => typeof label === 'string')).toHaveLength(queries.length - open);
    const work = checked.notes.flatMap((note) => (note.kind === 'allegation' ? [note.allegation.work] : []));
    expect(work.every((each) => each === null)).toBe(true);
  });
});

describe('passages that overlap', () => {
  const text = 'The mill burned down on Monday 🔥, said the mayor.\n\nNobody was hurt.';
  const withSpans = (...spans: [number, number][]): ReturnType<typeof caseWith>['kase'] => {
    const bench = caseWith({ type: 'add-document', title: null, text, format: 'text', fileName: null });
    const documentId = newest(bench.kase, 'documents').id;
    for (const [start, end] of spans) {
      bench.run({
        type: 'record-allegation',
        statement: `${start} to ${end}`,
        claimant: null,
        passage: { documentId, start, end },
      });
    }
    return bench.kase;
  };

  it('are numbered by where their labels stand, the inner before the outer', () => {
    const data = annotated(withSpans([0, 49], [4, 20], [24, 32], [16, 30]));
    expect(data.notes.map((note) => (note.kind === 'allegation' ? note.allegation.statement : ''))).toEqual([
      '4 to 20',
      '16 to 30',
      '24 to 32',
      '0 to 49',
    ]);
    const ends = data.blocks[0]?.segments.flatMap(({ ends: own }) =>
      own.map((place) => data.places[place]?.note),
    );
    expect(ends).toEqual([0, 1, 2, 3]);
  });

  it('may reach over blocks; the note stands where the label does', () => {
    const data = annotated(withSpans([20, 60], [0, 8]));
    expect(data.notesOfBlocks).toEqual([[0], [1]]);
    expect(bare(wordsIn(data, 1))).toBe(bare(sliceByCodePoints(text, 20, 60)));
  });

  it('lose nothing and gain nothing, wherever they lie', () => {
    const length = [...text].length;
    const span = fc
      .tuple(fc.nat(length - 1), fc.nat(length - 1))
      .map(([one, other]): [number, number] => [Math.min(one, other), Math.max(one, other) + 1])
      .filter(([start, end]) => sliceByCodePoints(text, start, end).trim() !== '');
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const data = annotated(withSpans(...spans));
        expect(textOf(data)).toBe(text);
        expect(data.places).toHaveLength(spans.length);
        for (const [place, { exact }] of data.places.entries())
          expect(bare(wordsIn(data, place))).toBe(bare(exact));
        const ends = data.blocks.flatMap(({ segments }) => segments.flatMap((segment) => segment.ends));
        expect(ends.toSorted((a, b) => a - b)).toEqual([...data.places.keys()]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a document that came anew', () => {
  it('marks what moved as in doubt, tells what is lost apart, and marks no lookalike', () => {
    const { kase, run, documentId } = caseWithAllegation();
    run({
      type: 'record-allegation',
      statement: 'Nobody was hurt.',
      claimant: 'Mayor',
      passage: { documentId, start: 34, end: 50 },
    });
    const anew = { title: null, format: 'text', fileName: null } as const;
    const text = 'Corrected.\n\nThe mill burned up 🔥 on Tuesday. Nobody was hurt, the mayor said.';
    run({ type: 'add-version', previousId: documentId, text, ...anew });
    const data = annotated(kase);
    expect(textOf(data)).toBe(text);
    const stated = (note: number): string => {
      const found = data.notes[note];
      return found?.kind === 'allegation' ? found.allegation.statement : '';
    };
    for (const { note } of data.places) expect(stated(note)).toBe('Nobody was hurt.');
    expect(data.apart.map(({ note, exact }) => [stated(note), exact])).toEqual([
      ['The mill burned down on Monday.', 'The mill burned down 🔥 on Monday.'],
    ]);
    expect(data.apart[0]?.doubt).not.toBeNull();
    expect(data.document.version).toEqual({ number: 2, count: 2 });
    expect(data.document.previous?.sha256).toBe(kase.records.documents.get(documentId)?.sha256);
    // The version before has what stayed with it.
    expect(annotated(kase, 'checking', documentId).notes.map((_, note) => note)).toEqual([0]);
  });
});

it('keeps the cells of a table apart, and every label in one of them', () => {
  const table = 'A\t\tB\nC\tD\t';
  const data = annotated(
    caseWith({
      type: 'add-document',
      title: null,
      text: table,
      format: 'html',
      fileName: null,
      blocks: [{ kind: 'table', start: 0, end: 9, level: null }],
    }).kase,
  );
  expect(textOf(data)).toBe(table);
  const cells = rowsOf(data.blocks[0]?.segments ?? []).map((row) =>
    row.map((cell) => cell.map(({ text }) => text).join('')),
  );
  expect(cells).toEqual([
    ['A', '', 'B'],
    ['C', 'D', ''],
  ]);
});

it('is null for a document that is not there, or not any more', () => {
  const { kase, run } = caseWith({
    type: 'add-document',
    title: null,
    text: 'A.',
    format: 'text',
    fileName: null,
  });
  const { id } = newest(kase, 'documents');
  expect(annotatedData(kase, 'id-none', aboutTests('checking'))).toBeNull();
  run(UNDO);
  expect(annotatedData(kase, id, aboutTests('checking'))).toBeNull();
});

it('is the very text of any document of any case', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { kase } = caseFrom([seed, seed ^ 1, seed ^ 2, seed ^ 3, seed ^ 4, seed ^ 5, seed ^ 6, seed ^ 7]);
      for (const { id, text, removed } of kase.records.documents.values()) {
        if (removed) continue;
        for (const edition of EDITIONS) expect(textOf(annotated(kase, edition, id))).toBe(text);
      }
    }),
    { numRuns: 60 },
  );
});
