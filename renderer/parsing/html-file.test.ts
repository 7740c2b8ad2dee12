import { describe, expect, it } from 'vitest';
import type { Extracted } from '../../shared/case/document.ts';
import { sliceByCodePoints } from '../../shared/text/code-points.ts';
import { htmlFile, richText } from './html-file.ts';
import { encoded } from './testing/encode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function htmlOf(source: string): Extracted {
  const parsed = htmlFile(utf8(source));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

const wordsOf = ({ text, blocks }: Extracted, kind: string): string[] =>
  blocks.filter((block) => block.kind === kind).map(({ start, end }) => sliceByCodePoints(text, start, end));

const SENTENCE =
  'The harbour office wrote that the crane had not been inspected since the spring of that year. ';
const ARTICLE = `<h2>What is known</h2><p>${SENTENCE.repeat(3)}</p><ul><li>${SENTENCE}</li><li>${SENTENCE}</li></ul><table><tr><td>1<td>2<tr><td>3<td>4</table><p>${SENTENCE.repeat(4)}</p>`;
const PAGE = `<!doctype html><html lang="en-GB"><head><title>Crane stood idle | The Paper</title><meta property="og:title" content="Crane stood idle"></head><body>
  <header><a href="/">The Paper</a><h1>Crane stood idle</h1></header>
  <nav><ul><li><a href="/a">Politics</a></li><li><a href="/b">Sports</a></li></ul></nav>
  <div class="wrap"><div class="article-body" id="story">${ARTICLE}<div class="share-tools"><a href="#">Share</a></div></div></div>
  <div class="sidebar"><a href="/x">Most read</a></div><footer>Imprint and privacy</footer></body></html>`;

describe('the text of a saved page', () => {
  it('is its article with the heading before it, and says what it is', () => {
    const page = htmlOf(PAGE);
    expect(page).toMatchObject({
      format: 'html',
      encoding: 'utf-8',
      language: 'en-GB',
      title: 'Crane stood idle',
      pages: [],
      extractor: { name: 'stet-page + readability' },
    });
    expect(page.text).toMatch(/^Crane stood idle\n\nWhat is known\n\nThe harbour/);
    expect(wordsOf(page, 'heading')).toEqual(['Crane stood idle', 'What is known']);
    expect(wordsOf(page, 'item')).toEqual([SENTENCE.trim(), SENTENCE.trim()]);
    for (const strange of ['Politics', 'Most read', 'Imprint']) expect(page.text).not.toContain(strange);
  });

  it('keeps what Readability would drop out of the article', () => {
    expect(wordsOf(htmlOf(PAGE), 'table').concat(wordsOf(htmlOf(PAGE), 'boilerplate'))).toContain(
      '1\t2\n3\t4',
    );
  });

  it('is all of the page where there is no article, with what belongs to the page told apart', () => {
    const page = htmlOf('<title>T</title><nav>Home</nav><p>A short note.</p><footer>Imprint</footer>');
    expect(page.text).toBe('Home\n\nA short note.\n\nImprint');
    expect(wordsOf(page, 'boilerplate')).toEqual(['Home', 'Imprint']);
    expect(page.title).toBe('T');
    expect(page.language).toBeNull();
  });

  it('is all of the page where the article found is clearly too little of it', () => {
    const row = (words: string): string => `<section><span>${words.repeat(3)}</span></section>`;
    const page = htmlOf(
      `<body>${row(SENTENCE).repeat(30)}<article class="article"><p>${SENTENCE.repeat(2)}</p><p>${SENTENCE}, ${SENTENCE}</p></article></body>`,
    );
    expect(page.text.length).toBeGreaterThan(SENTENCE.length * 90);
  });

  it('opens the shadow trees that browsers save', () => {
    const page = htmlOf(
      '<body><x-a><template shadowrootmode="open"><p>in</p><x-b><template shadowmode="open"><p>deeper</p></template></x-b></template></x-a><template>x</template></body>',
    );
    expect(page.text).toBe('in\n\ndeeper');
  });

  it('is read in the encoding that the page declares, and in its language', () => {
    const words =
      "Президент України заявив, що щонайменше сто п'ятдесят п'ять громадян Китаю воюють на боці Росії. Двоє з них потрапили в полон у Донецькій області. Пекін заперечує будь-яку офіційну участь і каже, що ніколи не був учасником цієї війни. Речник уряду додав, що громадянам радять не їхати в зону бойових дій.";
    const bytes = encoded(`<html lang=en><meta charset=koi8-u><p>${words}</p>`, 'koi8-u');
    const parsed = htmlFile(bytes);
    expect(parsed).toMatchObject({ ok: true, value: { encoding: 'koi8-u', language: 'uk', text: words } });
  });

  it('runs and loads nothing', () => {
    const page = htmlOf(
      '<body onload="globalThis.ran = 1"><img src="https://example.invalid/x.png" onerror="globalThis.ran = 1"><script>globalThis.ran = 1</script><link rel=stylesheet href="https://example.invalid/x.css"><meta http-equiv=refresh content="0;url=https://example.invalid/"><p>words</p></body>',
    );
    expect(page.text).toBe('words');
    expect(globalThis).not.toHaveProperty('ran');
  });

  it.each([
    ['<p></p><script>x</script>', 'no-text-in-it'],
    ['\0<p>x</p>', 'not-text'],
  ])('is refused when it is none: %j', (source, code) => {
    expect(htmlFile(utf8(source))).toEqual({ ok: false, error: { code } });
  });

  it('is read of pages nested as deep as no page of people is', () => {
    const depth = 3_000;
    expect(htmlOf(`${'<div>'.repeat(depth)}<p>${SENTENCE}</p>`).text).toBe(SENTENCE.trim());
  });
});

describe('what was pasted with its formatting', () => {
  it('is all of it, without a search for an article', () => {
    const html = `<html><body lang="en"><!--StartFragment--><nav>Home</nav>${ARTICLE}<!--EndFragment--></body></html>`;
    const parsed = richText(utf8(html));
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        format: 'rich-text',
        encoding: null,
        title: null,
        extractor: { name: 'stet-page' },
        language: 'en',
      },
    });
    const pasted = parsed.ok ? parsed.value : null;
    expect(pasted?.text).toMatch(/^Home\n\nWhat is known/);
    expect(pasted?.blocks.filter(({ kind }) => kind === 'boilerplate')).toEqual([]);
  });

  it('is nothing when it has no words', () => {
    expect(richText(utf8('<img src=x>'))).toEqual({ ok: false, error: { code: 'no-text-in-it' } });
  });
});
