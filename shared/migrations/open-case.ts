import type { z } from 'zod';
import { blankCase, putRecord, type Case } from '../case/case.ts';
import { FORMAT, FORMAT_VERSION, LISTED_KINDS } from '../case/case-text.ts';
import { caseInfoSchema, RECORD_SCHEMAS, type Kind } from '../case/records.ts';
import { remember } from '../events/apply.ts';
import { eventSchema } from '../events/event.ts';
import { fail, ok, type Result } from '../result.ts';
import { notJson, objectionTo, type JsonProblem } from './check-json.ts';
import { MIGRATIONS } from './index.ts';

/** Why a text cannot be opened as a case, as data; `messages/<language>/problems.json` has the sentences. */
export type OpenProblem =
  | JsonProblem
  | { code: 'not-a-case' }
  | { code: 'from-the-future'; version: number; known: number }
  | { code: 'migration-failed'; from: number; to: number; detail: string }
  | { code: 'invalid-record'; where: string; detail: string }
  | { code: 'broken-link'; where: string; field: string };

/**
 * Makes a case of the text of a case file, in a fixed order, each failure a value: is it JSON, is it a case, is it not
 * from a newer Stet, bring it to today's version, is every record whole. Nothing is ever repaired on the way. Whether
 * the history holds is another question, answered by verifyCase(), because a case with a damaged history still opens.
 */
export function openCase(text: string): Result<Case, OpenProblem> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return fail(notJson(text));
  }
  if (!isObject(raw) || raw['format'] !== FORMAT) return fail({ code: 'not-a-case' });
  const objection = objectionTo(text);
  if (objection) return fail(objection);
  const version = raw['formatVersion'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return fail({ code: 'not-a-case' });
  if (version > FORMAT_VERSION) return fail({ code: 'from-the-future', version, known: FORMAT_VERSION });
  const migrated = migrate(raw, version);
  return migrated.ok ? validate(migrated.value) : migrated;
}

function migrate(raw: Record<string, unknown>, from: number): Result<Record<string, unknown>, OpenProblem> {
  let file = raw;
  for (const { to, migrate: step } of MIGRATIONS.filter((each) => each.to > from)) {
    try {
      file = { ...step(file), formatVersion: to };
    } catch (error) {
      return fail({ code: 'migration-failed', from, to, detail: String(error) });
    }
  }
  return ok(file);
}

function validate(file: Record<string, unknown>): Result<Case, OpenProblem> {
  const { format: _format, formatVersion: _version, history, ...rest } = file;
  const infoFields: Record<string, unknown> = {};
  const extra: Record<string, unknown> = {};
  const ofCase = fieldsOfCase(history);
  for (const [name, value] of Object.entries(rest)) {
    if (LISTED_KINDS.some((kind) => kind === name)) continue;
    (ofCase.has(name) ? infoFields : extra)[name] = value;
  }
  const info = caseInfoSchema.safeParse(infoFields);
  if (!info.success) return fail(invalid('case', info.error));
  const kase = blankCase(extra);
  putRecord(kase, 'case', info.data.id, info.data);

  for (const kind of LISTED_KINDS) {
    const problem = readRecords(kase, kind, file[kind]);
    if (problem) return fail(problem);
  }
  if (!Array.isArray(history))
    return fail({ code: 'invalid-record', where: 'history', detail: 'a list is missing' });
  for (const [index, value] of history.entries()) {
    const event = eventSchema.safeParse(value);
    if (!event.success) return fail(invalid(`history ${index + 1}`, event.error));
    remember(kase, event.data);
  }
  return brokenLink(kase) ?? ok(kase);
}

/**
 * The fields at the top of the file that are the case's own: those of the schema, and those that an event of a newer
 * version set. Everything else there is nobody's, and only kept.
 */
function fieldsOfCase(history: unknown): Set<string> {
  const names = new Set(Object.keys(caseInfoSchema.shape));
  if (!Array.isArray(history)) return names;
  for (const event of history) {
    const changes: unknown = isObject(event) ? event['changes'] : null;
    if (!Array.isArray(changes)) continue;
    for (const change of changes) {
      if (!isObject(change) || change['kind'] !== 'case' || !isObject(change['after'])) continue;
      for (const name of Object.keys(change['after'])) names.add(name);
    }
  }
  return names;
}

function readRecords(kase: Case, kind: Exclude<Kind, 'case'>, list: unknown): OpenProblem | null {
  if (!Array.isArray(list)) return { code: 'invalid-record', where: kind, detail: 'a list is missing' };
  for (const [index, value] of list.entries()) {
    const record = RECORD_SCHEMAS[kind].safeParse(value);
    const where = `${kind} ${index + 1}`;
    if (!record.success) return invalid(where, record.error);
    if (kase.records[kind].has(record.data.id))
      return { code: 'invalid-record', where, detail: 'its id is used twice' };
    putRecord(kase, kind, record.data.id, record.data as never);
  }
  return null;
}

/** Which field of which kind must point to an existing record of which kind. */
const LINKS = [
  ['passages', 'allegationId', 'allegations'],
  ['passages', 'documentId', 'documents'],
  ['allegations', 'claimantId', 'parties'],
  ['sources', 'partyId', 'parties'],
  ['evidence', 'allegationId', 'allegations'],
  ['evidence', 'sourceId', 'sources'],
  ['responses', 'allegationId', 'allegations'],
  ['responses', 'partyId', 'parties'],
] as const satisfies readonly (readonly [Kind, string, Kind])[];

function brokenLink(kase: Case): Result<Case, OpenProblem> | null {
  for (const [kind, field, target] of LINKS) {
    let index = 0;
    for (const record of kase.records[kind].values()) {
      index++;
      const id = (record as Record<string, unknown>)[field];
      if (id !== null && !kase.records[target].has(id as string)) {
        return fail({ code: 'broken-link', where: `${kind} ${index}`, field });
      }
    }
  }
  return null;
}

function invalid(where: string, error: z.ZodError): OpenProblem {
  const issue = error.issues[0];
  const field = issue?.path.join('.') ?? '';
  return { code: 'invalid-record', where, detail: `${field}${field && ': '}${issue?.message ?? ''}` };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
