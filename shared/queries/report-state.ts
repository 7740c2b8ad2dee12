import { caseInfo, type Case } from '../case/case.ts';
import type { Cover, ReportRecord } from '../case/report-record.ts';
import { eventsUpTo } from '../events/before.ts';
import { readinessOf, type Readiness } from './readiness.ts';

/** What the Report view shows beside the report itself. */
export interface ReportState {
  cover: Cover;
  /** Of the allegations that are chosen. */
  readiness: Readiness;
  /** The reports that left the case, the newest first. */
  reports: ReportRow[];
}

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

/** The state at `at`, a moment in UTC, for a report of the allegations with these references, or of all for null. */
export function reportStateOf(kase: Case, at: string, refs: readonly string[] | null): ReportState {
  return {
    cover: caseInfo(kase).cover,
    readiness: readinessOf(kase, at, refs),
    reports: [...kase.records.reports.values()].reverse().map((record) => rowOf(kase, record)),
  };
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
