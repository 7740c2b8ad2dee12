import { describe, expect, it } from 'vitest';
import { assembled } from './assemble.ts';
import { inert } from './html-file.ts';
import { partsOf } from './walk-page.ts';

/** The text with its blocks in brackets, for reading. */
function read(html: string, landmarks = false): string {
  const { text, blocks } = assembled(partsOf(inert(html).body, { landmarks }));
  const points = Array.from(text);
  let at = 0;
  let marked = '';
  for (const { kind, level, start, end } of blocks) {
    marked += `${points.slice(at, start).join('')}[${kind}${level ?? ''}|${points.slice(start, end).join('')}]`;
    at = end;
  }
  return marked + points.slice(at).join('');
}

describe('the text of a page', () => {
  it.each([
    ['<p>One\n  two</p><p>three</p>', 'One two\n\nthree'],
    ['one<div>two<div>three</div></div>four', 'one\n\ntwo\n\nthree\n\nfour'],
    ['<p>a <b> b </b> c</p>', 'a b c'],
    ['<p>a<b>b</b>c</p>', 'abc'],
    ['<p>one<br>two <br/> three</p>', 'one\ntwo\nthree'],
    ['<p>one<br> <br>two</p><br><p>three<br></p>', 'one\n\ntwo\n\nthree'],
    ['<p>a&nbsp; b&#8203;c</p>', 'a\u00a0 b\u200bc'],
    ['<pre>\n  one\n\ttwo\r\n\n</pre>', '  one\n\ttwo'],
    ['<p style="white-space: pre-wrap">a  b\nc</p>', 'a  b\nc'],
    ['<p>She said <q>no</q>.</p>', 'She said “no”.'],
    ['<p> \n </p><p>&nbsp;</p>', ''],
    ['<h1>Title</h1><h3>Sub <i>title</i></h3>', '[heading1|Title]\n\n[heading3|Sub title]'],
    [
      '<div role=heading aria-level=4>Words</div><span role="heading">More</span>!',
      '[heading4|Words]\n\n[heading2|More]\n\n!',
    ],
    ['<blockquote><p>One</p><p>Two</p></blockquote>', '[quote|One]\n\n[quote|Two]'],
    ['<figure><img alt="x"><figcaption>A crane</figcaption></figure>', '[caption|A crane]'],
    ['<aside role="doc-footnote"><p>One.</p></aside>', '[note|One.]'],
    ['<p>漢<ruby>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby></p>', '漢字(じ)'],
    ['<math><mi>x</mi><annotation>y</annotation></math>', 'x'],
    ['&#xD800;a&#0;b\0', '\uFFFDa\uFFFDb'],
  ])('%s', (html, text) => {
    expect(read(html)).toBe(text);
  });

  it('keeps the items of a list together, and tells how deep they are', () => {
    const html =
      '<p>First</p><ul><li>one<ol><li>a</li><li><p>b</p><p>more</p></li></ol>rest</li><li>two</li></ul><ul><li>x</ul>';
    expect(read(html)).toBe(
      'First\n\n[item1|one]\n[item2|a]\n[item2|b\nmore]\n[item1|rest]\n[item1|two]\n\n[item1|x]',
    );
  });

  it('gives a line to each row of a table of data, with tabs between its cells', () => {
    const html =
      '<table><caption>Counts</caption><tr><th>Port<th>Ships</tr><tr><td><p>Kotka</p><p>(FI)</p><td>1<br>2</tr><tr><td>Oulu<td></tr><tr><td><td>9</tr><tr></tr></table>';
    expect(read(html)).toBe('[caption|Counts]\n\n[table|Port\tShips\nKotka (FI)\t1 2\nOulu\n\t9]');
  });

  it.each([
    ['one column', '<table><tr><td>One<tr><td>Two</table>', 'One\n\nTwo'],
    ['headings', '<table><tr><td><h2>One</h2>a<td>b</table>', '[heading2|One]\n\na\n\nb'],
    ['a table within', '<table><tr><td>a<td><table><tr><td>1<td>2</table></table>', 'a\n\n[table|1\t2]'],
    ['a role', '<table role=presentation><tr><td>a<td>b</table>', 'a\n\nb'],
    [
      'an article in a cell',
      `<table><tr><td>menu<td>${'word '.repeat(500)}</table>`,
      `menu\n\n${'word '.repeat(500).trim()}`,
    ],
  ])('reads a table that only lays out as what stands in it: %s', (_why, html, text) => {
    expect(read(html)).toBe(text);
  });

  it('leaves out what is not shown, is run, loaded or filled in', () => {
    const html = `<p>seen</p><script>x</script><style>x</style><template>x</template><noscript>x</noscript>
      <p hidden>x</p><p style="color:red;DISPLAY : none">x</p><b style="visibility:hidden">x</b><dialog>x</dialog><p popover>x</p>
      <form><label>Name</label><input value=x><textarea>x</textarea><select><option>x</select><button>x</button></form>
      <svg><text>x</text></svg><iframe srcdoc=x>x</iframe><object>x</object><video>x</video><canvas>x</canvas>
      <p hidden="until-found">found</p><dialog open>open</dialog><details><summary>sum</summary>mary</details>`;
    expect(read(html)).toBe('seen\n\nName\n\nfound\n\nopen\n\nsum\n\nmary');
  });

  it('tells what belongs to the page, if it is asked to', () => {
    const html =
      '<header><h1>Paper</h1></header><nav><ul><li>Home<li>World</ul></nav><main><header><h1>News</h1></header><p>Text</p><footer>By her</footer></main><aside>Read on</aside><footer>Imprint</footer>';
    expect(read(html, true)).toBe(
      '[boilerplate|Paper]\n\n[boilerplate|Home]\n[boilerplate|World]\n\n[heading1|News]\n\nText\n\nBy her\n\n[boilerplate|Read on]\n\n[boilerplate|Imprint]',
    );
    expect(read(html)).not.toContain('boilerplate');
  });

  it('is not overcome by depth, width or length', () => {
    const page = inert('');
    let deep: Element = page.createElement('p');
    deep.textContent = 'deep';
    // Deeper than calls can be nested.
    for (let depth = 0; depth < 30_000; depth++) {
      const around = page.createElement(depth % 2 ? 'div' : 'span');
      around.append(deep);
      deep = around;
    }
    expect(partsOf(deep).map(({ text }) => text)).toEqual(['deep']);
    const wide = inert(
      `<p style="${'x'.repeat(100_000)}" class="${'y'.repeat(100_000)}">${'a<br>'.repeat(20_000)}</p>`,
    );
    expect(partsOf(wide.body)[0]?.text).toHaveLength(39_999);
    expect(read(`&amp;lt;${'&lt;'.repeat(10_000)}`)).toBe(`&lt;${'<'.repeat(10_000)}`);
  });
});
