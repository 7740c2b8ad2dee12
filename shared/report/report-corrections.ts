import { byRef, present, type Case } from '../case/case.ts';
import type { Allegation, Finding } from '../case/records.ts';
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
  /** When and by whom the new finding was made, or an earlier one brought back. */
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
  const next = new Map(allegations.map(({ id, finding }) => [id, { finding, events: kase.history.length }]));
  const found: ReportCorrection[][] = [];
  for (const { report, events } of published.toReversed()) {
    const [before, wasTold] = [recordsBefore(kase, events), toldIn(report)];
    const corrections: ReportCorrection[] = [];
    for (const allegation of allegations) {
      const told = wasTold(allegationThen(before, allegation));
      const later = next.get(allegation.id);
      if (!told || !later) continue;
      const [from, to] = [told.finding, later.finding];
      next.set(allegation.id, { finding: from, events });
      if (isSame(from, to)) continue;
      const maker = makers.get(allegation.id)?.findLast(({ number }) => number < later.events);
      const { at, by } = maker?.event ?? to;
      corrections.push({
        ref: allegation.ref,
        published: reportName(report),
        from: shortFinding(from),
        to: shortFinding(to),
        at,
        by,
      });
    }
    found.push(corrections);
  }
  return found.toReversed().flat();
}

/** The events from number `from` on that gave an allegation its finding, taking back and bringing back included. */
function makersOf({ history }: Case, from: number): Map<string, { number: number; event: Event }[]> {
  const makers = new Map<string, { number: number; event: Event }[]>();
  for (const [index, event] of history.slice(from).entries()) {
    for (const { kind, id, after } of event.changes) {
      if (kind !== 'allegations' || after === null || !Object.hasOwn(after, 'finding')) continue;
      const known = makers.get(id);
      const maker = { number: from + index, event };
      if (known) known.push(maker);
      else makers.set(id, [maker]);
    }
  }
  return makers;
}

function isSame(a: Finding, b: Finding): boolean {
  return a.state === b.state && a.basis === b.basis && a.why === b.why;
}
