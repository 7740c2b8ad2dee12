import type { Block } from '../case/document.ts';
import type { BlockKind } from '../case/words.ts';
import { positionsOf } from '../reading/positions.ts';
import { isWrapped, shapesOf } from '../reading/shapes.ts';
import { breakAt } from '../reading/wrong-breaks.ts';

/**
 * A sentence of a document's text, or what stands for one: a heading, a row of a table. In code points, `end`
 * exclusive.
 */
export interface Sentence {
  start: number;
  end: number;
  /** `sentence` in a paragraph; otherwise what it is a part of. */
  kind: 'sentence' | BlockKind;
}

/** A part of the text in UTF-16 units that holds whole sentences of one kind. */
interface Stretch {
  start: number;
  end: number;
  kind: Sentence['kind'];
}

/**
 * The sentences of a text in order, without the white space around them; they do not overlap, and every character
 * that is no white space lies in one. `blocks` and the answer are in code points; without blocks, what can be told
 * by form is used (`shapesOf()`). `language` is a BCP 47 tag, or null when it is not known; one that the platform
 * does not know is taken as null.
 *
 * Block edges and blank lines part paragraphs; so does every line break in a list, a table or boilerplate, and in a
 * text without blocks, unless its lines were broken to fit a width. A heading is one sentence and so is a row of a
 * table. In the rest Unicode's rules are followed (UAX #29), but for the breaks that `wrong-breaks.ts` takes back.
 * Time is linear in the length of the text.
 */
export function sentencesOf(text: string, blocks: readonly Block[], language: string | null): Sentence[] {
  const positions = positionsOf(text);
  const parting: Parting = blocks.length > 0 ? 'blocks' : isWrapped(text) ? 'blank lines' : 'lines';
  const inUnits = (parting === 'blocks' ? blocks : shapesOf(text)).map(({ kind, start, end }) => ({
    kind,
    start: positions.toUnits(start),
    end: positions.toUnits(end),
  }));
  const segmenter = new Intl.Segmenter(known(language), { granularity: 'sentence' });
  const english = language === null || /^en(?:-|$)/i.test(language);
  const sentences: Sentence[] = [];
  for (const stretch of stretchesOf(text.length, inUnits))
    for (const paragraph of paragraphsOf(text, stretch, parting))
      for (const [from, to] of sentencesIn(text, paragraph, segmenter, english)) {
        const words = text.slice(from, to);
        const start = from + (words.length - words.trimStart().length);
        const end = from + words.trimEnd().length;
        if (start < end)
          sentences.push({
            start: positions.toPoints(start),
            end: positions.toPoints(end),
            kind: paragraph.kind,
          });
      }
  return sentences;
}

/** A tag that the segmenter takes; it would throw at one that is malformed, and ask the machine when given none. */
function known(language: string | null): string {
  try {
    return Intl.getCanonicalLocales(language ?? 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * The text cut at every edge of a block, each piece with the kind of the innermost block it lies in. What lies in
 * boilerplate is boilerplate, whatever else it is.
 */
function stretchesOf(length: number, blocks: readonly Stretch[]): Stretch[] {
  const ordered = blocks
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const stretches: Stretch[] = [];
  const open: Stretch[] = [];
  let at = 0;
  const upTo = (end: number): void => {
    if (end <= at) return;
    const kind = open.some((block) => block.kind === 'boilerplate') ? 'boilerplate' : open.at(-1)?.kind;
    stretches.push({ start: at, end, kind: kind ?? 'sentence' });
    at = end;
  };
  /** Blocks should nest; of those that cross, the one that began last goes on to its own end. */
  const closeUpTo = (start: number): void => {
    for (;;) {
      const next = open.reduce((least, { end }) => Math.min(least, end), Infinity);
      if (next > start) return;
      upTo(next);
      open.splice(0, open.length, ...open.filter(({ end }) => end > next));
    }
  };
  for (const block of ordered) {
    closeUpTo(block.start);
    upTo(block.start);
    open.push(block);
  }
  closeUpTo(length);
  upTo(length);
  return stretches;
}

/** What parts the paragraphs of a text: its blocks, its lines, or its blank lines alone. */
type Parting = 'blocks' | 'lines' | 'blank lines';

const LINE = /\n/g;
const BLANK_LINE = /\n[^\S\n]*\n/g;
/** Kinds in which every line stands for itself. */
const BY_LINE: readonly Sentence['kind'][] = ['item', 'table', 'boilerplate'];

function* paragraphsOf(text: string, stretch: Stretch, parting: Parting): Generator<Stretch> {
  const byLine = parting === 'lines' || (parting === 'blocks' && BY_LINE.includes(stretch.kind));
  const words = text.slice(stretch.start, stretch.end);
  let from = 0;
  for (const { index } of words.matchAll(byLine ? LINE : BLANK_LINE)) {
    yield { ...stretch, start: stretch.start + from, end: stretch.start + index };
    from = index;
  }
  yield { ...stretch, start: stretch.start + from };
}

function* sentencesIn(
  text: string,
  { start, end, kind }: Stretch,
  segmenter: Intl.Segmenter,
  english: boolean,
): Generator<[number, number]> {
  if (kind === 'heading' || kind === 'table' || kind === 'boilerplate') {
    yield [start, end];
    return;
  }
  const inside = text.slice(start, end);
  const begin = start + (inside.length - inside.trimStart().length);
  // A line break within a paragraph is layout and ends no sentence; Unicode's rules would end one there.
  const paragraph = inside.trim().replace(/[\n\r]/g, ' ');
  let from = 0;
  for (const index of breaksOf(paragraph, segmenter)) {
    if (index <= from) continue;
    const to = breakAt(paragraph, from, index, english);
    if (to === null) continue;
    yield [begin + from, begin + to];
    from = to;
  }
  yield [begin + from, end];
}

/**
 * The segmenter of V8 takes time in proportion to what it was given for each sentence, so long paragraphs are given
 * in parts.
 */
const WINDOW = 2048;
/** Whether a sentence ends can depend on the next letter, however far; so far it is looked for. */
const AHEAD = 256;
/** What a sentence ends with, in any script, and what parts paragraphs. */
const ENDS = /[\p{Sentence_Terminal}\u2024\u0085\u2028\u2029]/u;

/** Where a paragraph would be broken by Unicode's rules alone, in UTF-16 units. Linear, also in one long line. */
function* breaksOf(paragraph: string, segmenter: Intl.Segmenter): Generator<number> {
  // Asking the segmenter costs more than most lines of a list are worth.
  if (!ENDS.test(paragraph)) return;
  let [from, size] = [0, WINDOW];
  while (from < paragraph.length) {
    const end = Math.min(from + size, paragraph.length);
    let last = from;
    for (const { index } of segmenter.segment(paragraph.slice(from, end))) {
      // What follows the part is not seen, so its last breaks are left to the next part.
      if (end < paragraph.length && from + index > end - AHEAD) break;
      if (index > 0) yield (last = from + index);
    }
    if (end === paragraph.length) return;
    size = last === from ? size * 2 : WINDOW;
    from = last;
  }
}
