import { faceOf, type Marking } from '../markings.ts';
import { chunkAt, type Chunk, type Reading } from './reading.ts';
import { sentencesWithin } from './sentence-places.ts';
import type { Account, Cover } from './use-account.ts';

/** A sentence with how far it is accounted for; null for what nobody has to check. */
export interface CoveredSentence {
  from: number;
  to: number;
  cover: Cover;
  /** Whether it is worth checking. */
  hint: boolean;
}

/** All that is drawn of a chunk. While nothing of it changes it stays the same object, and is not drawn again. */
export interface Drawn {
  chunk: Chunk;
  marks: readonly Marking[];
  sentences: readonly CoveredSentence[];
  /** All of it as text, to compare by. */
  face: string;
}

type Draws = (reading: Reading, markings: readonly Marking[], account: Account | null) => readonly Drawn[];

/** Tells what is to be drawn of every chunk, again and again; a chunk in which nothing changed is the same as before. */
export function drawer(): Draws {
  let before: readonly Drawn[] = [];
  return (reading, markings, account) => {
    before = drawnOf(reading, markings, account, before);
    return before;
  };
}

function drawnOf(
  reading: Reading,
  markings: readonly Marking[],
  account: Account | null,
  before: readonly Drawn[],
): Drawn[] {
  const sentences = account?.sentences ?? [];
  const covers = account?.coverage.sentences ?? [];
  const hinted = new Set(account?.hints.map(({ sentence }) => sentence));
  const byChunk = new Map<number, Marking[]>();
  for (const marking of markings) {
    const first = chunkAt(reading, marking.from)?.index ?? 0;
    const last = chunkAt(reading, Math.max(marking.from, marking.to - 1))?.index ?? first;
    for (let index = first; index <= last; index++) {
      const own = byChunk.get(index);
      if (own) own.push(marking);
      else byChunk.set(index, [marking]);
    }
  }
  return reading.chunks.map((chunk) => {
    const marks = byChunk.get(chunk.index) ?? [];
    const [first, last] = sentencesWithin(sentences, chunk.from, chunk.to);
    let states = '';
    for (let at = first; at < last; at++) states += hinted.has(at) ? 'h' : (covers[at]?.charAt(0) ?? '-');
    const face = `${marks.map(faceOf).join('|')}#${states}`;
    const known = before[chunk.index];
    if (known?.chunk === chunk && known.face === face) return known;
    const covered = sentences.slice(first, last).map(({ from, to }, at): CoveredSentence => ({
      from,
      to,
      cover: covers[first + at] ?? null,
      hint: hinted.has(first + at),
    }));
    return { chunk, marks, sentences: covered, face };
  });
}

/** How a line is accounted for, over all sentences in it that count; null when none does. */
export function coverOfLine(sentences: readonly CoveredSentence[]): Cover {
  const counted = sentences.flatMap(({ cover }) => cover ?? []);
  if (counted.length === 0) return null;
  if (counted.includes('untouched')) return 'untouched';
  return counted.includes('partly') ? 'partly' : 'checked';
}

/** Told apart by shape as well: a row of dots, a thin line, a bar. Width in pixels. */
const STROKES: Readonly<Record<NonNullable<Cover>, { width: number; image: string }>> = {
  untouched: {
    width: 2,
    image: 'repeating-linear-gradient(var(--line-strong) 0 2px, transparent 2px 6px)',
  },
  partly: { width: 2, image: 'linear-gradient(var(--accent), var(--accent))' },
  checked: { width: 5, image: 'linear-gradient(var(--accent), var(--accent))' },
};

/**
 * The margin of a line as layers of a CSS background: a stroke for each of its sentences, as long as the sentence is
 * of the line. That a stroke is beside its words is exact for lines of one sentence, and near in the rest.
 */
export function coverBar(from: number, to: number, sentences: readonly CoveredSentence[]): string | null {
  const length = to - from;
  const layers = sentences.flatMap((sentence) => {
    if (sentence.cover === null) return [];
    const { width, image } = STROKES[sentence.cover];
    const start = Math.max(0, sentence.from - from) / length;
    const size = (Math.min(to, sentence.to) - Math.max(from, sentence.from)) / length;
    // CSS places a layer by the share of the room that is left beside it.
    const place = size < 1 ? Math.min(1, start / (1 - size)) : 0;
    const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
    return `${image} 50% ${percent(place)} / ${width}px calc(${percent(size)} - 2px) no-repeat`;
  });
  return layers.length === 0 ? null : layers.join(', ');
}
