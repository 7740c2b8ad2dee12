import type { Block } from '../case/document.ts';
import { positionsOf } from './positions.ts';

/** A longer line is a sentence whose full stop was forgotten rather than a heading. */
const HEADING_LENGTH = 100;
const HEADING_WORDS = 14;
/**
 * So many lines that look like headings may follow one another: a title with its subtitle, and at the top a byline
 * too.
 */
const HEADINGS = 2;
const HEADINGS_AT_TOP = 4;
/** The longest line of what programs and people break by hand, with some room. */
const WRAPPED_LENGTH = 100;

/**
 * The sign with which an item of a list begins: a dash, an asterisk, a bullet, a number or a single letter. Long
 * dashes are none: in many languages they open what somebody says.
 */
export const ITEM_MARKER = /^[^\S\n]*(?:[-*•‣▪◦●·]|\d{1,3}[.)]|\(\d{1,3}\)|[a-z]\))[^\S\n]+(?=\S)/u;

/** What ends a sentence, in the scripts that have a sign for it, with whatever closes or decorates it. */
const ENDED = /[.!?…:;,。！？：；，।॥؟۔؛][^\p{L}\p{N}]*$/u;

/** Lines that belong to the page and not to the text, in whole. English only: elsewhere nothing is taken for it. */
const BOILERPLATE = new RegExp(
  `^(?:${[
    'advertisements?',
    '(?:article |story )?continues? (?:below|after)(?: (?:this |the )?advertisement)?',
    'sponsored(?: content)?',
    '(?:please )?(?:subscribe|sign up|sign in|log ?in)(?: (?:now|today|here|to|for|with)\\b.{0,60})?',
    'share(?: (?:this|on|via|with)\\b.{0,40})?',
    'follow us(?: on\\b.{0,40})?',
    'read more(?: on\\b.{0,30})?',
    '(?:read more|related|see also|more on this)[:：].{0,100}',
    'related (?:articles?|stories|topics|content|coverage)',
    'most (?:read|popular|viewed)',
    'click here(?: to\\b.{0,50})?',
    'skip to (?:main )?content',
    '(?:this (?:web)?site|we) uses? cookies\\b.{0,80}',
    'cookie (?:policy|settings|preferences)',
    'privacy policy',
    'terms (?:of|and) (?:use|service|conditions)',
    '(?:©|\\(c\\)|copyright (?:©|\\(c\\)|\\d{4})).{0,80}',
    '(?:.{0,60}\\s)?all rights reserved',
    '\\d{1,2} min(?:ute)?s? read',
  ].join('|')})[.!]?$`,
  'iu',
);

interface Line {
  start: number;
  end: number;
  text: string;
}

/** A part of a text that stands by itself, in UTF-16 units; `text` is its first line. */
interface Paragraph extends Line {
  lines: number;
}

/**
 * What can be told of a text's structure by its form alone, for a text that came without: plain, or pasted. Lines
 * that begin with `#` or stand alone, short and without an end sign, are headings; those that begin with a dash, a
 * bullet or a number are items; the usual calls to subscribe are boilerplate. Whatever is in doubt is a paragraph
 * and has no block, since headings and boilerplate are not proposed for checking and a paragraph is. Positions are
 * in code points.
 */
export function shapesOf(text: string): Block[] {
  const paragraphs = paragraphsOf(text);
  const headings = headingsAmong(paragraphs);
  const { toPoints } = positionsOf(text);
  return paragraphs.flatMap((paragraph, at): Block[] => {
    const shape =
      shapeOf(paragraph) ?? (headings.has(at) ? { kind: 'heading', level: at === 0 ? 1 : 2 } : null);
    return shape ? [{ ...shape, start: toPoints(paragraph.start), end: toPoints(paragraph.end) }] : [];
  });
}

/**
 * Whether the lines of a text were broken to fit a width, as in mail and old text files: many go on with a small
 * letter where the line before has not ended, and none is long. Then a line is no paragraph.
 */
