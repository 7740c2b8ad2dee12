import { resolve } from 'node:path';
import { degrees, PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { Extracted } from '../../shared/case/document.ts';
import { sliceByCodePoints } from '../../shared/text/code-points.ts';
import { readingPdfs } from './testing/read-fixture.ts';

const readPdf = readingPdfs(resolve(import.meta.dirname, '../../node_modules/pdfjs-dist'));

/** A line to be set: its words, from the left and the bottom, and the size of its type. */
type Set = [words: string, x: number, y: number, size?: number];

async function pdfOf(pages: readonly (readonly Set[])[], turned = 0): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const lines of pages) {
    const page = pdf.addPage([400, 600]);
    for (const [words, x, y, size = 10] of lines)
      page.drawText(words, { x, y, size, font, rotate: degrees(turned) });
  }
  return pdf;
}

async function read(pdf: PDFDocument): Promise<Extracted & { words: string[] }> {
  const parsed = await readPdf(await pdf.save(), () => {});
  if (!parsed.ok) throw new Error(parsed.error.code);
  const { text, blocks } = parsed.value;
  const words = blocks.map(
    ({ kind, level, start, end }) => `${kind}${level ?? ''}: ${sliceByCodePoints(text, start, end)}`,
  );
  return { ...parsed.value, words };
}

const textOf = async (...pages: (readonly Set[])[]): Promise<string> => (await read(await pdfOf(pages))).text;

const FULL = 'The crane had not been inspected since the spring of the year before';

describe('the text of a PDF', () => {
  it('joins lines to paragraphs, and parts these by space and indents', async () => {
    const lines: Set[] = [
      [FULL, 40, 500],
      [FULL, 40, 488],
      ['and that was all.', 40, 476],
      [`${FULL.slice(0, 60)}.`, 55, 464],
      [FULL, 40, 452],
      ['Said so.', 40, 440],
      [FULL, 40, 410],
    ];
    expect(await textOf(lines)).toBe(
      `${FULL} ${FULL} and that was all.\n\n${FULL.slice(0, 60)}. ${FULL} Said so.\n\n${FULL}`,
    );
  });

  it('keeps hyphens, and lines that were ended on purpose', async () => {
    const lines: Set[] = [
      ['The crane had not been inspected since the spring of the year and an exam-', 40, 500],
      ['ination of it was never asked for by the harbour, said the office of the Anglo-', 40, 488],
      ['Scottish harbour board.', 40, 476],
      ['In short', 40, 464],
      [FULL, 40, 452],
    ];
    expect(await textOf(lines)).toBe(
      'The crane had not been inspected since the spring of the year and an exam-ination of it was never asked for by the harbour, said the office of the Anglo-Scottish harbour board.\n\nIn short\n' +
        FULL,
    );
  });

  it('keeps raised numbers with the words they stand at', async () => {
    const lines: Set[] = [
      ['It was inspected', 40, 500],
      ['1', 115, 504, 6],
      ['in the spring, the office wrote in its answer.', 122, 500],
    ];
    expect(await textOf(lines)).toMatch(
      /^It was inspected\s?1\s?in the spring, the office wrote in its answer\.$/,
    );
  });

  it('tells headings by their type and lists by their bullets', async () => {
    const pdf = await pdfOf([
      [
        ['On cranes', 40, 560, 20],
        ['What is known', 40, 530, 14],
        [FULL, 40, 500],
        [`${FULL}.`, 40, 488],
        ['• One thing', 50, 476],
        ['• Another thing', 50, 464],
        [FULL, 40, 440],
      ],
    ]);
    const { words, text } = await read(pdf);
    expect(words).toEqual([
      'heading1: On cranes',
      'heading2: What is known',
      'item1: • One thing',
      'item1: • Another thing',
    ]);
    expect(text).toContain('• One thing\n• Another thing\n\nThe crane');
  });

  it('tells no headings where so much is set in larger type that it says nothing', async () => {
    const { words } = await read(
      await pdfOf([
        [
          [FULL, 40, 500],
          [FULL.slice(0, 40), 40, 470, 14],
        ],
      ]),
    );
    expect(words).toEqual([]);
  });

  it('tells running heads and page numbers, and where each page begins and what it is called', async () => {
    const page = (number: number): Set[] => [
      ['The Harbour Review', 40, 580],
      [`${FULL} on ${number}`, 40, 500],
      [String(number), 200, 20],
    ];
    const pdf = await pdfOf([page(1), page(2), [], page(3)]);
    const context = pdf.context;
    const labels = context.obj({ Nums: [0, context.obj({ S: 'r' }), 2, context.obj({ S: 'D', St: 7 })] });
    pdf.catalog.set(PDFName.of('PageLabels'), labels);
    const { words, text, pages } = await read(pdf);
    expect(words).toEqual(
      [1, 2, 3].flatMap((number) => ['boilerplate: The Harbour Review', `boilerplate: ${number}`]),
    );
    expect(pages.map(({ label }) => label)).toEqual(['i', 'ii', '7', '8']);
    const third = text.lastIndexOf('The Harbour');
    expect(pages.map(({ start }) => start)).toEqual([0, text.indexOf('The Harbour', 5), third, third]);
  });

  it('ends a paragraph with the page', async () => {
    expect(await textOf([[FULL, 40, 40]], [['and on it goes', 40, 560]])).toBe(`${FULL}\n\nand on it goes`);
  });

  it('reads a column after the other', async () => {
    const column = (x: number, words: string): Set[] => [
      [`${words} one that goes on`, x, 500],
      [`${words} two that goes on`, x, 488],
    ];
    expect(await textOf([...column(40, 'left'), ...column(220, 'right')])).toBe(
      'left one that goes on left two that goes on\n\nright one that goes on right two that goes on',
    );
  });

  it('reads what stands on end', async () => {
    const lines: Set[] = [
      [FULL.slice(0, 50), 100, 40],
      [FULL.slice(50), 112, 40],
    ];
    expect((await read(await pdfOf([lines], 90))).text).toBe(
      FULL.replace(/(?<=^.{50})/, ' ').replace(/ +/g, ' '),
    );
  });

  it('knows its title and language, and says how far it is', async () => {
    const pdf = await pdfOf([[[FULL, 40, 500]], [[FULL, 40, 500]]]);
    pdf.setTitle('On cranes');
    pdf.catalog.set(PDFName.of('Lang'), PDFString.of('en-GB'));
    const shares: number[] = [];
    const parsed = await readPdf(await pdf.save(), (share) => shares.push(share));
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        format: 'pdf',
        title: 'On cranes',
        language: 'en-GB',
        encoding: null,
        extractor: { name: 'stet-pdf + pdfjs' },
      },
    });
    expect(shares).toEqual([0.5, 1]);
  });

  it.each([
    ['has no words', async () => (await pdfOf([[]])).save(), 'no-text-in-it'],
    [
      'is none',
      () => Promise.resolve(new TextEncoder().encode('%PDF-1.7 and nothing else')),
      'damaged-document',
    ],
  ])('is refused when it %s', async (_what, bytes, code) => {
    expect(await readPdf(await bytes(), () => {})).toEqual({ ok: false, error: { code } });
  });
});
