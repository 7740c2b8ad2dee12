import type { PDFDocumentProxy, TextItem } from 'pdfjs-dist/types/src/display/api';
import { extracted, isTooMuch, TOO_MUCH, type Parsed } from './extracted.ts';
import { EXTRACTORS } from './extractors.ts';
import { partsOfPdf, type OutlineEntry } from './pdf-kinds.ts';
import { linesOf } from './pdf-lines.ts';
import { paragraphsOf, type Paragraph } from './pdf-paragraphs.ts';

/** More entries of an outline are not looked at, and none deeper. */
const MOST_ENTRIES = 5_000;
const DEEPEST = 9;

/**
 * The text of an open PDF, page by page: the words of its text layer in the order of its content, which is all there is;
 * pictures of words, forms that were filled in and notes beside the text are not in it. `onPage` hears, after each page,
 * what share of them is read. Rejects when PDF.js cannot read a page.
 */
export async function pdfText(pdf: PDFDocumentProxy, onPage: (share: number) => void): Promise<Parsed> {
  const paragraphs: Paragraph[] = [];
  const firsts: number[] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items, styles } = await page.getTextContent();
    const words = items.filter((item): item is TextItem => 'str' in item);
    firsts.push(paragraphs.length);
    for (const paragraph of paragraphsOf(linesOf(words, styles), number - 1)) {
      paragraphs.push(paragraph);
      length += paragraph.text.length;
    }
    page.cleanup();
    if (isTooMuch({ length })) return TOO_MUCH;
    onPage(number / pdf.numPages);
  }
  const labels = await pdf.getPageLabels().catch(() => null);
  const { title, language } = await aboutOf(pdf);
  return extracted({
    format: 'pdf',
    extractor: EXTRACTORS.pdf,
    encoding: null,
    declaredLanguage: language,
    title,
    parts: partsOfPdf(paragraphs, await outlineOf(pdf)),
    pages: firsts.map((firstPart, index) => ({ label: labels?.[index] || String(index + 1), firstPart })),
  });
}

/** What the PDF says of itself; damaged words about it do not keep its text from being read. */
async function aboutOf(pdf: PDFDocumentProxy): Promise<{ title: string | null; language: string | null }> {
  try {
    const { info } = await pdf.getMetadata();
    const about = info as Record<string, unknown>;
    const word = (name: string): string | null => (typeof about[name] === 'string' ? about[name] : null);
    return { title: word('Title'), language: word('Language') };
  } catch {
    return { title: null, language: null };
  }
}

async function outlineOf(pdf: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  const read = async (
    nodes: Awaited<ReturnType<PDFDocumentProxy['getOutline']>>,
    level: number,
  ): Promise<void> => {
    for (const { title, dest, items } of nodes) {
      if (entries.length >= MOST_ENTRIES) return;
      entries.push({ title, level, page: await pageOf(pdf, dest) });
      if (level < DEEPEST) await read(items as typeof nodes, level + 1);
    }
  };
  try {
    // Null when there is none, whatever the type says.
    const outline = (await pdf.getOutline()) as Awaited<ReturnType<PDFDocumentProxy['getOutline']>> | null;
    await read(outline ?? [], 1);
  } catch {
    // A damaged outline tells no headings.
  }
  return entries;
}

async function pageOf(pdf: PDFDocumentProxy, dest: string | unknown[] | null): Promise<number | null> {
  try {
    const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    const [page] = place ?? [];
    if (typeof page === 'number') return page;
    return page ? await pdf.getPageIndex(page as Parameters<PDFDocumentProxy['getPageIndex']>[0]) : null;
  } catch {
    return null;
  }
}
