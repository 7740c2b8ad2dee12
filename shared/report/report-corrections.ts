import type { Case } from '../case/case.ts';
import type { Allegation, Finding } from '../case/records.ts';
import type { ReportRecord } from '../case/report-record.ts';
import { madeAt, recordsBefore } from '../events/before.ts';
import { reportName, shortFinding, type ReportName, type ShortFinding } from './report-since.ts';

/**
 * A finding that changed after it was published. It stays in every later report: a correction is not taken out again.
 * That a published finding is corrected openly, and what it was, is asked by the IFCN's Code of Principles (commitment
 * to open and honest corrections).
 */
export interface ReportCorrection {
  ref: string;
  /** The report that was published with the finding that does not hold any more. */
  published: ReportName;
  from: ShortFinding;
  to: ShortFinding;
  /** When and by whom the new finding was made. */
  at: string;
  by: string;
}

/**
 * All corrections, in the order of the reports that were published and of the references. Between one published report
 * and the next, or now, only the outcome counts: what was changed and changed back was never published. A new reason for
 * the same state is no correction.
 */
export function correctionsOf(kase: Case, isIn: (allegation: Allegation) => boolean): ReportCorrection[] {
  const published = [...kase.records.reports.values()].filter(({ publishedOn }) => publishedOn !== null);
  const findings = published.map((report) => findingsAt(kase, report));
  return published.flatMap((report, index) =>
    [...kase.records.allegations.values()].flatMap((allegation) => {
      if (allegation.removed || !isIn(allegation)) return [];
      const from = findings[index]?.(allegation);
      const later = findings.slice(index + 1).map((find) => find(allegation));
      const to = later.find((finding) => finding !== null) ?? allegation.finding;
      if (!from || isSame(from, to)) return [];
      return [
        {
          ref: allegation.ref,
          published: reportName(report),
          from: shortFinding(from),
          to: shortFinding(to),
          at: to.at,
          by: to.by,
        },
      ];
    }),
  );
}

/** The finding each allegation had in a report; null for what was not in it. */
function findingsAt(kase: Case, { id, refs }: ReportRecord): (allegation: Allegation) => Finding | null {
  const before = recordsBefore(kase, madeAt(kase, 'reports', id)).get('allegations');
  return (allegation) => {
    const was = before?.get(allegation.id);
    const then = was === undefined ? allegation : (was as Allegation | null);
    if (then === null || then.removed || (refs !== null && !refs.includes(then.ref))) return null;
    return then.finding;
  };
}

function isSame(a: Finding, b: Finding): boolean {
  return a.state === b.state && a.basis === b.basis && a.why === b.why;
}
