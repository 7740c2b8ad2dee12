import { caseInfo, type Case } from '../case/case.ts';
import type { Cover, Logo, ReportRecord } from '../case/report-record.ts';
import { eventsUpTo } from '../events/before.ts';
import { wordingOf, type WordingPoint } from '../wording/wording-of.ts';
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
  const { cover, logo } = caseInfo(kase);
  return {
    cover,
    logo,
    readiness: readinessOf(kase, at, refs),
    wording: wordingIn(kase, language, refs),
    reports: [...kase.records.reports.values()].reverse().map((record) => rowOf(kase, record)),
  };
}

function wordingIn(kase: Case, language: string, refs: readonly string[] | null): ReportState['wording'] {
  const chosen = refs && new Set(refs);
  const all = wordingOf(kase, language).filter(
    ({ ref }) => chosen === null || ref === null || chosen.has(ref),
  );
  return { points: all.slice(0, MOST), count: all.length };
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
