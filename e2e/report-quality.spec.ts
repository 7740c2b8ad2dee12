import mammoth from 'mammoth';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import papaparse from 'papaparse';
import { z } from 'zod';
import { expect, root, Stet, test } from './app.ts';
import { findings } from './axe.ts';
import { leaksIn } from './leaks.ts';
import { factsOf, type PageFacts } from './page-facts.ts';
import { bare, missingFrom, strayFrom } from './read-back.ts';
import { readPdf, type ReadPdf } from './read-pdf.ts';
import { DANGEROUS, hasPayloads, LOGO_ALT, makeScriptsCase, RATING, SCRIPTS, TITLE } from './scripts-case.ts';

/**
 * What leaves the app, read by others: a case in five scripts, written by the command line in every form, and each form
 * given to the programs that are there to read it. Where one is not installed its test says so and is skipped.
 */

// One after the other, since all of them read the same files.
test.describe.configure({ mode: 'default' });

const FORMS = ['html', 'pdf', 'docx', 'md', 'csv', 'json', 'jsonld'] as const;

interface Told {
  allegations: {
    ref: string;
    statement: string;
    finding: { reason: string };
    passages: { exact: string }[];
    evidence: { excerpt: string; authentication: string | null }[];
    responses: { words: string; denies: string | null }[];
  }[];
  sources: { name: string }[];
}

const own = new Stet();
const fileOf = (form: string): string => own.file(`report.${form}`);
const textOf = (form: string): string => fs.readFileSync(fileOf(form), 'utf8');
let report: Told;
let html: PageFacts;
let pdf: ReadPdf;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await makeScriptsCase(own);
  const at = new Date().toISOString();
  const given = ['--at', at, '--by', 'Мара', '--no-record'];
  const written = FORMS.flatMap((form) => ['--to', `report.${form}`]);
  expect(await own.verb('export', 'Scripts.stet', ...written, ...given)).toMatchObject({ code: 0 });
  expect(await own.verb('export', 'Scripts.stet', '--to', 'again.pdf', ...given)).toMatchObject({ code: 0 });
  report = JSON.parse(textOf('json')) as Told;
  pdf = await readPdf(fs.readFileSync(fileOf('pdf')));
  await own.start();
  html = await (await reader(own, fileOf('html'))).evaluate(factsOf);
  await own.close();
});

