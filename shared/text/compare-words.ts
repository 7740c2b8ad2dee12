import { diffArrays } from 'diff';

/** A part of a changed paragraph; `before` and `after` in the unit of the positions that were given. */
export interface WordPart {
  kind: 'same' | 'removed' | 'added';
  before: { start: number; end: number } | null;
  after: { start: number; end: number } | null;
}

/** Words are counted by the segmenter of the language itself, whose time grows with the square of a text's length. */
const CHUNK = 1_000;
/** Comparing takes time with the square of the differences: paragraphs that differ more are shown whole. */
const MOST_DIFFERENCES = 600;
/** With fewer of their characters in common, two wordings are read one after the other, not word by word. */
const LEAST_COMMON = 0.25;

// The tag decides nothing here: for Chinese, Japanese and Thai the segmenter takes its dictionaries by the script.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Words, signs and runs of space, each as it stands; together they are the text. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + CHUNK);
    if (to < text.length) {
      const space = text.lastIndexOf(' ', to);
      if (space > from) to = space;
      else if ((text.codePointAt(to - 1) ?? 0) > 0xffff) to++;
    }
    for (const { segment } of segmenter.segment(text.slice(from, to))) tokens.push(segment);
    from = to;
  }
  return tokens;
}

const lengthOf = (tokens: readonly string[]): number => tokens.reduce((sum, { length }) => sum + length, 0);

interface Step {
  kind: WordPart['kind'];
  before: number;
  after: number;
  isSpace: boolean;
}

/** Spaces between two changes are no common words: "a b" made to "c d" is one change, not two around a space. */
function withoutIslands(steps: readonly Step[]): Step[] {
  return steps.flatMap((step, at): Step[] => {
    const isIsland = step.isSpace && step.kind === 'same' && at > 0 && at < steps.length - 1;
    if (!isIsland) return [step];
    return [
      { ...step, kind: 'removed', after: 0 },
      { ...step, kind: 'added', before: 0 },
    ];
  });
}

/**
 * What is different between two wordings, word by word, in UTF-16 units: parts in order, which together are both
 * wordings; between two that are the same, what is removed comes before what is added. Null when they differ so much
 * that word by word would explain nothing, or take long.
 */
export function compareWords(before: string, after: string): WordPart[] | null {
  const changes = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: MOST_DIFFERENCES });
  if (!changes) return null;
  const steps = changes.map(({ value, added, removed }): Step => {
    const length = lengthOf(value);
    return {
      kind: added ? 'added' : removed ? 'removed' : 'same',
      before: added ? 0 : length,
      after: removed ? 0 : length,
      isSpace: value.every((token) => token.trim() === ''),
    };
  });
  const common = steps.reduce(
    (sum, step) => sum + (step.kind === 'same' && !step.isSpace ? step.before : 0),
    0,
  );
  if (common < LEAST_COMMON * Math.max(before.length, after.length)) return null;
  const parts: WordPart[] = [];
  let [from, to] = [0, 0];
  let open = { before: 0, after: 0 };
  const close = (): void => {
    if (open.before < from)
      parts.push({ kind: 'removed', before: { start: open.before, end: from }, after: null });
    if (open.after < to) parts.push({ kind: 'added', before: null, after: { start: open.after, end: to } });
  };
  for (const step of withoutIslands(steps)) {
    if (step.kind === 'same') {
      close();
      parts.push({
        kind: 'same',
        before: { start: from, end: from + step.before },
        after: { start: to, end: to + step.after },
      });
    }
    from += step.before;
    to += step.after;
    if (step.kind === 'same') open = { before: from, after: to };
  }
  close();
  return parts;
}
