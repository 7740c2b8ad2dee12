import { blankCase, caseInfo, type Case } from '../case/case.ts';
import { LISTED_KINDS } from '../case/case-text.ts';
import { apply, headsAfter } from '../events/apply.ts';
import { eventHash, sha256Hex, type Sha256 } from '../events/seal.ts';
import type { Event } from '../events/event.ts';
import { CaseBuilder, LIST_NAMES } from '../migrations/build-case.ts';
import { ok, type Result } from '../result.ts';
import { differenceOf, type Difference } from './report-difference.ts';
import { reportSteps } from './report-data.ts';
import { readReport, type ReadReport, type ReportReadProblem } from './read-report.ts';

/** What a report is worth against the history of a case; `messages/<language>/report-verdict.json` has the sentences. */
export type ReportVerdict =
  | ReportMatch
  /** It is of a case with another id. */
  | { code: 'other-case'; title: string }
  /** This history does not have the events it tells of: it is another copy of the case, or was written anew. */
  | { code: 'unknown-history'; events: number }
  /** This history does not hold itself, at the event of that number: nothing can be held against it. */
  | { code: 'history-altered'; number: number }
  /** The same history gives another report. */
  | ({ code: 'differs'; appVersion: string } & Difference);

/** The history gives this very report. What only the report itself says (who made it, when) is sure if it is recorded. */
export interface ReportMatch {
  code: 'matches';
  /** The number it is recorded as; null when no record is of this very report. */
  number: number | null;
  /** While `number` is null: the number of the report that was recorded then in its place, same edition, same scope. */
  instead: number | null;
  /** How many events it tells of, and how many came since. */
  events: number;
  since: number;
  /** Whether the case file is today the one whose hash it has. */
  file: 'same' | 'other' | 'unknown';
}

/** Whether a verdict confirms a report. */
export function confirms(verdict: ReportVerdict): boolean {
  return verdict.code === 'matches' && verdict.instead === null;
}

/**
 * Holds a report in JSON against the history of a case: the case is built anew from the events that the report says it
 * tells of, and has to give the same report. `fileSha256` is of the case file as it is now, if that is known.
 *
 * What it proves: that this history had come so far when the report was made, and that nothing in the report was changed
 * that follows from the history. What it does not: that its owner did not write all of it anew before the report was made.
 */
export function verifyReport(
  kase: Case,
  json: string,
  fileSha256: string | null,
): Result<ReportVerdict, ReportReadProblem> {
  const read = readReport(json);
  if (!read.ok) return read;
  const steps = reportVerdictSteps(kase, read.value, fileSha256);
  for (;;) {
    const step = steps.next();
    if (step.done) return ok(step.value);
  }
}

/**
 * The verdict on a report that was read, in small steps, each of which answers how much is done, from 0 to 1. The case may
 * change meanwhile: only events that are there at the first step are looked at.
 */
export function* reportVerdictSteps(
  kase: Case,
  { report, contentSha256 }: ReadReport,
  fileSha256: string | null,
  sha256: Sha256 = sha256Hex,
): Generator<number, ReportVerdict> {
  const records = [...kase.records.reports.values()];
  const all = kase.history.length;
  const { id } = caseInfo(kase);
  if (report.case.id !== id) return { code: 'other-case', title: report.case.title };
  const events = eventsUpTo(kase, report.history.heads);
  if (!events) return { code: 'unknown-history', events: report.history.events };
  const altered = yield* firstAltered(events, sha256);
  if (altered !== null) return { code: 'history-altered', number: altered };
  const then = yield* rebuilt(events);
  if (!then || then.heads.join() !== report.history.heads.join())
    return { code: 'history-altered', number: events.length };
  const steps = reportSteps(then, {
    edition: report.edition,
    at: report.madeAt,
    preparedBy: report.preparedBy,
    appVersion: report.appVersion,
    scope: report.scope,
    fileSha256: report.fileSha256,
  });
  for (;;) {
    const step = steps.next();
    if (!step.done) {
      yield 0.6 + 0.4 * step.value;
      continue;
    }
    const difference = differenceOf(step.value, report);
    if (difference) return { code: 'differs', appVersion: report.appVersion, ...difference };
    break;
  }
  const refs = report.scope.refs?.join() ?? null;
  const recorded = records.find((each) => each.contentSha256 === contentSha256) ?? null;
  const instead = recorded
    ? null
    : records.find(
        (each) =>
          each.heads.join() === report.history.heads.join() &&
          each.edition === report.edition &&
          each.madeAt === report.madeAt &&
          (each.refs?.join() ?? null) === refs,
      );
  return {
    code: 'matches',
    number: recorded?.number ?? null,
    instead: instead?.number ?? null,
    events: events.length,
    since: all - events.length,
    file:
      fileSha256 === null || report.fileSha256 === null
        ? 'unknown'
        : fileSha256 === report.fileSha256
          ? 'same'
          : 'other',
  };
}

/** The events that lead to those heads; null when the history never had them. */
function eventsUpTo({ history }: Case, heads: readonly string[]): Event[] | null {
  // The last event always is a head.
  const last = history.findIndex(({ hash }) => hash === heads.at(-1));
  if (last < 0) return null;
  const events = history.slice(0, last + 1);
  let reached: readonly string[] = [];
  for (const event of events) reached = headsAfter(reached, event);
  return reached.join() === heads.join() ? events : null;
}

/** The number, from 1, of the first event that does not match its own hash or does not follow from those before it. */
function* firstAltered(events: readonly Event[], sha256: Sha256): Generator<number, number | null> {
  const known = new Set<string>();
  for (const [index, event] of events.entries()) {
    if (!isWhole(event, sha256)) return index + 1;
    const linked = index === 0 ? event.parents.length === 0 : event.parents.length > 0;
    if (!linked || known.has(event.hash) || event.parents.some((parent) => !known.has(parent)))
      return index + 1;
    known.add(event.hash);
    yield (0.3 * index) / events.length;
  }
  return null;
}

function isWhole(event: Event, sha256: Sha256): boolean {
  try {
    return eventHash(event, sha256) === event.hash;
  } catch {
    // Half a character has no canonical form.
    return false;
  }
}

/** The case that events tell of, every record checked as when a file is opened; null when it is none. */
function* rebuilt(events: readonly Event[]): Generator<number, Case | null> {
  const told = blankCase();
  for (const [index, event] of events.entries()) {
    apply(told, event);
    yield 0.3 + (0.2 * index) / events.length;
  }
  const info = [...told.records.case.values()];
  if (info.length !== 1) return null;
  const builder = new CaseBuilder();
  for (const [name, value] of Object.entries(info[0] ?? {})) builder.field(name, value);
  for (const name of LIST_NAMES) builder.list(name);
  for (const kind of LISTED_KINDS) {
    for (const record of told.records[kind].values()) {
      if (builder.value(kind, record)) return null;
      yield 0.5;
    }
  }
  for (const event of events) {
    if (builder.value('history', event)) return null;
    yield 0.55;
  }
  const built = builder.finish();
  return built.ok ? built.value : null;
}
