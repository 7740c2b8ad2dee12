import { JSDOM, type XmlElement } from 'jsdom';

/** For tests only: a page as lines that a person can review, whatever its markup is. */

export interface PageLines {
  /** Headings by their level, and tables by how many rows and columns they have. */
  outline: string;
  /** The same with everything that stands in between: a line a paragraph, an item, a pair or a row. */
  text: string;
}

/** Where a new line begins, so that words of two of them are not read as one. */
const BLOCK = /<(?=\/?(?:p|br|li|div|dt|dd|tr|td|th|h[1-6]|blockquote|figcaption)\b)/gu;
const HEADING = /^h(?<level>[1-6])$/u;
/** What ends in a line of its own when nothing of these is in it. */
const HOLDS =
  /<(?:p|ul|ol|li|dl|dt|table|div|h[1-6]|blockquote|figure|figcaption|section|article|header|nav)\b/iu;

/** Throws where a word of the page would be in no line. */
export function pageLines(html: string): PageLines {
  const page = new new JSDOM('').window.DOMParser().parseFromString(html.replace(BLOCK, ' <'), 'text/html');
  const [body] = childrenOf(page.documentElement).filter(({ localName }) => localName === 'body');
  if (!body) throw new Error('there is no page');
  const lines = linesOf(body);
  const seen = lines.flatMap(({ words }) => words).join(' ');
  if (bare(seen) !== bare(body.textContent)) throw new Error('words of the page are in no line');
  const isShape = ({ shape }: Line): boolean => shape !== null;
  return {
    outline: textOf(lines.filter(isShape).map((line) => ({ ...line, text: line.shape ?? '' }))),
    text: textOf(lines),
  };
}

/** `words` are those of the page; `shape` is what the outline has of the line, if it has any. */
interface Line {
  text: string;
  words: string[];
  shape: string | null;
}

const textOf = (lines: readonly Line[]): string => `${lines.map(({ text }) => text).join('\n')}\n`;
const bare = (text: string): string => text.replace(/\s/gu, '');
const wordsIn = (element: XmlElement): string => element.textContent.replace(/\s+/gu, ' ').trim();

function childrenOf(element: XmlElement): XmlElement[] {
  const children: XmlElement[] = [];
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) children.push(child);
  return children;
}

function linesOf(element: XmlElement): Line[] {
  const { localName } = element;
  const level = HEADING.exec(localName)?.groups?.['level'];
  const words = wordsIn(element);
  if (level !== undefined) {
    const text = `${'#'.repeat(Number(level))} ${words}`;
    return [{ text, words: [words], shape: text }];
  }
  if (localName === 'table') return tableLines(element);
  const [term, ...told] = childrenOf(element);
  if (localName === 'div' && term?.localName === 'dt') {
    const pair = [wordsIn(term), told.map(wordsIn).join(' ')];
    return [{ text: pair.join(': '), words: pair, shape: null }];
  }
  if (HOLDS.test(element.innerHTML) && localName !== 'li') return childrenOf(element).flatMap(linesOf);
  if (words === '') return [];
  return [{ text: localName === 'li' ? `- ${words}` : words, words: [words], shape: null }];
}

function tableLines(table: XmlElement): Line[] {
  const parts = childrenOf(table);
  const caption = parts.filter(({ localName }) => localName === 'caption').map(wordsIn);
  const rows = parts
    .flatMap((part) => (part.localName === 'tr' ? [part] : childrenOf(part)))
    .filter(({ localName }) => localName === 'tr')
    .map((row) => childrenOf(row));
  const columns = new Set(rows.map(({ length }) => length));
  const heads = rows.filter((cells) => cells.every(({ localName }) => localName === 'th')).length;
  const size = `[table of ${[...columns].join(' or ')} columns, ${heads} of ${rows.length} rows its head]`;
  return [
    { text: [size, ...caption].join(' '), words: caption, shape: [size, ...caption].join(' ') },
    ...rows.map((cells) => {
      const words = cells.map(wordsIn);
      return { text: `| ${words.join(' | ')} |`, words, shape: null };
    }),
  ];
}
