import type { Line } from './pdf-lines.ts';

/** Lines that belong together, and how they are set; of a page, counted from 0. */
export interface Paragraph {
  text: string;
  lines: number;
  page: number;
  size: number;
  across: number;
  /** Whether it begins with the bullet of a list. */
  item: boolean;
}

/** Type that is larger or smaller by more than this begins another paragraph. */
const SAME_SIZE = 1.1;

/** Lines are further apart than usual when by more than this; where it is not known what is usual, than twice the type. */
const FURTHER = 1.25;

/** Of the size of the type: so much further in begins a paragraph, so much further out is another column or list. */
const INDENT = 0.8;
const FAR_OUT = 4;

const BULLET = /^[•‣◦▪▫●○■□∙]\s*\S/u;
const NUMBERED = /^(?:\d{1,3}|[a-z])[.)]\s/iu;
const ENDS_SENTENCE = /[.!?:…。！？؟]["'”’»)\]]*$/u;
const CJK = '\\p{Script=Hani}\\p{Script=Hira}\\p{Script=Kana}、。，！？：；「」『』（）';
const BETWEEN_CJK = new RegExp(`[${CJK}]\n[${CJK}]$`, 'u');

/**
 * Joins the lines of a page to paragraphs by how they are set: the space between lines, the size of the type, where lines
 * begin and end. What cannot be told stays apart, and a page always ends a paragraph. A hyphen at the end of a line stays,
 * since nobody can know whether the word has it; the word goes on right behind it.
 */
export function paragraphsOf(lines: readonly Line[], page: number): Paragraph[] {
  const usual = usualGap(lines);
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const current = paragraphs.at(-1);
    if (current && belongsTo(current, line, lines, usual)) current.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((each) => paragraphOf(each, lines, page));
}

function belongsTo(
  current: readonly Line[],
  line: Line,
  all: readonly Line[],
  usual: number | null,
): boolean {
  const last = current.at(-1);
  if (!last || last.way !== line.way) return false;
  if (Math.max(last.size, line.size) > SAME_SIZE * Math.min(last.size, line.size)) return false;
  const gap = last.across - line.across;
  const most = usual === null ? 2 * line.size : Math.min(usual * FURTHER + 0.5, 2.5 * line.size);
  if (gap <= 0 || gap > most) return false;
  if (BULLET.test(line.text)) return false;
  const short = endsEarly(last, line, all);
  const ends = ENDS_SENTENCE.test(last.text);
  if (short && (ends || NUMBERED.test(line.text) || isOtherFont(last, line))) return false;
  const base = (current[1] ?? last).start;
  const further = line.start - base;
  const marked = current.length === 1 && (BULLET.test(last.text) || NUMBERED.test(last.text));
  if (further > INDENT * line.size && !marked && (short || ends)) return false;
  return further > -(current.length === 1 ? FAR_OUT : INDENT) * line.size;
}

const isOtherFont = (a: Line, b: Line): boolean => a.font !== null && b.font !== null && a.font !== b.font;

/** Whether the next line's first word would have found room in this one: the line was ended on purpose. */
function endsEarly(line: Line, next: Line, all: readonly Line[]): boolean {
  const edge = all
    .filter(
      ({ way, size, start }) =>
        way === line.way && size === line.size && Math.abs(start - next.start) < 1.5 * size,
    )
    .reduce((most, { end }) => Math.max(most, end), line.end);
  const word = /^\S+/u.exec(next.text)?.[0] ?? '';
  const width = ((next.end - next.start) * word.length) / Math.max(1, next.text.length);
  return line.end + width + line.size / 2 < edge;
}

/** The space between baselines that most lines of a page have; null when too few are there to say. */
function usualGap(lines: readonly Line[]): number | null {
  const gaps = lines
    .flatMap((line, index) => {
      const last = lines[index - 1];
      const gap = last ? last.across - line.across : 0;
      return last && last.way === line.way && gap > line.size / 2 && gap < 2.5 * line.size ? [gap] : [];
    })
    .toSorted((a, b) => a - b);
  return gaps.length < 4 ? null : (gaps[Math.floor(gaps.length / 2)] ?? null);
}

function paragraphOf(lines: readonly Line[], all: readonly Line[], page: number): Paragraph {
  let text = '';
  lines.forEach((line, index) => {
    const last = lines[index - 1];
    text += last ? between(last, line, all) + line.text : line.text;
  });
  return {
    text,
    lines: lines.length,
    page,
    size: Math.max(...lines.map(({ size }) => size)),
    across: lines[0]?.across ?? 0,
    item: BULLET.test(text),
  };
}

function between(last: Line, line: Line, all: readonly Line[]): string {
  if (endsEarly(last, line, all)) return '\n';
  if (/\p{L}[-\u2010\u00AD]$/u.test(last.text) && /^\p{L}/u.test(line.text)) return '';
  const sign = Array.from(line.text.slice(0, 2))[0] ?? '';
  return BETWEEN_CJK.test(`${last.text.slice(-2)}\n${sign}`) ? '' : ' ';
}
