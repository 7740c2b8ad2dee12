import { caseInfo, type Case } from '../case/case.ts';
import type { Cover, Logo, ReportRecord } from '../case/report-record.ts';
import { eventsUpTo } from '../events/before.ts';
import { atOneGo } from '../steps.ts';
import { wordingSteps, type WordingPoint } from '../wording/wording-of.ts';
import { readinessOf, type Readiness } from './readiness.ts';

/** What the Report view shows beside the report itself. */
export interface ReportState {
  cover: Cover;
  logo: Logo | null;
  /** Of the allegations that are chosen. */
  readiness: Readiness;
  /** The reports that left the case, the newest first. */
  reports: ReportRow[];
  /** Words to look at again in what people wrote; advice, of which the first are listed. */
  wording: { points: WordingPoint[]; count: number };
}

/** As many as anybody works through before asking again. */
const MOST = 200;

/** A report that left the case, as a list shows it. */
export interface ReportRow extends Pick<
  ReportRecord,
  | 'id'
  | 'number'
  | 'edition'
  | 'madeAt'
  | 'preparedBy'
  | 'contentSha256'
  | 'publishedOn'
  | 'address'
  | 'files'
> {
  /** How many allegations were chosen; null for all there were. */
  chosen: number | null;
  /** How many events came after it. */
  since: number;
}

/**
 * The state at `at`, a moment in UTC, for a report of the allegations with these references, or of all for null.
 * `language` is that of the report: it counts for texts that are too short to tell theirs.
 */
export function reportStateOf(
  kase: Case,
  at: string,
  refs: readonly string[] | null,
  language: string,
): ReportState {
  return atOneGo(reportStateSteps(kase, at, refs, language));
}

/**
 * reportStateOf() in small steps, for whoever has other things to do between them: each answers how much is done, from 0
 * to 1. A change meanwhile may be in the wording and not in the rest; whoever shows it asks again after each.
 */
export function* reportStateSteps(
  kase: Case,
  at: string,
  refs: readonly string[] | null,
  language: string,
): Generator<number, ReportState> {
  const { cover, logo } = caseInfo(kase);
  const readiness = readinessOf(kase, at, refs);
  const reports = [...kase.records.reports.values()].reverse().map((record) => rowOf(kase, record));
  yield 0;
  const chosen = refs && new Set(refs);
  const points = (yield* wordingSteps(kase, language)).filter(
    ({ ref }) => chosen === null || ref === null || chosen.has(ref),
  );
  const wording = { points: points.slice(0, MOST), count: points.length };
  return { cover, logo, readiness, wording, reports };
}

function rowOf(kase: Case, record: ReportRecord): ReportRow {
  const {
    id,
    number,
    edition,
    madeAt: made,
    preparedBy,
    contentSha256,
    publishedOn,
    address,
    files,
  } = record;
  return {
    id,
    number,
    edition,
    madeAt: made,
    preparedBy,
    contentSha256,
    publishedOn,
    address,
    files,
    chosen: record.refs?.length ?? null,
    // The event that recorded it came right after those it tells of.
    since: kase.history.length - eventsUpTo(kase, record.heads) - 1,
  };
}
