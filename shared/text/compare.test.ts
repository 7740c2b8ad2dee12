import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength, sliceByCodePoints } from './code-points.ts';
import { compareTexts } from './compare.ts';
import type { ComparedPart, Span } from './compare.ts';

const FIRST = 'The mill at Drova burned down on 3 May, and 155 homes were without power.';
const SECOND = 'The mayor declined to comment. The owner had been warned twice about the wiring.';
const THIRD = 'It has been run since 1998, as the register of companies shows.';
const paragraphs = (...all: string[]): string => all.join('\n\n');

const sliced = (text: string, span: Span | null): string =>
  span ? sliceByCodePoints(text, span.start, span.end) : '';

/** The parts with their words; what changed word by word, where that is said, as `same[-removed-]{+added+}`. */
function shown(before: string, after: string): string[][] {
  return compareTexts(before, after).map((part) => {
    const [was, is] = [sliced(before, part.before), sliced(after, part.after)];
    if (part.kind === 'same') return ['same', was];
    if (part.kind !== 'changed') return [part.kind, was + is];
    if (!part.words) return ['changed', was, is];
    const words = part.words.map(({ kind, ...word }) => {
      if (kind === 'same') return sliced(before, word.before);
      return kind === 'removed' ? `[-${sliced(before, word.before)}-]` : `{+${sliced(after, word.after)}+}`;
    });
    return ['changed', words.join('')];
  });
}

describe('two versions', () => {
  it('that are equal are one part, and empty ones none', () => {
    expect(compareTexts('🔥\n\nb', '🔥\n\nb')).toEqual([
      { kind: 'same', before: { start: 0, end: 4 }, after: { start: 0, end: 4 }, words: null },
    ]);
    expect(compareTexts('', '')).toEqual([]);
  });

  it('count code points', () => {
    const [, part] = compareTexts('🔥🔥\n\nfive homes 🔥 burned', '🔥🔥\n\nfour homes 🔥 burned');
    expect(part).toEqual({
      kind: 'changed',
      before: { start: 4, end: 23 },
      after: { start: 4, end: 23 },
      words: [
        { kind: 'removed', before: { start: 4, end: 8 }, after: null },
        { kind: 'added', before: null, after: { start: 4, end: 8 } },
        { kind: 'same', before: { start: 8, end: 23 }, after: { start: 8, end: 23 } },
      ],
    });
  });

  it('tell paragraphs that are new, gone and changed', () => {
    const changed = FIRST.replace('155', '150').replace('without power', 'in the dark');
    expect(shown(paragraphs(FIRST, SECOND, THIRD), paragraphs('Updated.', changed, THIRD))).toEqual([
      ['added', 'Updated.\n\n'],
      [
        'changed',
        'The mill at Drova burned down on 3 May, and [-155-]{+150+} homes were [-without power-]{+in the dark+}.\n\n',
      ],
      ['removed', `${SECOND}\n\n`],
      ['same', THIRD],
    ]);
  });

  it('do not take a paragraph for changed because another follows now', () => {
    expect(shown(FIRST, paragraphs(FIRST, SECOND))).toEqual([
      ['same', FIRST],
      ['added', `\n\n${SECOND}`],
    ]);
    expect(shown(paragraphs(FIRST, SECOND), FIRST)).toEqual([
      ['same', FIRST],
      ['removed', `\n\n${SECOND}`],
    ]);
    expect(shown(`${FIRST}\n${SECOND}`, paragraphs(FIRST, SECOND))).toEqual([
      ['same', FIRST],
      ['changed', '\n', '\n\n'],
      ['same', SECOND],
    ]);
  });

  it('show a paragraph that took the place of another whole, and one of another length word by word', () => {
    expect(shown(paragraphs(FIRST, THIRD), paragraphs(FIRST, 'Nothing of this is known to us.'))).toEqual([
      ['same', `${FIRST}\n\n`],
      ['changed', THIRD, 'Nothing of this is known to us.'],
    ]);
    expect(shown(SECOND, SECOND.slice(31))).toEqual([
      ['changed', 'The [-mayor declined to comment. The -]owner had been warned twice about the wiring.'],
    ]);
  });

  it.each([
    ['Chinese', '该省至少有四十座桥梁将从周五起禁止卡车通行。', '四十', '五十'],
    ['Thai', 'กระทรวงกล่าวเมื่อวันอังคารว่าสะพานสี่สิบแห่งจะปิด', 'อังคาร', 'ศุกร์'],
    ['Arabic', 'قالت الوزارة إن أربعين جسرا على الأقل ستغلق أمام الشاحنات', 'أربعين', 'خمسين'],
  ])('are compared by words in %s', (_language, text, was, is) => {
    const [parts = []] = compareTexts(text, text.replace(was, is)).map(({ words }) => words ?? []);
    const removed = parts.filter(({ kind }) => kind === 'removed').map(({ before }) => sliced(text, before));
    expect(removed.length).toBe(1);
    expect(removed[0]).toContain(was.slice(0, 2));
    expect(removed[0]?.length).toBeLessThan(text.length / 2);
  });

  it('keep to the order of both where a paragraph was moved', () => {
    expect(
      shown(paragraphs(FIRST, SECOND, THIRD), paragraphs(SECOND, THIRD, FIRST)).map(([kind]) => kind),
    ).toEqual(['removed', 'same', 'added']);
  });

  it('may end and begin with empty lines', () => {
    expect(shown('\n\na\n', 'a')).toEqual([
      ['removed', '\n\n'],
      ['same', 'a'],
      ['removed', '\n'],
    ]);
  });
});

