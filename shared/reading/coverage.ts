import type { Sentence } from '../text/sentences.ts';
import { positionsOf } from './positions.ts';
import { ITEM_MARKER } from './shapes.ts';
import type { Span } from './span.ts';

/** How far the checking of a sentence has come. */
export type Covering = 'untouched' | 'partly' | 'checked';

/** How much of a document is checked, sentence by sentence. */
export interface Coverage {
  /**
   * In the order of the sentences; null for one that counts neither way: boilerplate, and what has no letter or
   * digit.
   */
  sentences: (Covering | null)[];
  checked: number;
  partly: number;
  untouched: number;
  /** The sentences that count. */
  total: number;
  /** `checked` by `total`, from 0 to 1; 1 when none counts, since then there is nothing left to do. */
  share: number;
}

const WORD = /[\p{L}\p{N}]/u;

/**
 * How much of a text lies under `covers`, the passages of allegations and the marks, in any order; they may
 * overlap. A sentence is checked when all its letters and digits do, whatever becomes of signs and spaces, and
 * partly when some do. The sign or number of a list's item is layout and need not be covered. Headings count.
 * `sentences` are those of the text, in order; positions are in code points, and what lies outside of the text is
 * left out. Takes the time of sorting the covers and reading the text once.
 */
export function coverageOf(text: string, sentences: readonly Sentence[], covers: readonly Span[]): Coverage {
  const { toUnits } = positionsOf(text);
  const covered = joined(covers);
  const states: Coverage['sentences'] = [];
  let first = 0;
  for (const sentence of sentences) {
    const [from, to] = [toUnits(sentence.start), toUnits(sentence.end)];
    const marker = sentence.kind === 'item' ? ITEM_MARKER.exec(text.slice(from, to))?.[0].length : 0;
    let at = from + (marker ?? 0);
    const found = { inside: false, outside: false };
    const look = (end: number, where: keyof typeof found): void => {
      if (at < end && !found[where]) found[where] = WORD.test(text.slice(at, end));
      at = Math.max(at, end);
    };
    while ((covered[first]?.end ?? Infinity) <= sentence.start) first++;
    for (let next = first; (covered[next]?.start ?? Infinity) < sentence.end; next++) {
      const cover = covered[next];
      if (!cover) break;
      look(Math.min(toUnits(cover.start), to), 'outside');
      look(Math.min(toUnits(cover.end), to), 'inside');
    }
    look(to, 'outside');
    states.push(sentence.kind === 'boilerplate' ? null : stateOf(found));
  }
  const count = (state: Covering): number => states.filter((each) => each === state).length;
  const [checked, partly, untouched] = [count('checked'), count('partly'), count('untouched')];
  const total = checked + partly + untouched;
  return { sentences: states, checked, partly, untouched, total, share: total === 0 ? 1 : checked / total };
}

/**
 * The number of the next sentence that is not checked, partly or not at all, and begins behind code point `from`;
 * past the end it goes on from the beginning, up to and with the one at `from`. Null when none is left. From −1 it
 * is the first.
 */
export function nextUntouched(
  coverage: Pick<Coverage, 'sentences'>,
  sentences: readonly Sentence[],
  from: number,
): number | null {
  const isLeft = (at: number): boolean => {
    const state = coverage.sentences[at];
    return state === 'untouched' || state === 'partly';
  };
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  for (let steps = 0; steps < sentences.length; steps++) {
    const at = (low + steps) % sentences.length;
    if (isLeft(at)) return at;
  }
  return null;
}

function stateOf({ inside, outside }: { inside: boolean; outside: boolean }): Covering | null {
  if (inside) return outside ? 'partly' : 'checked';
  return outside ? 'untouched' : null;
}

/** The covers in order, those that touch or overlap made one. */
function joined(covers: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of covers.toSorted((a, b) => a.start - b.start)) {
    if (end <= start) continue;
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}
