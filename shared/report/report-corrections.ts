import { byRef, present, type Case } from '../case/case.ts';
import type { Allegation } from '../case/records.ts';
import { eventsUpTo, recordsBefore } from '../events/before.ts';
import type { Event } from '../events/event.ts';
import {
  allegationThen,
  reportName,
  shortFinding,
  toldIn,
  type ReportName,
  type ShortFinding,
} from './report-since.ts';

/** An allegation as a report told of it, as short as it can be told. */
export interface ToldFinding extends ShortFinding {
  statement: string;
}

/**
 * What was published and does not hold any more: a finding that changed, or a statement that reads otherwise under the
 * same finding. It stays in every later report: a correction is not taken out again.
 * That a published finding is corrected openly, and what it was, is asked by the IFCN's Code of Principles (commitment
 * to open and honest corrections).
 */
export interface ReportCorrection {
  ref: string;
  /** The report that was published with the finding that does not hold any more. */
  published: ReportName;
  from: ToldFinding;
  to: ToldFinding;
  /** When and by whom that was changed last, or brought back. */
  at: string;
  by: string;
}

/**
 * All corrections, in the order of the reports that were published and of the references. Between one published report
 * and the next, or now, only the outcome counts: what was changed and changed back was never published. A new reason for
 * the same state is no correction.
 */
export function correctionsOf(kase: Case, isIn: (allegation: Allegation) => boolean): ReportCorrection[] {
  const published = [...kase.records.reports.values()]
    .filter(({ publishedOn }) => publishedOn !== null)
    .map((report) => ({ report, events: eventsUpTo(kase, report.heads) }));
  if (published.length === 0) return [];
  const allegations = present(kase.records.allegations.values()).filter(isIn).sort(byRef);
  const makers = makersOf(kase, Math.min(...published.map(({ events }) => events)));
  // Backwards, so that what each was followed by is known when it comes up.
  const next = new Map(allegations.map((now) => [now.id, { told: now, events: kase.history.length }]));
  const found: ReportCorrection[][] = [];
  for (const { report, events } of published.toReversed()) {
    const [before, wasTold] = [recordsBefore(kase, events), toldIn(report)];
    const corrections: ReportCorrection[] = [];
    for (const allegation of allegations) {
      const from = wasTold(allegationThen(before, allegation));
      const later = next.get(allegation.id);
      if (!from || !later) continue;
      const { told: to } = later;
      next.set(allegation.id, { told: from, events });
      if (isSame(from, to)) continue;
      const maker = makers.get(allegation.id)?.findLast(({ number }) => number < later.events);
      const { at, by } = maker?.event ?? to.finding;
      corrections.push({
        ref: allegation.ref,
        published: reportName(report),
        from: toldFinding(from),
        to: toldFinding(to),
        at,
        by,
      });
    }
    found.push(corrections);
  }
  return found.toReversed().flat();
}

/** The fields of an allegation whose change corrects what was published. */
const CORRECTED = ['finding', 'statement'] as const;

/** The events from number `from` on that changed one of these, taking back and bringing back included. */
function makersOf({ history }: Case, from: number): Map<string, { number: number; event: Event }[]> {
  const makers = new Map<string, { number: number; event: Event }[]>();
  for (const [index, event] of history.slice(from).entries()) {
    for (const { kind, id, after } of event.changes) {
      if (kind !== 'allegations' || after === null) continue;
      if (!CORRECTED.some((name) => Object.hasOwn(after, name))) continue;
      const known = makers.get(id);
      const maker = { number: from + index, event };
      if (known) known.push(maker);
      else makers.set(id, [maker]);
    }
  }
  return makers;
}

/** Whether the statement reads otherwise now, so that both are told. */
export function isRestated({ from, to }: ReportCorrection): boolean {
  return from.statement !== to.statement;
}

function toldFinding({ statement, finding }: Allegation): ToldFinding {
  return { statement, ...shortFinding(finding) };
}

function isSame(a: Allegation, b: Allegation): boolean {
  const [from, to] = [a.finding, b.finding];
  return (
    a.statement === b.statement && from.state === to.state && from.basis === to.basis && from.why === to.why
  );
}
