import type { State } from '../../case/words.ts';
import { directionOfText, directionRuns } from '../../text/direction.ts';
import { DIRECTING, isolated } from '../../text/isolated.ts';
import { visible } from '../../text/visible.ts';

/**
 * A document of a word processor as plain data: what is in it and by which style, and nothing of how a file holds it.
 * The file is written from it in electron/report/, because the library that does so brings the types of Node along,
 * which would then hold in all of shared/. All text in it can stand in XML: only this file makes pieces of text.
 */
export interface WordDocument {
  title: string;
  language: string;
  /** Direction of everything that does not say its own. */
  rtl: boolean;
  /** When it was made, which is all it tells of when and where it was written. */
  madeAt: string;
  /** The picture before everything else; null for none. */
  logo: WordLogo | null;
  /** Made while they are read, each time anew: all at once they would take more room than the report itself. */
  blocks: Iterable<WordBlock>;
}

/** A picture in PNG or JPEG, with what is read out in its place; empty where nothing is to be. */
export interface WordLogo {
  base64: string;
  alt: string;
}

export type WordBlock = WordParagraph | WordTable;

export interface WordParagraph {
  kind: 'paragraph';
  style: ParagraphStyle;
  /** Null: in the direction of the document. */
  rtl: boolean | null;
  /** The names of this place, for links inside of the document. */
  bookmarks: readonly string[];
  pieces: readonly Piece[];
}

/** A table with a row of heads. Widths are in hundredths of the line. */
export interface WordTable {
  kind: 'table';
  widths: readonly number[];
  heads: readonly WordParagraph[];
  rows: readonly (readonly (readonly WordParagraph[])[])[];
}

/** The styles of whole paragraphs; headings are the word processor's own. */
export type ParagraphStyle =
  | 'Title'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Body'
  | 'Kicker'
  | 'Contents'
  | 'Marks'
  | 'Flag'
  | 'Passage'
  | 'PassageSource'
  | 'Fact'
  | 'Told'
  | 'PanelFact'
  | 'PanelTold'
  | 'Item'
  | 'Caption'
  | 'CellHead'
  | 'Cell'
  | 'CellTold'
  | 'CellSaid'
  | 'CellSmall'
  | 'FootnoteText';

/** The styles of a few words in a line; a state is a word and a colour. */
export type Look = 'Name' | 'Soft' | 'Said' | 'Marked' | 'Code' | 'Reference' | 'Emphasised' | State;

export type Piece =
  | { kind: 'text'; text: string; look: Look | null; rtl: boolean }
  | { kind: 'break' }
  | { kind: 'tab' }
  /** `to` is a bookmark of this document, or an address of the web or of mail. */
  | { kind: 'link'; inside: boolean; to: string; pieces: readonly Piece[] }
  | { kind: 'footnote'; content: readonly WordParagraph[] };

/** What can stand in a line: words of the report, numbers, and pieces that are made already; null is nothing. */
export type Part = string | number | null | Piece | readonly Part[];

/** Whether there is anything in a part. */
export function isNothing(part: Part): boolean {
  return part === null || part === '' || (Array.isArray(part) && part.every(isNothing));
}

/** The pieces of a part, in order. Text that looks alike is one piece, which an editor can then mark and change as one. */
function piecesOf(part: Part): Piece[] {
  const pieces: Piece[] = [];
  gather(part, pieces);
  return pieces;
}

function gather(part: Part, pieces: Piece[]): void {
  if (part === null) return;
  if (typeof part === 'string' || typeof part === 'number') gather(textRuns(String(part), null), pieces);
  else if (!('kind' in part)) for (const each of part) gather(each, pieces);
  else {
    const last = pieces.at(-1);
    const alike =
      part.kind === 'text' && last?.kind === 'text' && last.look === part.look && last.rtl === part.rtl;
    if (alike) pieces[pieces.length - 1] = { ...last, text: last.text + part.text };
    else pieces.push(part);
  }
}

/** Words that look like something. */
export function look(name: Look, words: string | number): Piece[] {
  return textRuns(String(words), name);
}

/**
 * Text people wrote, inside a line, so that its direction changes nothing but itself. Its line breaks become spaces, as
 * on a page.
 */
export function told(text: string, name: Look | null = null): Piece[] {
  return textRuns(visible(text).replace(/[\n\u2028\u2029]+/g, ' '), name);
}

/** Text people wrote, with its line breaks. */
export function toldLines(text: string, name: Look | null = null): Piece[] {
  return visible(text)
    .split(/[\n\u2028\u2029]/)
    .flatMap((line, index): Piece[] => {
      const runs = textRuns(line, name);
      return index === 0 ? runs : [{ kind: 'break' }, ...runs];
    });
}

/** Runs of one direction each. A text that turns directions itself is closed off, so that it turns nothing else. */
function textRuns(text: string, name: Look | null): Piece[] {
  const shown = visible(text);
  const closed = DIRECTING.test(shown) ? isolated(shown) : shown;
  return directionRuns(closed).map((run) => ({ kind: 'text', look: name, ...run }));
}

/** A picture of a newsroom. */
export function wordLogo({ base64, alt }: WordLogo): WordLogo {
  return { base64, alt: visible(alt).replace(/[\n\u2028\u2029]+/g, ' ') };
}

/** A place in the document, by the name of its bookmark. */
export function linkInside(to: string, content: Part): Piece {
  return { kind: 'link', inside: true, to, pieces: piecesOf(content) };
}

/** An address may be this long in what word processors read without calling the file damaged. */
const ADDRESS_LENGTH = 2_000;

/** An address as it was written; a link only where following it cannot run anything. */
export function address(text: string): Part {
  const shown = told(text, 'Code');
  if (!/^(https:\/\/|mailto:)[^\s]+$/i.test(text)) return shown;
  // What no address may have (RFC 3986) would make a word processor refuse the whole file.
  const to = visible(text)
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^!#$%&-;=?-Z[\]_a-z~]/gu, encodeURIComponent);
  return to.length > ADDRESS_LENGTH ? shown : { kind: 'link', inside: false, to, pieces: shown };
}

/** A note at the foot of the page. */
export function footnote(...content: readonly WordParagraph[]): Piece {
  return { kind: 'footnote', content };
}

/** A paragraph of the report's own words, in the direction of its language. */
export function paragraph(
  style: ParagraphStyle,
  content: Part,
  bookmarks: readonly string[] = [],
): WordParagraph {
  return { kind: 'paragraph', style, rtl: null, bookmarks, pieces: piecesOf(content) };
}

/** A paragraph people wrote, in its own direction and with its line breaks. */
export function toldParagraph(style: ParagraphStyle, text: string): WordParagraph {
  const direction = directionOfText(text);
  return {
    kind: 'paragraph',
    style,
    rtl: direction === null ? null : direction === 'rtl',
    bookmarks: [],
    pieces: toldLines(text),
  };
}
