import { describe, expect, it } from 'vitest';
import {
  address,
  bullets,
  code,
  heading,
  md,
  paragraph,
  quotation,
  sentence,
  table,
  together,
  told,
} from './markdown.ts';

describe('text in Markdown', () => {
  it.each([
    [
      'keeps plain words and stops',
      'It burned. At 14:02, e.g. 50% - "so"!',
      'It burned. At 14:02, e.g. 50% - "so"!',
    ],
    [
      'escapes what is markup',
      '*a* _b_ [c](d) #e ~f~ $g$',
      '\\*a\\* \\_b\\_ \\[c\\](d) \\#e \\~f\\~ \\$g\\$',
    ],
    ['holds no HTML', '<b>&amp;`', '&lt;b&gt;&amp;amp;&#96;'],
    [
      'sets addresses as code',
      'see (https://a.example/x_y), or me@a.example.',
      'see (`https://a.example/x_y`), or `me@a.example`.',
    ],
    ['parts them from what code cannot hold', 'www.a.example|b\\`c', '`www.a.example`\\|b\\\\&#96;c'],
    ['makes no link of a host', 'a.example', 'a\\.example'],
    ['shows a line break', 'one\r\ntwo', 'one ⏎ two'],
    ['shows control characters', 'a\u0000\u007f\u0085', 'a␀␡\uFFFD'],
  ])('%s', (_what, text, written) => {
    expect(paragraph(text)).toEqual([written]);
  });

  it.each([
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['12. a', '12\\. a'],
    ['1) a', '1\\) a'],
    ['=', '\\='],
    [': a', '\\: a'],
    ['    a\t', '&#32;&#32;&#32;&#32;a&#9;'],
    ['2025-04', '2025-04'],
  ])('begins nothing: %j', (text, written) => {
    expect(paragraph(text)).toEqual([written]);
    expect(heading(2, text)).toEqual([`## ${written}`]);
    expect(bullets([paragraph(text)])).toEqual([`- ${written}`]);
    expect(table(['h'], [[text]])).toEqual(['| h |', '| --- |', `| ${written} |`]);
  });
});

it('a quotation keeps line breaks, and parts paragraphs', () => {
  expect(quotation('\n one\n- two\n\n \n3. three \n')).toEqual([
    '> &#32;one\\',
    '> \\- two',
    '>',
    '> 3\\. three&#32;',
  ]);
  expect(quotation(' \n')).toEqual([]);
});

it('an address is a link only where following it cannot run anything', () => {
  expect(paragraph(address('https://a.example/?b=c&d'))).toEqual(['<https://a.example/?b=c&d>']);
  expect(paragraph(address('javascript:alert(1)'))).toEqual(['javascript\\:alert(1)']);
  expect(paragraph(address('https://a.example/>b'))).toEqual(['`https://a.example/>b`']);
});

it('code is code only where it can be', () => {
  expect(paragraph([code('id-1'), ' ', code('a`b')])).toEqual(['`id-1` a&#96;b']);
});

it('a sentence takes pieces of markup, and text cannot pass for one', () => {
  const said = sentence({ who: md`**${'*'}**` }, ({ who }) => `${who} said \uE0005\uE001 *`);
  expect(paragraph(said)).toEqual(['**\\*** said  \\*']);
});

it('text from right to left stands apart in a line', () => {
  expect(paragraph(md`${told('ماء')}: a`)).toEqual(['\u2068ماء\u2069: a']);
  expect(paragraph(told('\u202ea\nb'))).toEqual(['\u2068\u202ea\u202c\u2069 ⏎ b']);
});

it('blocks stand apart, and empty ones are left out', () => {
  const item = together(paragraph('a'), [], quotation('b'));
  expect(bullets([item, [], paragraph('c')])).toEqual(['- a', '', '  > b', '- c']);
});
