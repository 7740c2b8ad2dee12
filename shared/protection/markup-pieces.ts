import { decodeHTML, decodeXML } from 'entities';
import type { Piece, Place } from './found.ts';
import { SEAM } from './squeeze.ts';

/** How a kind of markup is read for its text. */
interface Kind {
  decode: (text: string) => string;
  /** Whether text before and after a tag is one text, as with emphasis inside a line. */
  isInline: (name: string) => boolean;
  /** Whether a tag is seen as space inside a line. */
  isSpace: (name: string) => boolean;
  /** The level of a heading, from 1, that begins with this tag; null for none. */
  headingLevel: (name: string, tag: string) => number | null;
  /** Elements whose content is text as it stands. */
  raw: RegExp | null;
}

/** Of HTML the elements that stand inside a line. Everything else parts what stands before it from what comes after. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

export const HTML: Kind = {
  decode: decodeHTML,
  isInline: (name) => INLINE.has(name) || name === 'br',
  isSpace: (name) => name === 'br',
  headingLevel: (name) => (/^h[1-6]$/u.test(name) ? Number(name[1]) : null),
  raw: /^(?:style|script)$/u,
};

/** Of a Word document: a paragraph is one text, however many runs it is in. */
export const WORD_XML: Kind = {
  decode: decodeXML,
  isInline: (name) => !/^w:(?:p|tc|tr|tbl|txbxcontent|footnote|endnote|comment|hdr|ftr|body)$/u.test(name),
  isSpace: (name) => /^w:(?:br|cr|tab|ptab)$/u.test(name),
  headingLevel: (name, tag) => {
    const style = name === 'w:pstyle' ? /"heading ?([1-9])"/iu.exec(tag) : null;
    return style ? Number(style[1]) : null;
  },
  raw: null,
};

/** Any other XML: each element has a text of its own. */
export const XML: Kind = {
  decode: decodeXML,
  isInline: () => false,
  isSpace: () => false,
  headingLevel: () => null,
  raw: null,
};

// A name, and attributes up to the first `>` that is not in quotation marks.
const TOKEN =
  /<!--(?<comment>[\s\S]*?)(?:-->|$)|<!\[CDATA\[(?<data>[\s\S]*?)(?:\]\]>|$)|<[!?](?<declaration>[^>]*)>|<(?<close>\/?)(?<name>[\p{L}_][^\s/>]*)(?<attributes>[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*)>|(?<text>[^<]+|<)/gu;

/**
 * Everything that stands in markup, piece by piece: the text of each block as a reader sees it, entities decoded; then
 * attributes, comments and declarations, where they stand. Nothing of the source is left out, whether or not it is shown.
 * `at` makes the place of a piece of the heading above it; headings are told by reference where they begin with one.
 */
export function* markupPieces(
  source: string,
  kind: Kind,
  at: (heading: string, number: number) => Place = headingPlace,
): Generator<Piece, void, void> {
  const headings: string[] = [];
  let number = 0;
  let level: number | null = null;
  let block = '';
  let rawUntil: string | null = null;
  const place = (): Place => at(headings.filter(Boolean).join(' › '), number);
  function* flush(): Generator<Piece, void, void> {
    if (level !== null) {
      headings.length = level;
      headings[level - 1] = headingLabel(block);
      number++;
      level = null;
    }
    if (block.trim() !== '') yield { text: block, place: place() };
    block = '';
  }
  for (const { groups = {} } of source.matchAll(TOKEN)) {
    const { comment, data, declaration, attributes, text } = groups;
    const name = groups['name']?.toLowerCase();
    const aside = comment ?? declaration;
    if (name !== undefined) {
      if (rawUntil === name) rawUntil = null;
      if (kind.isSpace(name)) block += ' ';
      else if (kind.isInline(name)) block += SEAM;
      else yield* flush();
      if (groups['close'] === '') level = kind.headingLevel(name, attributes ?? '') ?? level;
      if (groups['close'] === '' && kind.raw?.test(name)) rawUntil = name;
      // The name as well: an element may be called anything.
      const tag = `${groups['name'] ?? ''} ${attributes ?? ''}`;
      if (tag.length > name.length + 1) yield { text: kind.decode(tag), place: place() };
      else if (name.length > 10) yield { text: tag, place: place() };
    } else if (aside !== undefined) yield { text: aside, place: place() };
    else block += data ?? (rawUntil === null ? kind.decode(text ?? '') : (text ?? ''));
  }
  yield* flush();
}

/** The part of a heading that may be told of a place: the reference of an allegation, or the words of a section. */
export function headingLabel(heading: string): string {
  const text = heading.replaceAll(SEAM, '').replace(/\s+/gu, ' ').trim();
  return /^[\p{L}\p{N}]{1,12}-\d+/u.exec(text)?.[0] ?? Array.from(text).slice(0, 60).join('');
}

function headingPlace(text: string, number: number): Place {
  return text === '' ? { code: 'top' } : { code: 'heading', text, number };
}
