import { children, present, type Case } from '../case/case.ts';
import type { Query } from '../case/dealings.ts';
import { toUnits } from '../text/code-points.ts';

/** A document's text as the decisions on its queries have it. */
export interface ChangedText {
  text: string;
  /** The same, with what it was before beside each change: joined, `kept` and `into` are the text. */
  pieces: TextPiece[];
  /** The numbers of the queries whose wording is in the text, in reading order. */
  applied: number[];
  /** Decided to change, and not in the text, since a later decision changed the same words. */
  overlapping: number[];
  /** Not decided yet: there the text is as it was. */
  open: number[];
}

/** Words that stay as they were, or words that a decision took `out` and what it put `into` their place. */
export type TextPiece = { kept: string } | { number: number; out: string; into: string };

/**
 * The text of a document with the wording of every query that was decided `change`; what was decided `stet` stands as
 * it is. Where two changes overlap, the one that was decided last goes in, since it was decided knowing the other, and
 * the other is named. Null when there is no such document.
 */
export function changedText(kase: Case, documentId: string): ChangedText | null {
  const document = kase.records.documents.get(documentId);
  if (!document || document.removed) return null;
  const queries = present<Query>(children(kase, ['queries', 'documentId'], documentId)).sort(
    (a, b) => a.number - b.number,
  );
  const { chosen, overlapping } = choose(queries);
  const pieces = piecesOf(document.text, chosen);
  return {
    text: pieces.map((piece) => ('kept' in piece ? piece.kept : piece.into)).join(''),
    pieces,
    applied: chosen.map(({ number }) => number),
    overlapping,
    open: queries.filter(({ decision }) => decision === null).map(({ number }) => number),
  };
}

/** The changes that go in, in reading order, and the numbers of those that give way to a later one. */
function choose(queries: readonly Query[]): { chosen: Query[]; overlapping: number[] } {
  const latestFirst = queries
    .filter(({ decision }) => decision === 'change')
    .sort((a, b) => (b.decidedAt ?? '').localeCompare(a.decidedAt ?? '') || b.number - a.number);
  const chosen: Query[] = [];
  const overlapping: number[] = [];
  for (const query of latestFirst) {
    if (chosen.some((other) => overlap(query, other))) overlapping.push(query.number);
    else chosen.push(query);
  }
  return {
    chosen: chosen.sort((a, b) => a.selector[1].start - b.selector[1].start),
    overlapping: overlapping.sort((a, b) => a - b),
  };
}

function overlap(one: Query, other: Query): boolean {
  const [a, b] = [one.selector[1], other.selector[1]];
  return a.start < b.end && b.start < a.end;
}

/** Cuts a text at the passages of queries that are in reading order and do not overlap, in one walk through it. */
function piecesOf(text: string, queries: readonly Query[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let rest = text;
  let at = 0;
  const take = (end: number): string => {
    const units = toUnits(rest, end - at);
    const taken = rest.slice(0, units);
    rest = rest.slice(units);
    at = end;
    return taken;
  };
  for (const { selector, number, wording } of queries) {
    const { start, end } = selector[1];
    if (start > at) pieces.push({ kept: take(start) });
    pieces.push({ number, out: take(end), into: wording ?? '' });
  }
  return rest === '' ? pieces : [...pieces, { kept: rest }];
}
