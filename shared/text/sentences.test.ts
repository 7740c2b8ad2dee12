import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../case/document.ts';
import { codePointLength, sliceByCodePoints } from './code-points.ts';
import { sentencesOf } from './sentences.ts';

const wordsOf = (text: string, blocks: Block[] = [], language: string | null = 'en'): string[] =>
  sentencesOf(text, blocks, language).map(({ start, end }) => sliceByCodePoints(text, start, end));
const kindsOf = (text: string, blocks: Block[] = []): [string, string][] =>
  sentencesOf(text, blocks, 'en').map(({ start, end, kind }) => [kind, sliceByCodePoints(text, start, end)]);

/** A block by the words it holds. */
function block(text: string, kind: Block['kind'], words: string): Block {
  const start = codePointLength(text.slice(0, text.indexOf(words)));
  return { kind, start, end: start + codePointLength(words), level: null };
}

/** The sentences of a paragraph that is written with a bar between them, as they should be. */
const parted = (marked: string): string[] => marked.split('|').map((sentence) => sentence.trim());

describe('sentences', () => {
  it.each([
    ['plain ones', 'The mill burned. |Who saw it? |Nobody!'],
    ['titles', 'Mr. Adeyemi met Gen. Ito and Dr. Lund. |They left.'],
    ['initials', 'J. R. Lund paid for it. |He never said why.'],
    ['a letter that ends a sentence', 'And so do I. |The rest went home.'],
    ['decimals and dates', 'It cost $3.5 million on Jan. 5, 2024. |No. 7 was closed.'],
    ['an abbreviation before anything but a number', 'He said no. |They went on.'],
    [
      'letters with full stops',
      'The U.S. Navy, e.g. Admiral Ito, came. |They live in the U.S. |The others do not.',
    ],
    ['hours', 'They met at 5 p.m. Monday. |They left at 6 p.m. |Police came.'],
    ['what follows a firm', 'He works for Lund Inc. |The firm is small. |Lund Ltd. Chairman Ito resigned.'],
    ['ellipses', 'It was... odd. |He waited... |Then he left.'],
    ['an omission', 'The mill burned. |[...] Nobody saw it.'],
    ['a quotation that ends a sentence', 'He said, “We left.” |“When?” |“At noon.”'],
    ['a quotation that goes on', '“Who was it?” he asked. |“Never!” Lund said. |“We know!” — and they left.'],
    ['a quotation before another sentence', '“Never!” |Lund left the room.'],
    ['brackets', 'The mill (built in 1902) burned. |(Nobody saw it.) |It was old.'],
    ['references', 'The mill burned.[1] |It was old.[2][3] |Nobody saw it. [4–6] |So they say.'],
    ['a bracket that opens without a space', 'They left.|(She stayed.)'],
    ['a number at the beginning', '1) The mill burned. |Nobody saw it.'],
    ['signs without words', 'They came. |🎉 Great! 🎉'],
  ])('%s', (_what, marked) => {
    expect(wordsOf(marked.replaceAll('|', ''))).toEqual(parted(marked));
  });

  it.each([
    ['uk', 'Це сказав В. О. Коваль. |«Так!» — відповіла вона. |Хто це?'],
    ['fr', 'Il a dit : « Oui. » |Puis il est parti.'],
    ['de', '„Wir gehen.“ |Dann ging er. |»Wirklich?«, fragte sie.'],
    ['ja', '「行きます。」と彼は語った。|次の文です。'],
    ['zh', '“我们来了。”他说。|他走了。|「我們走。」|王先生后来离开了。'],
    ['ar', 'هل جاء؟ |لا أعرف. |قال «نعم.» |ثم ذهب.'],
    ['hi', 'यह पहला वाक्य है। |क्या यह दूसरा है? |हाँ।'],
    ['tr', 'Bunu yapan sen. |Ben değilim.'],
  ])('in %s', (language, marked) => {
    expect(wordsOf(marked.replaceAll('|', ''), [], language)).toEqual(parted(marked));
  });

  it('know English abbreviations in English only, or when the language is not known', () => {
    expect(wordsOf('Bunu yapan Sen. Ben.', [], 'tr')).toHaveLength(2);
    expect(wordsOf('It was Sen. Ben.', [], null)).toHaveLength(1);
  });

  it.each(['', 'x', 'no_such', 'en-US', 'zh-Hant', '💥', 'a'.repeat(50)])(
    'take any language: %j',
    (language) => {
      expect(wordsOf('One. Two.', [], language)).toEqual(['One.', 'Two.']);
    },
  );

  it.each(['', ' \n\n\t', '\ufeff'])('are none in %j', (text) => {
    expect(sentencesOf(text, [], null)).toEqual([]);
  });

  it('count in code points', () => {
    expect(sentencesOf('🔥🔥! Ah.', [], 'en')).toEqual([{ start: 0, end: 7, kind: 'sentence' }]);
    expect(sentencesOf('A 🔥 here. Ah.', [], 'en')).toEqual([
      { start: 0, end: 9, kind: 'sentence' },
      { start: 10, end: 13, kind: 'sentence' },
    ]);
  });
});