/** What of a text the spans of one side leave out or say twice, and what they say when joined. */
function read(text: string, spans: readonly (Span | null)[], from: number) {
  const all = spans.filter((span) => span !== null);
  const gaps = all.filter(({ start, end }, at) => start !== (all[at - 1]?.end ?? from) || end <= start);
  return { gaps, joined: all.map((span) => sliced(text, span)).join('') };
}

type Part = Pick<ComparedPart, 'kind' | 'before' | 'after'>;

/** The parts that have or lack a side that they should not, or that call the same what is not. */
const unsound = (before: string, after: string, parts: readonly Part[]): Part[] =>
  parts.filter(
    (part) =>
      (part.before === null) !== (part.kind === 'added') ||
      (part.after === null) !== (part.kind === 'removed') ||
      (part.kind === 'same') !== (sliced(before, part.before) === sliced(after, part.after)),
  );

/** Everything that has to hold of any comparison, as it is and as it ought to be. */
function checked(before: string, after: string) {
  const parts = compareTexts(before, after);
  const sides = [{ before: { start: 0 }, after: { start: 0 }, words: parts }, ...parts].flatMap((part) =>
    part.words
      ? [
          { text: before, spans: part.words.map((word) => word.before), from: part.before?.start ?? 0 },
          { text: after, spans: part.words.map((word) => word.after), from: part.after?.start ?? 0 },
        ]
      : [],
  );
  const wholes = [
    before,
    after,
    ...parts.flatMap((part) => (part.words ? [sliced(before, part.before), sliced(after, part.after)] : [])),
  ];
  return {
    is: {
      sides: sides.map(({ text, spans, from }) => read(text, spans, from)),
      unsound: unsound(before, after, parts),
      unsoundWords: parts.flatMap(({ words }) => unsound(before, after, words ?? [])),
      words: parts.filter(({ kind, words }) => words !== null && kind !== 'changed'),
    },
    ought: {
      sides: wholes.map((joined) => ({ gaps: [], joined })),
      unsound: [],
      unsoundWords: [],
      words: [],
    },
  };
}

const WORDS = [
  'mill',
  'fire',
  'the',
  '155',
  '150',
  '🔥',
  'млин',
  'пожежа',
  'قال',
  'الوزير',
  '我们',
  '四十',
  'é',
  'e\u0301',
  '👩‍👩‍👧',
  'กขค',
  '\t',
];
const word = fc.constantFrom(...WORDS);
const line = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n\n\n', ' ')), { maxLength: 12 })
  .map((lines) =>
    lines
      .flat()
      .slice(0, lines.length % 2 === 0 ? undefined : -1)
      .join(''),
  );

describe('the parts of a comparison', () => {
  it('are both texts, and say the same only of what is the same', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { is, ought } = checked(before, after);
        expect(is).toEqual(ought);
      }),
      { numRuns: 500 },
    );
  });

  it('are both texts also when one was made of the other', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(9), line, (before, at, gone, come) => {
        const start = at % (codePointLength(before) + 1);
        const after =
          sliceByCodePoints(before, 0, start) + come + sliceByCodePoints(before, start + gone, Infinity);
        const { is, ought } = checked(before, after);
        expect(is).toEqual(ought);
      }),
      { numRuns: 500 },
    );
  });

  it('are one that is the same for any text compared with itself', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(compareTexts(each, each).map(({ kind }) => kind)).toEqual(each === '' ? [] : ['same']);
      }),
      { numRuns: 100 },
    );
  });

  it('are the same the other way round, with removed and added exchanged, where no more than a line was put in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(999), { minLength: 2, maxLength: 20 }), fc.nat(), (numbers, at) => {
        const lines = numbers.map((number) => `line ${number * 7_919}`);
        const without = lines.toSpliced(at % lines.length, 1);
        const there = compareTexts(paragraphs(...without), paragraphs(...lines)).map(({ kind }) => kind);
        const back = compareTexts(paragraphs(...lines), paragraphs(...without)).map(({ kind }) => kind);
        expect(there.filter((kind) => kind !== 'same')).toEqual(['added']);
        expect(back.filter((kind) => kind !== 'same')).toEqual(['removed']);
      }),
      { numRuns: 100 },
    );
  });
});

describe('long texts', () => {
  const drawn = (at: number): number => {
    let mixed = Math.imul(at ^ (at >>> 16), 0x45d9f3b);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  const book = (first: number): string[] =>
    Array.from({ length: 6_500 }, (_, at) =>
      Array.from({ length: 80 }, (_each, index) =>
        (drawn(first + at * 80 + index) % 9_000).toString(36),
      ).join(' '),
    );
  const old = book(1);

  it('are compared paragraph by paragraph, however many changed', () => {
    const edited = old.map((each, at) => (at % 4 === 0 ? `${each} and more` : each));
    const parts = compareTexts(paragraphs(...old), paragraphs(...edited));
    expect(parts.filter(({ kind }) => kind === 'changed').length).toBe(1_625);
    expect(parts.filter(({ kind }) => kind === 'removed' || kind === 'added')).toEqual([]);
  });

  it.each([
    ['of many paragraphs', '\n\n'],
    ['of very many short lines', '\n'],
    ['of a single line', ' '],
  ])('that have nothing to do with one another are coarse parts: %s', (_what, between) => {
    const join = (all: string[]): string => (between === '\n' ? all.join(' ').split(' ') : all).join(between);
    const [before, after] = [join(old.slice(0, 3_000)), join(book(900_000).slice(0, 3_000))];
    const parts = compareTexts(before, after);
    expect(parts.map((part) => sliced(before, part.before)).join('')).toBe(before);
    expect(parts.map((part) => sliced(after, part.after)).join('')).toBe(after);
    expect(parts.some(({ kind }) => kind === 'changed')).toBe(true);
  });
});