test.afterAll(async () => {
  await own.kill();
  fs.rmSync(path.dirname(own.folder), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  expect(own.complaints).toEqual([]);
});

/** Everything people wrote that every full form has to have. */
const written = (): string[] => [
  TITLE,
  ...report.allegations.flatMap(({ ref, statement, finding, passages, evidence, responses }) => [
    ref,
    statement,
    finding.reason,
    ...passages.map(({ exact }) => exact),
    ...evidence.flatMap(({ excerpt, authentication }) => [excerpt, authentication ?? '']),
    ...responses.flatMap(({ words, denies }) => [words, denies ?? '']),
  ]),
  ...report.sources.map(({ name }) => name),
];

/** A page as a browser shows it: in a window that has none of Stet's own walls. */
async function reader(stet: Stet, file: string): Promise<Page> {
  const opened = stet.electron.waitForEvent('window');
  await stet.electron.evaluate(({ BrowserWindow }, path) => {
    const browser = new BrowserWindow({ webPreferences: { partition: 'reader', sandbox: true } });
    void browser.loadFile(path);
  }, file);
  const page = await opened;
  await expect(page.locator('h1')).toBeVisible();
  return page;
}

test('HTML has everything, and nothing in it loads, leads anywhere unasked or runs', async () => {
  for (const text of written()) expect(bare(html.text)).toContain(bare(text));
  expect(html).toMatchObject({ scripts: 0, mixed: [] });
  expect(html.policy).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  const others = html.addresses.filter(
    (each) => !/^a href (?:#|https:\/\/|mailto:)|^img src data:image\/png;base64,/u.test(each),
  );
  expect(others).toEqual([]);
  expect(html.styles.filter((style) => /url\(|@import|expression|image-set/iu.test(style))).toEqual([]);
  expect(html.columns.length).toBeGreaterThan(50);
  expect(textOf('html')).not.toMatch(/<script|<!--|javascript:/iu);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the HTML, and nothing is asked for (${scheme})`, async ({ stet }) => {
    await stet.start();
    const page = await reader(stet, fileOf('html'));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.emulateMedia({ colorScheme: scheme });
    await page.reload();
    await expect(page.locator('h1')).toHaveText(TITLE);
    expect(await findings(page)).toEqual([]);
    expect(asked.filter((address) => !/^(?:file|data):/u.test(address))).toEqual([]);
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(paper).toBe(scheme === 'dark' ? 'rgb(27, 26, 24)' : 'rgb(251, 250, 247)');
  });
}

test('PDF is the same file each time, and says nothing but what the report says', async () => {
  const bytes = fs.readFileSync(fileOf('pdf'));
  expect(fs.readFileSync(own.file('again.pdf')).equals(bytes)).toBe(true);
  expect(pdf.about).toMatchObject({ Title: TITLE, Creator: 'Stet', Producer: 'Stet' });
  expect(Object.keys(pdf.about).sort()).toEqual(['CreationDate', 'Creator', 'ModDate', 'Producer', 'Title']);
  expect(pdf.language).toBe('en');
  expect(pdf.suspicious).toEqual([]);
  for (const form of FORMS)
    expect([form, await leaksIn(fs.readFileSync(fileOf(form)), form, [own.folder])]).toEqual([form, []]);
});

test('PDF is read in the order of the page, with its headings, tables and pictures', () => {
  expect(pdf.outline).toEqual(html.headings);
  const read = (pattern: RegExp): string =>
    pdf.elements.flatMap(({ role, text }) => (pattern.test(role) ? [text] : [])).join(' ');
  expect(missingFrom(read(/^H\d$/u), html.headings)).toEqual([]);
  expect(missingFrom(read(/^TH$/u), html.columns)).toEqual([]);
  expect(missingFrom(pdf.texts.join(' '), written())).toEqual([]);
  expect(pdf.figures).toEqual([LOGO_ALT]);
  expect(strayFrom(html, pdf.texts)).toBe('');
});

const run = (tool: string, ...args: string[]) => spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1e8 });
const isThere = (tool: string): boolean => run(tool, '--version').error === undefined;

/** Standard output of a tool, which must be content with the file. */
function told(tool: string, ...args: string[]): string {
  const { status, stdout, stderr } = run(tool, ...args);
  expect([tool, status, stderr]).toEqual([tool, 0, '']);
  return stdout;
}

test('qpdf finds nothing wrong with the PDF', () => {
  test.skip(!isThere('qpdf'), 'qpdf is not installed');
  expect(told('qpdf', '--check', fileOf('pdf'))).not.toMatch(/warning/iu);
});

test('poppler finds tags, a title, A4, fonts that are embedded and give back their letters', () => {
  test.skip(!isThere('pdfinfo'), 'poppler is not installed');
  const about = told('pdfinfo', fileOf('pdf'));
  for (const line of [
    /^Tagged: +yes$/mu,
    /^JavaScript: +no$/mu,
    /^Encrypted: +no$/mu,
    /^Page size: .*\(A4\)$/mu,
  ])
    expect(about).toMatch(line);
  expect(about).toContain(TITLE);
  const fonts = told('pdffonts', fileOf('pdf')).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(3);
  expect(fonts.filter((line) => !/ yes +(?:yes|no) +yes +\d+ +\d+$/u.test(line))).toEqual([]);
});

test('poppler reads every statement and reference in the PDF', () => {
  test.skip(!isThere('pdftotext'), 'poppler is not installed');
  expect(missingFrom(told('pdftotext', fileOf('pdf'), '-'), written())).toEqual([]);
  const structure = told('pdfinfo', '-struct-text', fileOf('pdf'));
  // It loses what follows on a letter for which another is given, so the texts are read by PDF.js above.
  for (const { ref } of report.allegations) expect(structure).toContain(`"${ref}"`);
  const count = (element: string): number =>
    structure.match(new RegExp(`^ +${element} <`, 'gmu'))?.length ?? 0;
  expect(count('H1') + count('H2') + count('H3')).toBe(html.headings.length);
  expect(count('TH')).toBe(html.columns.length);
  expect(count('Table')).toBe(html.captions);
});

test('Word document is read by another reader, with everything in it', async () => {
  const { value, messages } = await mammoth.convertToHtml({ path: fileOf('docx') });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  const plain = value
    .replace(/<[^>]+>/gu, '')
    .replace(/&(?:lt|gt|quot|amp);/gu, (entity) => ENTITIES[entity] ?? entity);
  for (const text of written()) expect(bare(plain)).toContain(bare(text));
  expect(value.match(/<h1>/gu)?.length).toBeGreaterThan(10);
});
const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

test('LibreOffice opens the Word document', () => {
  test.skip(!isThere('soffice'), 'LibreOffice is not installed');
  const { status } = run(
    'soffice',
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    own.file('office'),
    fileOf('docx'),
  );
  expect(status).toBe(0);
  expect(fs.statSync(own.file('office/report.pdf')).size).toBeGreaterThan(10_000);
});

test('CSV gives back every text, and no cell begins like a formula', () => {
  if (!hasPayloads) console.log('Skipped: ../shared/fixtures/csv-injection is absent.');
  const text = textOf('csv').replace(/^\uFEFF/u, '');
  const { data, errors } = papaparse.parse<string[]>(text, { skipEmptyLines: true });
  expect(errors).toEqual([]);
  const [heads = [], ...rows] = data;
  expect(new Set(data.map(({ length }) => length))).toEqual(new Set([heads.length]));
  expect(data.flat().filter((cell) => /^\s*[=+\-@]/u.test(cell))).toEqual([]);
  const at = heads.indexOf('Allegation');
  const given = rows.map((row) => (row[at] ?? '').replace(/^'(?=[=+\-@])/u, ''));
  expect(given).toEqual([...Object.values(SCRIPTS).map(({ statement }) => statement), ...DANGEROUS]);
});

test('JSON and ClaimReview are as their published schemas say', () => {
  const schema = (name: string): z.ZodType =>
    z.fromJSONSchema(
      JSON.parse(fs.readFileSync(path.join(root, 'docs', name), 'utf8')) as z.core.JSONSchema.JSONSchema,
    );
  const issues = (name: string, form: string): unknown =>
    schema(name).safeParse(JSON.parse(textOf(form))).error?.issues ?? [];
  expect(issues('report.schema.json', 'json')).toEqual([]);
  expect(issues('claimreview.schema.json', 'jsonld')).toEqual([]);
  expect(textOf('jsonld')).not.toMatch(/[<>]/u);
  expect(JSON.parse(textOf('jsonld'))).toMatchObject({ reviewRating: { alternateName: RATING } });
});

test('no form says of what is denied that it is not so', () => {
  const own = { html: html.text, md: textOf('md'), csv: textOf('csv') };
  for (const [form, text] of Object.entries(own)) {
    expect([form, text.includes('denied')]).toEqual([form, true]);
    const others = text.replaceAll('Denied does not mean false', '');
    expect([
      form,
      others.match(/\b(?:false|untrue|wrong|refut|disprov|debunk|fake|baseless)\w*/giu) ?? [],
    ]).toEqual([form, []]);
  }
});
