import { describe, expect, it } from 'vitest';
import { sliceByCodePoints } from '../text/code-points.ts';
import { isWrapped, shapesOf } from './shapes.ts';

const shapes = (text: string): [string, string][] =>
  shapesOf(text).map(({ kind, start, end }) => [kind, sliceByCodePoints(text, start, end)]);

describe('what can be told by form', () => {
  it('are headings that stand alone, above something', () => {
    const text = 'A 🔥 at the Mill\n\nIt burned down.\nWho Saw It\nNobody did.';
    expect(shapes(text)).toEqual([
      ['heading', 'A 🔥 at the Mill'],
      ['heading', 'Who Saw It'],
    ]);
    expect(shapesOf(text).map(({ level }) => level)).toEqual([1, 2]);
  });

  it('are headings with their signs, whatever they say', () => {
    expect(shapesOf('# it burned.\nYes.\n### Why?\n#no')).toMatchObject([
      { kind: 'heading', level: 1 },
      { kind: 'heading', level: 3 },
    ]);
  });

  it.each([
    ['ends a sentence', 'The mill burned.\nIt was old.'],
    ['ends a sentence in other scripts', '他来了。\n他走了。'],
    ['ends with a quotation', 'He said “no.”\nThey left.'],
    ['is long', `${'Mill '.repeat(30)}\nIt was old.`],
    ['begins with a small letter', 'and they left\nIt was old.'],
    ['heads nothing', 'It was old.\nUnemployment is at 5 percent'],
    ['is all there is', 'Unemployment is at 5 percent'],
    ['is one of many', 'It was old.\nThe Mill\nThe River\nThe Bridge\nIt burned.'],
    ['is what somebody says', '“We will never stop”\nHe left.'],
    ['holds two sentences', 'The mill burned. Nobody saw it\nThey slept.'],
    ['is a row of a table', 'Mill\t1902\nIt burned.'],
    ['is of a script without end signs', 'โรงสีไฟไหม้เมื่อคืนนี้\nไม่มีใครเห็น'],
  ])('is no heading when it %s', (_what, text) => {
    expect(shapes(text)).toEqual([]);
  });

  it('is more of a title at the top', () => {
    const text = 'The Mill Burned\nA Fire at Night\nBy A. Lund\nMay 5, 2024\nIt was old.';
    expect(shapes(text)).toHaveLength(4);
  });

  it.each(['- One', '• One', '* One', '1. One', '12) One', '(3) One', 'a) One', '  - One'])(
    'is an item: %s',
    (line) => {
      expect(shapes(`It was old.\n${line}`)).toEqual([['item', line.trim()]]);
    },
  );

  it.each(['-5 degrees.', '2024. That was it.', '— We left, he said.', '*** ', '1.5 million came.', '-'])(
    'is no item: %s',
    (line) => {
      expect(shapes(`It was old.\n${line}\nSo.`)).toEqual([]);
    },
  );

  it.each([
    'Advertisement',
    'ADVERTISEMENT',
    'Story continues below advertisement',
    'Subscribe to our newsletter!',
    'Sign up for The Morning, free.',
    'Share this article',
    'Read more: The mill that burned',
    'Related Stories',
    '© 2024 The River Post. All rights reserved.',
    'Skip to main content',
    '5 min read',
  ])('is boilerplate: %s', (line) => {
    expect(shapes(`It was old.\n${line}\nIt burned.`)).toEqual([['boilerplate', line]]);
  });

  it.each([
    'Advertisements cost the ministry two million last year.',
    'Subscribers to the paper fell by half.',
    'Shares in the mill rose by 5 percent.',
    'Read more books, the minister told pupils.',
    'Copyright law was changed in 2019.',
  ])('is no boilerplate: %s', (line) => {
    expect(shapes(`It was old.\n${line}\nIt burned.`)).toEqual([]);
  });
});

describe('lines that were broken to fit', () => {
  const mail = 'The mill on the river\nburned down in the\nnight of Friday, and\nnobody saw how.';

  it('go on with small letters', () => {
    expect(isWrapped(mail)).toBe(true);
    expect(shapes(`The Mill\n\n${mail}\n\n- An item that\ngoes on\n\n${mail}`)).toEqual([
      ['heading', 'The Mill'],
      ['item', '- An item that\ngoes on'],
    ]);
  });

  it.each([
    ['paragraphs', 'The mill burned.\nNobody saw it.\nIt was old.\nIt stood empty.'],
    ['long lines', mail.replaceAll('burned', 'burned '.repeat(30))],
    ['a list', '- apples\n- pears\n- plums\n- nuts'],
    ['nothing', ''],
  ])('are not %s', (_what, text) => {
    expect(isWrapped(text)).toBe(false);
  });
});