describe('a text without blocks', () => {
  it('has a paragraph in each line, and what can be told by form', () => {
    expect(kindsOf('The Mill\nIt burned\n- Nobody saw it. They slept.\nIt was old.')).toEqual([
      ['heading', 'The Mill'],
      ['heading', 'It burned'],
      ['item', '- Nobody saw it.'],
      ['item', 'They slept.'],
      ['sentence', 'It was old.'],
    ]);
  });

  it('is read across its lines when they were broken to fit', () => {
    const text = [
      'The mill on the river burned down in the',
      'night of Friday, and nobody of those who',
      'live in the street says to have seen how',
      'it began. The owner, who had closed it in',
      'May, was away.',
      '',
      '- The mill had been',
      'insured. It stood empty.',
      '- It was old.',
    ].join('\n');
    expect(wordsOf(text)).toEqual([
      text.slice(0, text.indexOf(' The owner')),
      text.slice(text.indexOf('The owner'), text.indexOf('\n\n')),
      '- The mill had been\ninsured.',
      'It stood empty.',
      '- It was old.',
    ]);
  });
});

describe('a text with blocks', () => {
  it('is parted at their edges and at blank lines, and in lists and tables at every line', () => {
    const text =
      'The mill. A story\nof fire\n\nIt burned\ndown. It was old.\n\nNo doubt\n\nOne.\nTwo. Three.\n\na\tb.\nc. D\te\n\nA note. Another.';
    const blocks = [
      block(text, 'heading', 'The mill. A story\nof fire'),
      block(text, 'item', 'One.\nTwo. Three.'),
      block(text, 'table', 'a\tb.\nc. D\te'),
      block(text, 'note', 'A note. Another.'),
    ];
    expect(kindsOf(text, blocks)).toEqual([
      ['heading', 'The mill. A story\nof fire'],
      ['sentence', 'It burned\ndown.'],
      ['sentence', 'It was old.'],
      ['sentence', 'No doubt'],
      ['item', 'One.'],
      ['item', 'Two.'],
      ['item', 'Three.'],
      ['table', 'a\tb.'],
      ['table', 'c. D\te'],
      ['note', 'A note.'],
      ['note', 'Another.'],
    ]);
  });

  it('has the kind of the innermost one, but boilerplate is so throughout', () => {
    const text = 'Before. List\n\nOne. Two. After.\n\nMenu: Home. Rest.';
    const blocks = [
      block(text, 'boilerplate', 'Menu: Home.'),
      block(text, 'heading', 'Home.'),
      block(text, 'quote', 'List\n\nOne. Two.'),
      block(text, 'item', 'One.'),
    ];
    expect(kindsOf(text, blocks)).toEqual([
      ['sentence', 'Before.'],
      ['quote', 'List'],
      ['item', 'One.'],
      ['quote', 'Two.'],
      ['sentence', 'After.'],
      ['boilerplate', 'Menu:'],
      ['boilerplate', 'Home.'],
      ['sentence', 'Rest.'],
    ]);
  });

  it('may be given ones that cross, are empty or lie outside', () => {
    const text = 'One two three four';
    const blocks: Block[] = [
      { kind: 'quote', start: 0, end: 7, level: null },
      { kind: 'note', start: 4, end: 13, level: null },
      { kind: 'item', start: 14, end: 14, level: 1 },
      { kind: 'caption', start: 14, end: 99, level: null },
    ];
    expect(kindsOf(text, blocks)).toEqual([
      ['quote', 'One'],
      ['note', 'two'],
      ['note', 'three'],
      ['caption', 'four'],
    ]);
  });
});

