import { positionsOf } from '../../../shared/reading/positions.ts';
import type { ComparedPart, Span } from '../../../shared/text/compare.ts';

/** A run of words of one version, and whether the other has it. */
export interface Run {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** A row of two versions side by side: the same paragraphs in both, or what is different. A side without words is empty. */
export type Row =
  | { kind: 'same'; id: string; text: string; folded: number | null }
  | { kind: 'removed' | 'added' | 'changed'; id: string; number: number; before: Run[]; after: Run[] };

export type DifferentRow = Exclude<Row, { kind: 'same' }>;

/** So many paragraphs beside a difference stay in sight, to tell where it is. */
const BESIDE = 1;

/** Lays two compared versions out in rows. Of long stretches that are the same all but their edges is folded. */
export function rowsOf(before: string, after: string, parts: readonly ComparedPart[]): Row[] {
  const [was, is] = [slicer(before), slicer(after)];
  let number = 0;
  return parts.flatMap((part, index): Row[] => {
    const id = String(index);
    if (part.kind === 'same')
      return sameRows(
        id,
        was(part.before),
        index === 0 ? 0 : BESIDE,
        index === parts.length - 1 ? 0 : BESIDE,
      );
    const words = part.kind === 'changed' ? part.words : null;
    const whole = (kind: Run['kind'], text: string): Run[] => (text === '' ? [] : [{ kind, text }]);
    return [
      {
        kind: part.kind,
        id,
        number: ++number,
        before: words
          ? runs(
              words.flatMap(({ kind, before: span }) => (kind === 'added' ? [] : { kind, text: was(span) })),
            )
          : whole('removed', was(part.before)),
        after: words
          ? runs(
              words.flatMap(({ kind, after: span }) => (kind === 'removed' ? [] : { kind, text: is(span) })),
            )
          : whole('added', is(part.after)),
      },
    ];
  });
}

/** What a text says at a span in code points, without the line breaks that only part it from the next. */
function slicer(text: string): (span: Span | null) => string {
  const positions = positionsOf(text);
  return (span) => (span ? text.slice(positions.toUnits(span.start), positions.toUnits(span.end)) : '');
}

const runs = (list: Run[]): Run[] => list.filter(({ text }) => text !== '');

/** The paragraphs of a stretch that is the same: its edges, and what is between them in one row that is folded. */
function sameRows(id: string, text: string, first: number, last: number): Row[] {
  const paragraphs = text.split(/\n+/u).filter((each) => each.trim() !== '');
  const between = paragraphs.length - first - last;
  if (between <= 1) return paragraphs.length === 0 ? [] : [row(`${id}`, paragraphs)];
  return [
    ...(first > 0 ? [row(`${id}a`, paragraphs.slice(0, first))] : []),
    { ...row(`${id}b`, paragraphs.slice(first, paragraphs.length - last)), folded: between },
    ...(last > 0 ? [row(`${id}c`, paragraphs.slice(-last))] : []),
  ];
}

const row = (id: string, paragraphs: readonly string[]): Extract<Row, { kind: 'same' }> => ({
  kind: 'same',
  id,
  text: paragraphs.join('\n\n'),
  folded: null,
});
