import { alignLines } from './align-lines.ts';
import { compareWords } from './compare-words.ts';
import type { WordPart } from './compare-words.ts';
import { pairAlike } from './pair-alike.ts';
import { toCodePointsEach } from './positions.ts';

/** A run of a text; `start` and `end` in code points. */
export interface Span {
  start: number;
  end: number;
}

/** A part of two versions side by side: paragraphs that are the same, one that changed, or that are in one text only. */
export interface ComparedPart {
  kind: 'same' | 'removed' | 'added' | 'changed';
  /** Null for what was added. */
  before: Span | null;
  /** Null for what was removed. */
  after: Span | null;
  /** What changed in a paragraph, word by word, in code points of both texts; null when it is better read whole. */
  words: WordPart[] | null;
}

/** A paragraph or line of a text: where it begins, where its words end, and where the next begins, in UTF-16 units. */
interface Line {
  start: number;
  end: number;
  next: number;
}

/** So many pairs of lines are tried in all to find those that are alike; what is beyond is one change. */
const MOST_PAIRS = 1_000_000;
/** So much text is compared word by word in all, in UTF-16 units: finding words is what takes longest. */
const MOST_WORDS = 2_000_000;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    let next = end;
    while (text.charCodeAt(next) === 0x0a) next++;
    lines.push({ start, end, next });
    start = next;
  }
  return lines;
}

/** Puts parts together, in UTF-16 units; neighbours of one kind become one part, but for paragraphs that changed. */
class Parts {
  readonly list: ComparedPart[] = [];
  #from = 0;
  #to = 0;

  #add(kind: ComparedPart['kind'], from: number, to: number, words: WordPart[] | null = null): void {
    const before = from > this.#from ? { start: this.#from, end: from } : null;
    const after = to > this.#to ? { start: this.#to, end: to } : null;
    [this.#from, this.#to] = [from, to];
    if (!before && !after) return;
    const last = this.list.at(-1);
    if (!last || last.kind !== kind || kind === 'changed') this.list.push({ kind, before, after, words });
    if (last?.kind !== kind || kind === 'changed') return;
    if (last.before && before) last.before.end = before.end;
    if (last.after && after) last.after.end = after.end;
  }

  /** The same up to there in both texts. */
  same(from: number, to: number): void {
    this.#add('same', from, to);
  }

  removed(from: number): void {
    this.#add('removed', from, this.#to);
  }

  added(to: number): void {
    this.#add('added', this.#from, to);
  }

  /** Different up to there, as far as either text has something. */
  changed(from: number, to: number, words: WordPart[] | null): void {
    if (to === this.#to) this.removed(from);
    else if (from === this.#from) this.added(to);
    else this.#add('changed', from, to, words);
  }
}

/** Counts down what may still be spent, so that no two texts take for ever. */
function budget(left: number): (cost: number) => boolean {
  return (cost) => {
    if (cost > left) return false;
    left -= cost;
    return true;
  };
}

function compareLines(before: string, after: string): ComparedPart[] {
  const parts = new Parts();
  const mayPair = budget(MOST_PAIRS);
  const mayCompare = budget(MOST_WORDS);
  const said = (text: string, lines: readonly Line[]): string[] =>
    lines.map(({ start, end }) => text.slice(start, end));

  const change = (one: Line, other: Line): void => {
    const [was, is] = [before.slice(one.start, one.next), after.slice(other.start, other.next)];
    const words = mayCompare(was.length + is.length) ? compareWords(was, is) : null;
    parts.changed(one.next, other.next, words?.map((part) => shifted(part, one.start, other.start)) ?? null);
  };
  /** What stands between lines that are the same. */
  const differ = (ones: readonly Line[], others: readonly Line[]): void => {
    const [one, other] = [ones.at(-1), others.at(-1)];
    if (one && other && !mayPair(ones.length * others.length)) {
      parts.changed(one.next, other.next, null);
      return;
    }
    // One line between others that are the same took the place of another, however unlike they are.
    const isOne = ones.length === 1 && others.length === 1;
    for (const [at, place] of isOne ? [[0, 0]] : pairAlike(said(before, ones), said(after, others))) {
      const [was, is] = [ones[at ?? 0], others[place ?? 0]];
      if (!was || !is) continue;
      parts.removed(was.start);
      parts.added(is.start);
      change(was, is);
    }
    if (one) parts.removed(one.next);
    if (other) parts.added(other.next);
  };

  const [ones, others] = [linesOf(before), linesOf(after)];
  let last: readonly [number, number] = [0, 0];
  for (const [at, place] of alignLines(said(before, ones), said(after, others))) {
    differ(ones.slice(last[0], at), others.slice(last[1], place));
    last = [at + 1, place + 1];
    const [one, other] = [ones[at], others[place]];
    if (!one || !other) continue;
    // The line breaks after the same words may be others: the last paragraph has none until another is added.
    parts.same(one.end, other.end);
    if (one.next - one.end === other.next - other.end) parts.same(one.next, other.next);
    else parts.changed(one.next, other.next, null);
  }
  differ(ones.slice(last[0]), others.slice(last[1]));
  return parts.list;
}

function shifted(part: WordPart, from: number, to: number): WordPart {
  const by = (span: Span | null, offset: number): Span | null =>
    span && { start: span.start + offset, end: span.end + offset };
  return { kind: part.kind, before: by(part.before, from), after: by(part.after, to) };
}

/** Turns UTF-16 units into code points, for all spans of one of the texts. */
function inPoints(text: string, spans: readonly (Span | null)[]): (span: Span | null) => Span | null {
  const positions = toCodePointsEach(
    text,
    spans.flatMap((span) => (span ? [span.start, span.end] : [])),
  );
  return (span) => span && { start: positions.get(span.start) ?? 0, end: positions.get(span.end) ?? 0 };
}

/**
 * Two versions of a text, part by part, for reading side by side. The parts stand in order and together are both texts:
 * what their `before` says, joined, is the old text, and what their `after` says is the new one. Equal texts are one part,
 * empty ones none.
 *
 * Lines are aligned first; those in between that are alike are paired and compared word by word. All that takes time with
 * the square of something has a limit, beyond which parts are coarser, never wrong: two wholly different books are one
 * change.
 */
export function compareTexts(before: string, after: string): ComparedPart[] {
  const parts = compareLines(before, after);
  const all = parts.flatMap((part) => [part, ...(part.words ?? [])]);
  const was = inPoints(
    before,
    all.map((part) => part.before),
  );
  const is = inPoints(
    after,
    all.map((part) => part.after),
  );
  return parts.map(({ kind, words, ...part }) => ({
    kind,
    before: was(part.before),
    after: is(part.after),
    words:
      words?.map((word) => ({ kind: word.kind, before: was(word.before), after: is(word.after) })) ?? null,
  }));
}