export function isWrapped(text: string): boolean {
  let [pairs, continued, long, count] = [0, 0, 0, 0];
  let before: string | null = null;
  for (const line of linesOf(text)) {
    if (line.text !== '') count++;
    if (line.text.length > WRAPPED_LENGTH) long++;
    if (before !== null && line.text !== '') {
      pairs++;
      if (/^\p{Ll}/u.test(line.text) && !ENDED.test(before.slice(-8))) continued++;
    }
    before = line.text === '' ? null : line.text;
  }
  return continued >= 3 && continued >= pairs * 0.3 && long <= count * 0.05;
}

/** What a paragraph is by its first sign or its words, whatever stands around it. */
function shapeOf({ text, lines }: Paragraph): Pick<Block, 'kind' | 'level'> | null {
  const marks = /^(#{1,6})\s+\S/.exec(text)?.[1];
  if (marks !== undefined && lines === 1) return { kind: 'heading', level: marks.length };
  if (ITEM_MARKER.test(text)) return { kind: 'item', level: 1 };
  if (lines === 1 && text.length <= 160 && BOILERPLATE.test(text))
    return { kind: 'boilerplate', level: null };
  return null;
}

/**
 * Which paragraphs are headings because they look like it and head something. A long row of such lines is a poem, an
 * address or a list; the last line of a text heads nothing, and is a sentence without its full stop.
 */
function headingsAmong(paragraphs: readonly Paragraph[]): Set<number> {
  const headings = new Set<number>();
  for (let at = 0; at < paragraphs.length; at++) {
    const first = at;
    while (at < paragraphs.length && looksLikeHeading(paragraphs[at])) at++;
    const most = first === 0 ? HEADINGS_AT_TOP : HEADINGS;
    if (at < paragraphs.length && at - first <= most)
      for (let heading = first; heading < at; heading++) headings.add(heading);
  }
  return headings;
}

function looksLikeHeading(paragraph: Paragraph | undefined): boolean {
  if (!paragraph || paragraph.lines > 1 || shapeOf(paragraph)) return false;
  const { text } = paragraph;
  if (text.length > HEADING_LENGTH || text.includes('\t') || ENDED.test(text)) return false;
  // A small letter goes on with something; what stands wholly within quotation marks is what somebody says.
  if (!/^[\p{Lu}\p{Lt}\p{Lo}\p{Nd}\p{Pi}"'¿¡]/u.test(text) || !/\p{L}/u.test(text)) return false;
  // Scripts that are written without end signs give no hint.
  if (/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(text)) return false;
  if (/^[\p{Pi}"'].*[\p{Pf}"']$/u.test(text)) return false;
  // Two sentences in one line, the second without its full stop; an initial is none.
  if (/(?<!(?<!\p{L})\p{Lu})[.!?…]\s[^\p{L}\p{N}]*\p{Lu}/u.test(text) || /[。！？]\S/u.test(text))
    return false;
  return text.split(/\s+/u).length <= HEADING_WORDS;
}

function paragraphsOf(text: string): Paragraph[] {
  const wrapped = isWrapped(text);
  const paragraphs: Paragraph[] = [];
  let open = false;
  for (const line of linesOf(text)) {
    const last = paragraphs.at(-1);
    if (line.text === '') open = false;
    else if (wrapped && open && last && !ITEM_MARKER.test(line.text) && !line.text.startsWith('#')) {
      last.end = line.end;
      last.lines++;
    } else {
      paragraphs.push({ ...line, lines: 1 });
      open = true;
    }
  }
  return paragraphs;
}

/** The lines of a text without the white space around them. */
function* linesOf(text: string): Generator<Line> {
  for (let from = 0; from <= text.length;) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const line = text.slice(from, to);
    const start = from + (line.length - line.trimStart().length);
    const trimmed = line.trim();
    yield { start, end: start + trimmed.length, text: trimmed };
    from = to + 1;
  }
}
