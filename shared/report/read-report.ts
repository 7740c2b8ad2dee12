import type { z } from 'zod';
import { sha256Hex, type Sha256 } from '../events/seal.ts';
import { notJson, objectionTo, type JsonProblem, type Place } from '../migrations/check-json.ts';
import { fail, ok, type Result } from '../result.ts';
import { isWellFormed } from '../text/well-formed.ts';
import type { ReportAbout } from './report-about.ts';
import type { Report } from './report-data.ts';
import { contentHash } from './report-hash.ts';
import { REPORT_KIND, REPORT_VERSION } from './report-json.ts';
import { reportSchema } from './report-schema.ts';

/** Why a text is no report that can be verified, as data; `messages/<language>/problems.json` has the sentences. */
export type ReportReadProblem =
  | Extract<JsonProblem, { code: 'not-json' | 'duplicate-key' }>
  /** Something that no report of Stet has: a name that reaches into the machinery of objects, or endless nesting. */
  | ({ code: 'odd-report' } & Place)
  | { code: 'not-a-report' }
  | { code: 'other-report-version'; version: number; known: number }
  | { code: 'invalid-report'; detail: string };

/** A report as it was read: every value as it stands in the file, also what this version does not know. */
export interface ReadReport {
  report: Report;
  claims: ReportClaims;
}

/** What a report says of itself: of which case and history it is, and what it cannot be made again without. */
export interface ReportClaims extends ReportAbout {
  case: Pick<Report['case'], 'id' | 'title'>;
  events: number;
  heads: string[];
  /** As report-hash.ts computes it, of what was read. */
  contentSha256: string;
}

/** Reads a report in JSON strictly. Nothing is repaired and nothing is left out. */
export function readReport(json: string, sha256: Sha256 = sha256Hex): Result<ReadReport, ReportReadProblem> {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    const problem = notJson(json);
    return fail(problem.code === 'not-json' ? problem : { code: 'not-a-report' });
  }
  if (!isObject(raw) || raw['kind'] !== REPORT_KIND) return fail({ code: 'not-a-report' });
  const { kind: _kind, version, ...data } = raw;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return fail({ code: 'not-a-report' });
  if (version !== REPORT_VERSION)
    return fail({ code: 'other-report-version', version, known: REPORT_VERSION });
  const objection = objectionTo(json);
  if (objection) return fail(objection.code === 'duplicate-key' ? objection : odd(objection));
  const checked = reportSchema.safeParse(data);
  if (!checked.success) return fail({ code: 'invalid-report', detail: detailOf(checked.error) });
  // It has no canonical form, and no report of Stet has it.
  if (hasHalves(data)) return fail({ code: 'invalid-report', detail: 'half a character' });
  // As it was read: the schema lets pass what a later version added, and drops it from its answer.
  const report = data as unknown as Report;
  return ok({ report, claims: claimsOf(report, sha256) });
}

function claimsOf(report: Report, sha256: Sha256): ReportClaims {
  const { edition, madeAt, preparedBy, appVersion, scope, fileSha256, history } = report;
  return {
    case: { id: report.case.id, title: report.case.title },
    events: history.events,
    heads: history.heads,
    edition,
    at: madeAt,
    preparedBy,
    appVersion,
    scope: { refs: scope.refs, words: scope.words },
    fileSha256,
    contentSha256: contentHash(report, sha256),
  };
}

/** Whether half a character stands in a text anywhere: JSON can hold it as an escape. */
function hasHalves(value: unknown): boolean {
  if (typeof value === 'string') return !isWellFormed(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, each]) => !isWellFormed(name) || hasHalves(each));
}

function odd(problem: JsonProblem): ReportReadProblem {
  return { code: 'odd-report', line: problem.line, column: problem.column };
}

function detailOf({ issues }: z.ZodError): string {
  const [issue] = issues;
  const where = issue?.path.join('.') ?? '';
  return `${where}${where && ': '}${issue?.message ?? ''}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
