import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Piece } from './found.ts';
import { matcherOf } from './matcher.ts';
import { nameForms } from './name-forms.ts';
import type { Needle } from './needle.ts';

const needle = (text: string, id = 's1'): Needle => ({ what: 'identity', id, text });
const finding = (...names: string[]) =>
  matcherOf(names.flatMap((name) => nameForms(name)).map((text) => needle(text)));
const piece = (text: string, number = 1): Piece => ({ text, place: { code: 'line', number } });
const found = (texts: readonly string[], needles: readonly Needle[]) =>
  [...matcherOf(needles).find(texts.map((text, index) => piece(text, index + 1)))].flat();

describe('a name is found', () => {
  it.each([
    ['as it stands', 'Oksana Petrenko said so.'],
    ['in capitals', 'OKSANA PETRENKO'],
    ['family name first, with spaces', 'PETRENKO,  Oksana'],
    ['over a line break', 'Oksana\n   Petrenko'],
    ['over a line break inside a word', 'asked Pet-\n  renko twice'],
    ['with soft hyphens and zero-width characters', 'Ok\u00ADsa\u200Bna P\u2060etrenko'],
    ['in wide letters', 'Ｏｋｓａｎａ　Ｐｅｔｒｅｎｋｏ'],
    ['with accents', 'Öksana Pètrenkö'],
    ['with a dash for the space', 'oksana–petrenko'],
    ['in a file name', 'IMG_OksanaPetrenko2.jpg'],
    ['in an address', 'https://example.org/oksana%20petrenko'],
    ['by one word of it', 'We met Petrenko at noon.'],
    ['by the other', "Oksana's brother"],
    ['with an ending', 'with Petrenkos daughter'],
    ['escaped in Markdown', 'Pet\\-renko and **Oks**ana Petrenko'],
    ['letter by letter', 'P e t r e n k o'],
  ])('%s', (_how, text) => {
    expect(finding('Oksana Petrenko').isIn(text)).toBe(true);
  });

  it.each([
    ['Anna-Maria Weiß', 'anna maria WEISS'],
    ['Łukasz Wójcik', 'lukasz wojcik'],
    ['İbrahim Ak', 'IBRAHIM AK'],
    ['Οδυσσεύς', 'ΟΔΥΣΣΕΥΣ'],
    ['Олена Шевченко', 'ШЕВЧЕНКО, Олена'],
    ['王小明', '记者王小\n明说'],
    ['김 철수', '김철수가 말했다'],
    ['أحمد الخطيب', 'وأحمد'],
    ['Jo Li', 'Li Jo'],
    ['Jo Li', 'https://example.org/jo%20li'],
    ['Олена', 'https://example.org/%D0%BE%D0%BB%D0%B5%D0%BD%D0%B0'],
    ['Zoë Ng', String.raw`{"by": "Zo\u00eb Ng"}`],
    ['Ana', 'says Ana.'],
    ["Niamh O'Dwyer", 'Niamh O’Dwyer'],
    ['Dr Oksana Petrenko (of the north clinic)', 'Oksana'],
  ])('%s, in %s', (name, text) => {
    expect(finding(name).isIn(text)).toBe(true);
  });
});

describe('a name is not found', () => {
  it.each([
    ['Aman Ri', 'a man rides'],
    ['Jo Li', 'jolly, or Jo said'],
    ['Ana', 'banana, analysis'],
    ['Anna Berg', 'Hosanna in the bergschrund'],
    ['Oksana Petrenko of the quay', 'on the quay'],
    ['Fade Li', `3fade9${'0'.repeat(40)}`],
    ['Oksana Petrenko', 'An officer of the harbour authority'],
  ])('%s, in %s', (name, text) => {
    expect(finding(name).isIn(text)).toBe(false);
  });

  it('across two pieces', () => {
    expect(found(['Jo', 'Li'], [needle('Jo Li')])).toEqual([]);
    expect(found(['Jo Li', ''], [needle('Jo Li')])).toHaveLength(1);
  });
});

describe('what is found', () => {
  it('is told once for each string and piece, in order, without the words', () => {
    const needles = [
      needle('Jane Doe'),
      needle('Jane'),
      { ...needle('kestrel'), what: 'exhibit-name', id: 'e1' } as const,
    ];
    const all = found(['nothing', 'Jane Doe and Jane', 'a kestrel, Jane', 'nothing'], needles);
    expect(all).toEqual([
      { place: { code: 'line', number: 2 }, what: 'identity', id: 's1' },
      { place: { code: 'line', number: 3 }, what: 'exhibit-name', id: 'e1' },
      { place: { code: 'line', number: 3 }, what: 'identity', id: 's1' },
    ]);
    expect(JSON.stringify(all)).not.toMatch(/jane|kestrel/i);
  });

  it('is told without a heading that holds it', () => {
    const place = { code: 'heading', text: 'What Jane Doe saw', number: 4 } as const;
    expect([...matcherOf([needle('Jane Doe')]).find([{ text: 'Jane Doe', place }])].flat()).toEqual([
      { place: { ...place, text: '' }, what: 'identity', id: 's1' },
    ]);
  });

  it('is found where one long piece is searched in parts', () => {
    for (const before of [199_990, 200_000, 203_995, 399_990]) {
      expect(
        found([`${'x '.repeat(before / 2)}Jane Doe${' y'.repeat(9_000)}`], [needle('Jane Doe')]),
      ).not.toEqual([]);
    }
  });

  it('is a number with any separators and dialling code', () => {
    const number: Needle = { ...needle('441234567'), digits: true };
    for (const text of ['+380 44 123-45-67', '044 1234567', '(0 44) 12.34.567', 'tel:+380441234567'])
      expect(matcherOf([number]).isIn(text)).toBe(true);
    expect(matcherOf([number]).isIn('44123456')).toBe(false);
  });
});

it('finds a name wherever it is put, however it is written', () => {
  const words = fc.array(
    fc.constantFrom('the', 'ferry', 'left', 'at', 'noon', 'دمشق', '船', 'Zug,', '“and”', '3'),
    {
      maxLength: 30,
    },
  );
  const between = fc.constantFrom(' ', '  ', '\n', '\u00A0', ', ', '-', '\u2011', '\u200B ', ' \u00AD');
  const write = fc.constantFrom<(name: string) => string>(
    (name) => name,
    (name) => name.toUpperCase(),
    (name) => name.normalize('NFD'),
    (name) => [...name].join('\u00AD'),
  );
  fc.assert(
    fc.property(words, words, between, write, fc.boolean(), (before, after, gap, written, swapped) => {
      const name = ['Zoë', 'Quill'].map(written);
      const text = [...before, (swapped ? name.toReversed() : name).join(gap), ...after].join(' ');
      expect(finding('Zoë Quill').isIn(text)).toBe(true);
      expect(finding('Zoë Quill').isIn([...before, ...after].join(' '))).toBe(false);
    }),
  );
});
