import type { Part } from './assemble.ts';
import type { Paragraph } from './pdf-paragraphs.ts';

/** An entry of the outline of a PDF, its page counted from 0, or null when it leads to none. */
export interface OutlineEntry {
  title: string;
  level: number;
  page: number | null;
}

/** Longer ones, in UTF-16 units, are no headings and no running heads. */
const LONGEST_HEADING = 200;

/** Type so much larger than that of the text makes a heading, unless so large a share of all is set in such type. */
const LARGER = 1.15;
const MOST_LARGER = 0.2;

/** What stands at the edge of so many pages is the page's and not the text's. */
const RUNNING = 3;

/**
 * Says what the paragraphs of a PDF are: headings, by the outline and by their type; items of lists, by their bullets;
 * running heads and page numbers, which are boilerplate, by standing alike at the edge of several pages.
 */
export function partsOfPdf(paragraphs: readonly Paragraph[], outline: readonly OutlineEntry[]): Part[] {
  const running = runningHeads(paragraphs);
  const levels = levelsByType(paragraphs);
  const titles = titlesIn(outline);
  let list: object | null = null;
  return paragraphs.map((paragraph): Part => {
    const { text, item } = paragraph;
    list = item ? (list ?? {}) : null;
    if (running.has(paragraph)) return { text, kind: 'boilerplate', level: null, list: null };
    const level = levelByOutline(paragraph, titles) ?? levelByType(paragraph, levels);
    if (level !== null) return { text, kind: 'heading', level, list: null };
    return item ? { text, kind: 'item', level: 1, list } : { text, kind: null, level: null, list: null };
  });
}

/** Letters and digits only, since outlines are typed anew at times: with other spaces, without numbers. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const withoutNumber = (text: string): string => text.replace(/^[\d.]+\s+/u, '');

function titlesIn(outline: readonly OutlineEntry[]): Map<string, OutlineEntry[]> {
  const titles = new Map<string, OutlineEntry[]>();
  for (const entry of outline) {
    const key = plain(withoutNumber(entry.title.trim()));
    if (key !== '') titles.set(key, [...(titles.get(key) ?? []), entry]);
  }
  return titles;
}

function levelByOutline(
  { text, page }: Paragraph,
  titles: ReadonlyMap<string, OutlineEntry[]>,
): number | null {
  if (text.length > LONGEST_HEADING) return null;
  const entries = titles.get(plain(withoutNumber(text)));
  const entry = entries?.find((each) => each.page === page) ?? entries?.find((each) => each.page === null);
  return entry ? Math.min(9, entry.level) : null;
}

const rounded = (size: number): number => Math.round(size * 2) / 2;

/** The sizes of type that are larger than the text's, the largest first, or none where they tell nothing. */
function levelsByType(paragraphs: readonly Paragraph[]): number[] {
  const signs = new Map<number, number>();
  for (const { size, text } of paragraphs)
    signs.set(rounded(size), (signs.get(rounded(size)) ?? 0) + text.length);
  const sizes = Array.from(signs);
  const all = sizes.reduce((sum, [, count]) => sum + count, 0);
  const [body] = sizes.toSorted(([, a], [, b]) => b - a);
  const larger = sizes.filter(([size]) => size >= (body?.[0] ?? 0) * LARGER);
  const share = larger.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, all);
  return share > MOST_LARGER ? [] : larger.map(([size]) => size).toSorted((a, b) => b - a);
}

function levelByType({ text, size }: Paragraph, levels: readonly number[]): number | null {
  const rank = levels.indexOf(rounded(size));
  return rank < 0 || text.length > LONGEST_HEADING || !/\p{L}/u.test(text) ? null : Math.min(6, rank + 1);
}

/** Single lines at the top or bottom of a page that stand there, but for numbers, on several pages. */
function runningHeads(paragraphs: readonly Paragraph[]): Set<Paragraph> {
  const alike = new Map<string, Paragraph[]>();
  for (const page of pagesOf(paragraphs)) {
    const byHeight = page.toSorted((a, b) => b.across - a.across);
    for (const paragraph of new Set([byHeight[0], byHeight.at(-1)])) {
      if (!paragraph || paragraph.lines > 1 || paragraph.text.length > LONGEST_HEADING) continue;
      const words = paragraph.text.toLowerCase().replace(/\d+|\b[ivxlc]+\b/gu, '#');
      const key = `${Math.round(paragraph.across / 3)} ${words}`;
      alike.set(key, [...(alike.get(key) ?? []), paragraph]);
    }
  }
  return new Set(Array.from(alike.values()).flatMap((each) => (each.length >= RUNNING ? each : [])));
}

function pagesOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const pages = new Map<number, Paragraph[]>();
  for (const paragraph of paragraphs) {
    const page = pages.get(paragraph.page);
    if (page) page.push(paragraph);
    else pages.set(paragraph.page, [paragraph]);
  }
  return Array.from(pages.values());
}
