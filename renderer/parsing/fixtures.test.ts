import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, it, vi } from 'vitest';
import type { Extracted } from '../../shared/case/document.ts';
import { sliceByCodePoints } from '../../shared/text/code-points.ts';
import type { Parsed } from './extracted.ts';
import { readDocument } from './read-document.ts';
import { openPdf, readingPdfs } from './testing/read-fixture.ts';

// In the window mammoth is bundled for browsers; here the same build is taken.
vi.mock('mammoth', async () => {
  const { createRequire } = await import('node:module');
  return { default: createRequire(import.meta.url)('mammoth/mammoth.browser.js') as typeof mammoth };
});

const PDFJS = resolve(import.meta.dirname, '../../node_modules/pdfjs-dist');
const FIXTURES = resolve(import.meta.dirname, '../../../shared/fixtures');
const there = existsSync(FIXTURES);
if (!there) console.log('Skipped: ../shared/fixtures is absent.');

const filesWith = (ending: string): { name: string; path: string }[] =>
  (there ? readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }) : [])
    .filter((path) => path.endsWith(ending))
    .toSorted()
    .map((path) => ({ name: basename(path), path: resolve(FIXTURES, path) }));

const DOCX = filesWith('.docx');
const PDF = filesWith('.pdf');

const read = (path: string): Promise<Parsed> =>
  readDocument(
    new Uint8Array(readFileSync(path)),
    { fileName: basename(path), isRichText: false },
    readingPdfs(PDFJS),
    () => {},
  );

/** Which of the Word documents have no words at all, only pictures, empty paragraphs or empty tables. */
const WORDLESS = [
  'blk-containing-table.docx',
  'default.docx',
  'doc-coreprops.docx',
  'doc-default.docx',
  'doc-no-coreprops.docx',
  'doc-word-default-blank.docx',
  'empty.docx',
  'external-picture.docx',
  'having-images.docx',
  'set-no-settings-part.docx',
  'shp-inline-shape-access.docx',
  'sty-behav-props.docx',
  'sty-having-no-styles-part.docx',
  'sty-having-styles-part.docx',
  'tbl-2x2-table.docx',
  'tbl-col-props.docx',
  'tbl-having-tables.docx',
  'tbl-on-off-props.docx',
  'tiny-picture-target-base-relative.docx',
  'tiny-picture.docx',
];

/** Why those of the PDFs are refused that are: scans and pictures, a password, a damaged root. */
const REFUSED: Record<string, string> = {
  'cmyk-image.pdf': 'no-text-in-it',
  'grayscale-image.pdf': 'no-text-in-it',
  'imagemagick-ASCII85Decode.pdf': 'no-text-in-it',
  'imagemagick-CCITTFaxDecode.pdf': 'no-text-in-it',
  'imagemagick-images.pdf': 'no-text-in-it',
  'imagemagick-lzw.pdf': 'no-text-in-it',
  'libreoffice-writer-password.pdf': 'password-needed',
  'unreadablemetadata.pdf': 'damaged-document',
};

const signsOf = (text: string): string => text.replace(/\s/gu, '');
/** The numbers that stand for notes are mammoth's, in its HTML and not in its raw text. */
const withoutNumbers = (text: string): string => text.replace(/\[\d+\]/gu, '');

/** The rules for a stored text that came out of a file (shared/case/document.ts). */
function expectWellFormed({ text, blocks, pages }: Extracted): void {
  expect(text).not.toMatch(/^\s*\n|\n\s*$|\r|\0/u);
  let at = 0;
  for (const { start, end } of blocks) {
    expect(start).toBeGreaterThanOrEqual(at);
    const words = sliceByCodePoints(text, start, end);
    expect(words.trim()).not.toBe('');
    expect(words).not.toMatch(/^\n|\n$/u);
    at = end;
  }
  const starts = pages.map(({ start }) => start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
}

async function taken(path: string): Promise<Extracted> {
  const parsed = await read(path);
  if (!parsed.ok) throw new Error(`refused: ${parsed.error.code}`);
  return parsed.value;
}

describe.skipIf(!there)('every Word document among the fixtures', () => {
  const wordless = DOCX.filter(({ name }) => WORDLESS.includes(name));
  const others = DOCX.filter((each) => !wordless.includes(each));
  const rawOf = async (path: string): Promise<string> =>
    signsOf((await mammoth.extractRawText({ arrayBuffer: new Uint8Array(readFileSync(path)).buffer })).value);

  it('is there', () => {
    expect([wordless.length, others.length]).toEqual([20, 43]);
  });

  it.each(others)('$name is read without loss', async ({ path }) => {
    const document = await taken(path);
    expectWellFormed(document);
    const firstNote = document.blocks.find(({ kind }) => kind === 'note')?.start ?? Infinity;
    const body = sliceByCodePoints(document.text, 0, Math.min(firstNote, document.text.length));
    expect(withoutNumbers(signsOf(body))).toBe(await rawOf(path));
  });

  it.each(wordless)('$name has no words, and is refused for that', async ({ path }) => {
    expect(await read(path)).toEqual({ ok: false, error: { code: 'no-text-in-it' } });
    expect(await rawOf(path)).toBe('');
  });
});

describe.skipIf(!there)('every PDF among the fixtures', () => {
  const refused = PDF.flatMap((each) => (REFUSED[each.name] ? [{ ...each, code: REFUSED[each.name] }] : []));
  const others = PDF.filter(({ name }) => !REFUSED[name]);

  it('is there', () => {
    expect([refused.length, others.length]).toEqual([8, 23]);
  });

  it.each(others)('$name is read without loss, page by page', async ({ path }) => {
    const document = await taken(path);
    expectWellFormed(document);
    const { text, pages } = document;
    const points = Array.from(text);
    const own = pages.map(({ start }, index) => points.slice(start, pages[index + 1]?.start).join(''));
    expect(own.map(signsOf)).toEqual((await pagesOf(path)).map(signsOf));
  });

  it.each(refused)('$name is refused: $code', async ({ path, code }) => {
    expect(await read(path)).toEqual({ ok: false, error: { code } });
  });

  it.each(refused.filter(({ code }) => code === 'no-text-in-it'))('$name has no words', async ({ path }) => {
    expect(signsOf((await pagesOf(path)).join(''))).toBe('');
  });
});

/** The text of each page as PDF.js itself gives it. */
async function pagesOf(path: string): Promise<string[]> {
  const loading = openPdf(new Uint8Array(readFileSync(path)), PDFJS);
  const pdf = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await loading.destroy();
  return pages;
}
