import { children, present, refNumber, type Case } from '../case/case.ts';
import type { Evidence } from '../case/evidence.ts';
import { openPoints } from './open-points.ts';

/** What is missing before a report can be called final, as codes; each a list of its own in the Report view. */
export const READY_CODES = [
  'not-started',
  'no-reason',
  'lacking',
  'disagreement',
  'no-locator',
  'unasked',
  'overdue',
  'open-query',
  'place',
] as const;
export type ReadyCode = (typeof READY_CODES)[number];

/** One thing that is missing, and where it is mended. */
export interface ReadyPoint {
  code: ReadyCode;
  /** The allegation to open; null for what belongs to none. */
  allegationId: string | null;
  /** What people call it: `CHN-003`, `CHN-003 #2`, `Q4`. */
  label: string;
  /** The document to open where it is mended in the text; null elsewhere. */
  documentId: string | null;
}

export interface Readiness {
  /** In the order of READY_CODES, within one in the order of the references; of each the first `most`. */
  points: ReadyPoint[];
  /** How many there are of each, listed or not. */
  counts: Record<ReadyCode, number>;
}

/** As many as anybody works through before asking again. */
const MOST = 200;

/**
 * What is missing at `at`, a moment in UTC, in the allegations with these references, or in all for null. Nothing in it
 * forbids a report: an unverified allegation is an honest outcome. It is what a reader would ask about.
 */
export function readinessOf(kase: Case, at: string, refs: readonly string[] | null, most = MOST): Readiness {
  const wanted = refs && new Set(refs);
  const isIn = ({ allegationId }: ReadyPoint): boolean => {
    if (wanted === null) return true;
    const allegation = allegationId === null ? undefined : kase.records.allegations.get(allegationId);
    return allegation !== undefined && wanted.has(allegation.ref);
  };
  const all = [...inAllegations(kase), ...inOpenPoints(kase, at)].filter(isIn);
  const lists = READY_CODES.map((code) => all.filter((point) => point.code === code));
  return {
    points: lists.flatMap((list) => list.slice(0, most)),
    counts: Object.fromEntries(
      READY_CODES.map((code, index) => [code, lists[index]?.length ?? 0]),
    ) as Readiness['counts'],
  };
}

/** What an allegation itself lacks, in the order of the references. */
function* inAllegations(kase: Case): Generator<ReadyPoint> {
  const inOrder = present(kase.records.allegations.values()).sort(
    (a, b) => refNumber(a.ref) - refNumber(b.ref),
  );
  for (const { id, ref, finding } of inOrder) {
    if (finding.why === 'not-started') yield point('not-started', ref, id);
    else if (finding.reason.trim() === '') yield point('no-reason', ref, id);
    for (const item of present<Evidence>(children(kase, ['evidence', 'allegationId'], id))) {
      if (item.stance !== 'context' && (item.locator ?? '').trim() === '')
        yield point('no-locator', `${ref} #${item.number}`, id);
    }
  }
}

/** What waits for somebody anyway (open-points.ts), as far as a report would show it. */
function* inOpenPoints(kase: Case, at: string): Generator<ReadyPoint> {
  const open = openPoints(kase, at, Infinity);
  for (const { allegationId, ref } of open.lacking) yield point('lacking', ref, allegationId);
  for (const { allegationId, ref } of open.disagreements) yield point('disagreement', ref, allegationId);
  for (const { allegationId, ref } of open.unasked) yield point('unasked', ref, allegationId);
  for (const { allegationId, ref, party, overdue } of open.requests)
    if (overdue) yield point('overdue', `${ref}: ${party}`, allegationId);
  for (const { id, number, documentId } of open.queries) {
    const allegationId = kase.records.queries.get(id)?.allegationId ?? null;
    yield point('open-query', `Q${number}`, allegationId, documentId);
  }
  for (const { kind, id, ref, number, documentId } of open.places) {
    const allegationId = kase.records[kind].get(id)?.allegationId ?? null;
    yield point('place', ref ?? `Q${number}`, allegationId, documentId);
  }
}

function point(
  code: ReadyCode,
  label: string,
  allegationId: string | null,
  documentId: string | null = null,
): ReadyPoint {
  return { code, label, allegationId, documentId };
}
