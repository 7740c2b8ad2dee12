import { expect, test } from 'vitest';
import type { Exhibit } from '../../shared/case/evidence.ts';
import { translator } from '../../shared/messages/translate.ts';
import { FILE, PARTS, policyOf, viewerPage } from './viewer-page.ts';

const exhibit = (fields: Partial<Exhibit>): Exhibit =>
  ({ number: 3, title: 'Notes <b>', mediaType: 'text/plain', graphic: false, ...fields }) as Exhibit;
const page = (fields: Partial<Exhibit>, content: string | Uint8Array = ''): string =>
  viewerPage(exhibit(fields), Buffer.from(content as string), translator('en'), 'en');

test('a text is shown as it is written, whatever it is', () => {
  const html = page({}, '<script>alert(1)</script> & <img src=x onerror=y>');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;img');
  expect(html).toContain('<title>E3 · Notes &lt;b&gt;</title>');
  expect(html).not.toMatch(/<script|<img|onerror=y>/u);
});

test('UTF-16 with its mark is read as that, and a long text is cut and says so', () => {
  expect(page({}, Buffer.from('\ufeffЗвіт', 'utf16le'))).toContain('Звіт');
  const long = page({}, 'x'.repeat(5_000_010));
  expect(long).toContain('Only the beginning');
  expect(page({}, 'short')).not.toContain('Only the beginning');
});

test('a text is never cut within a character', () => {
  // One letter of one byte, then letters of two: the last byte that is read is the first half of one.
  expect(page({}, `x${'ї'.repeat(2_500_000)}`)).not.toContain('\ufffd');
});

const blocks = (html: string): string[] =>
  [...html.matchAll(/<div>([^<]*)<\/div>/gu)].map(([, text]) => text ?? '');

test('a text stands in blocks of whole lines, which are drawn as they come into sight', () => {
  const text = Array.from({ length: 5_000 }, (_, line) => `Line ${line}, of a log.`).join('\n');
  const shown = blocks(page({}, text));
  expect(shown.length).toBeGreaterThan(1);
  expect(Math.max(...shown.map(({ length }) => length))).toBeLessThanOrEqual(20_000);
  // Each block ends its line by being one; the last has no line after it.
  expect(shown.join('\n')).toBe(text);
});

test('a line without end is broken, not within a character, and says so', () => {
  const line = `x${'😀'.repeat(15_000)}`;
  const html = page({}, `First.\n${line}\nLast.`);
  expect(html).toContain('broken');
  const shown = blocks(html);
  expect(shown.join('').replaceAll('\n', '')).toBe(`First.${line}Last.`);
  expect(shown.join('\n')).not.toMatch(/\p{Surrogate}/u);
  expect(page({}, 'First.\nLast.')).not.toContain('broken');
});

test('a picture is folded away, grey, and asked for by controls that need no script', () => {
  const html = page({ mediaType: 'image/png' });
  expect(html).toMatch(/<details>\s*<summary>/u);
  expect(html).toContain(`<img src="${FILE}" alt="The picture “Notes &lt;b&gt;”">`);
  expect(html).toContain('<input type="checkbox">');
  expect(html).toContain('grayscale(1)');
  expect(html).not.toContain('<script');
});

test('what is marked as graphic says so first', () => {
  for (const mediaType of ['image/png', 'text/plain', 'application/pdf']) {
    const html = page({ mediaType, graphic: true }, 'What was seen.');
    const said = html.indexOf('This is marked as graphic');
    const shown = html.search(/<details|<div class="lines"|<div id="pages"/u);
    expect(said).toBeGreaterThan(0);
    expect(shown).toBeGreaterThan(said);
  }
  expect(page({ mediaType: 'image/png' })).not.toContain('graphic');
});

test('a PDF is drawn by Stet’s own script, which finds its words in the page', () => {
  const html = page({ mediaType: 'application/pdf' });
  expect(html.match(/<script[^>]*>/gu)).toEqual([`<script type="module" src="${PARTS}show-pdf.js">`]);
  expect(html).toContain('data-page="Page {page} of {pages}"');
});

test('the policy lets nothing in but the file itself, and for a PDF the script that draws it', () => {
  const plain = policyOf(exhibit({ mediaType: 'text/plain' }));
  expect(plain).toContain("default-src 'none'");
  expect(plain).toContain(`img-src ${FILE};`);
  expect(plain).not.toContain('script-src');
  const pdf = policyOf(exhibit({ mediaType: 'application/pdf' }));
  expect(pdf).toContain("default-src 'none'");
  expect(pdf).toContain(`script-src ${PARTS} 'wasm-unsafe-eval';`);
  expect(pdf).not.toMatch(/unsafe-inline.*script|'unsafe-eval'/u);
});