describe('in any text', () => {
  const PARTS = [
    'The mill',
    'Gen.',
    'U.S.',
    '3.5',
    ' he said',
    '“',
    '”',
    '"',
    '(',
    ')',
    '[1]',
    '- ',
    '# ',
    '1. ',
    '\t',
    '.',
    '. ',
    '! ',
    '?',
    '...',
    '… ',
    '\n',
    '\n\n',
    ' ',
    '\u00a0',
    '\r\n',
    '\ufeff',
    '\u2028',
    '🔥',
    '👩‍👩‍👧',
    '🇺🇦',
    '\ud83d',
    'e\u0301',
    'قال',
    '؟ ',
    '۔',
    'الوزير ',
    '我们',
    '。',
    '「',
    '」',
    '说',
    'यह वाक्य',
    '।',
    'Київ ',
    '«',
    '» ',
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 3, unit: 'binary' })), {
      maxLength: 60,
    })
    .map((parts) => parts.join(''));
  const blocks = fc.array(
    fc.record({
      kind: fc.constantFrom<Block['kind'][]>('heading', 'item', 'table', 'quote', 'note', 'boilerplate'),
      start: fc.nat(80),
      end: fc.nat(120),
      level: fc.constant(null),
    }),
    { maxLength: 5 },
  );
  const language = fc.constantFrom('en', 'uk', 'zh', 'ar', 'hi', 'ja', null);

  it('they are in order, apart, trimmed, whole, and cover all but white space', () => {
    fc.assert(
      fc.property(text, blocks, language, (anyText, anyBlocks, anyLanguage) => {
        const points = Array.from(anyText);
        const covered = new Set<number>();
        let before = 0;
        for (const { start, end } of sentencesOf(anyText, anyBlocks, anyLanguage)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(points.length);
          const words = points.slice(start, end).join('');
          expect(words).toBe(words.trim());
          for (let at = start; at < end; at++) covered.add(at);
          before = end;
        }
        const left = points.filter((point, at) => !covered.has(at) && point.trim() !== '');
        expect(left).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('they are the same again, and do not depend on the paragraphs around', () => {
    // A block far behind, so that nothing is told by form.
    const far: Block[] = [{ kind: 'note', start: 100_000, end: 100_001, level: null }];
    fc.assert(
      fc.property(text, language, (anyText, anyLanguage) => {
        const alone = sentencesOf(anyText, far, anyLanguage);
        expect(sentencesOf(anyText, far, anyLanguage)).toEqual(alone);
        const before = 'Ä 🔥 paragraph.\n\n';
        const moved = alone.map(({ start, end, kind }) => ({
          start: start + codePointLength(before),
          end: end + codePointLength(before),
          kind,
        }));
        expect(sentencesOf(`${before}${anyText}\n\nAnother.`, far, anyLanguage).slice(1, -1)).toEqual(moved);
      }),
      { numRuns: 500 },
    );
  });

  it('they are the same in a paragraph so long that it is segmented in parts', () => {
    const sentences = fc.constantFrom(
      'The mill burned. ',
      'Gen. Ito, at 3.5 km, said no. ',
      '“Who?” he asked. ',
      '我们来了。',
      '12. 7. ',
      `${'word '.repeat(600)}end. `,
      'It cost 1 2 3 4 5 6 7 8 9. ',
    );
    fc.assert(
      fc.property(fc.array(sentences, { minLength: 1, maxLength: 300 }), (all) => {
        const parts = all.map((sentence) => `Once 🔥 there. ${sentence}`);
        expect(wordsOf(parts.join(''))).toEqual(parts.flatMap((part) => wordsOf(part)));
      }),
      { numRuns: 30 },
    );
  });
});
