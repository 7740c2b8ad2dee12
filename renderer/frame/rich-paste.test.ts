import { describe, expect, it } from 'vitest';
import { structuresIn } from './rich-paste.ts';

describe('structuresIn', () => {
  it('names what HTML lays out, in one order', () => {
    const html =
      '<TABLE border=1><tr><td>1</table><ol type="a"><li>x</ol><H2>Fire</H2><blockquote>b</blockquote>';
    expect(structuresIn(html)).toEqual(['headings', 'lists', 'tables', 'quotations']);
    expect(structuresIn('<meta charset=utf-8><p>Fire</p><ul>\n<li>a</ul>')).toEqual(['lists']);
  });

  it('finds nothing in words that only carry a look, and in tags that begin alike', () => {
    expect(
      structuresIn('<html><head></head><body><b>Fire</b><hr><span>h1</span><header>a</header></body>'),
    ).toEqual([]);
    expect(structuresIn('plain <h words> and <tablet>')).toEqual([]);
  });
});
