import { blankCase, caseInfo, type Case } from '../case/case.ts';
import { LISTED_KINDS } from '../case/case-text.ts';
import { apply, headsAfter } from '../events/apply.ts';
import { eventHash, sha256Hex, type Sha256 } from '../events/seal.ts';
import type { Event } from '../events/event.ts';
import { CaseBuilder, LIST_NAMES } from '../migrations/build-case.ts';
import { ok, type Result } from '../result.ts';
import { differenceOf, type Difference } from './report-difference.ts';
import { reportSteps, type Report } from './report-data.ts';
import { readReport, type ReportClaims, type ReportReadProblem } from './read-report.ts';

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
  const { report, claims } = read.value;
  const steps = remakeSteps(kase, claims, fileSha256);
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    const remade = step.value;
    return ok(
      'verdict' in remade ? remade.verdict : verdictOn(remade, differenceOf(remade.expected, report)),
    );
  }
}

/** The report that a history gives, and what the verdict is if it is the same as the one in question. */
export interface Remade {
  expected: Report;
  match: ReportMatch;
}

/** The verdict, when it is known how a report differs from the one the history gives. */
export function verdictOn({ expected, match }: Remade, difference: Difference | null): ReportVerdict {
  return difference ? { code: 'differs', appVersion: expected.appVersion, ...difference } : match;
}

/**
 * Makes the report again that a report claims to be, in small steps, each of which answers how much is done, from 0 to 1;
 * or answers the verdict when it comes to that. The case must not change meanwhile.
 */
export function* remakeSteps(
  kase: Case,
  claims: ReportClaims,
  fileSha256: string | null,
  sha256: Sha256 = sha256Hex,
): Generator<number, Remade | { verdict: ReportVerdict }> {
  if (claims.case.id !== caseInfo(kase).id)
    return { verdict: { code: 'other-case', title: claims.case.title } };
  const events = eventsUpTo(kase, claims.heads);
  if (!events) return { verdict: { code: 'unknown-history', events: claims.events } };
  const altered = yield* firstAltered(events, sha256);
  if (altered !== null) return { verdict: { code: 'history-altered', number: altered } };
  const then = yield* rebuilt(events);
  if (!then) return { verdict: { code: 'history-altered', number: events.length } };
  const steps = reportSteps(then, claims);
  for (;;) {
    const step = steps.next();
    if (step.done) return { expected: step.value, match: matchOf(kase, claims, events.length, fileSha256) };
    yield 0.6 + 0.4 * step.value;
  }
}

function matchOf(
  { records, history }: Case,
  claims: ReportClaims,
  events: number,
  fileSha256: string | null,
): ReportMatch {
  const reports = [...records.reports.values()];
  const recorded = reports.find(({ contentSha256 }) => contentSha256 === claims.contentSha256);
  const refsOf = (refs: readonly string[] | null): string => JSON.stringify(refs);
  const instead = reports.find(
    ({ heads, edition, madeAt, refs }) =>
      heads.join() === claims.heads.join() &&
      edition === claims.edition &&
      madeAt === claims.at &&
      refsOf(refs) === refsOf(claims.scope.refs),
  );
  const known = fileSha256 !== null && claims.fileSha256 !== null;
  return {
    code: 'matches',
    number: recorded?.number ?? null,
    instead: recorded ? null : (instead?.number ?? null),
    events,
    since: history.length - events,
    file: known ? (fileSha256 === claims.fileSha256 ? 'same' : 'other') : 'unknown',
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
