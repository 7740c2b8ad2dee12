import type { Case } from '../case/case.ts';
import { FORMAT, FORMAT_VERSION } from '../case/case-text.ts';
import { fail, ok, type Result } from '../result.ts';
import { CaseBuilder, LIST_NAMES, type BuildProblem } from './build-case.ts';
import { notJson, objectionTo, type JsonProblem } from './check-json.ts';
import { MIGRATIONS } from './index.ts';

/** Why a text cannot be opened as a case, as data; `messages/<language>/problems.json` has the sentences. */
export type OpenProblem =
  | JsonProblem
  | { code: 'not-a-case' }
  | { code: 'from-the-future'; version: number; known: number }
  | { code: 'migration-failed'; from: number; to: number; detail: string }
  | BuildProblem;

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
  return migrated.ok ? validate(migrated.value, version < FORMAT_VERSION ? version : null) : migrated;
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

function validate(file: Record<string, unknown>, migratedFrom: number | null): Result<Case, OpenProblem> {
  const builder = new CaseBuilder(migratedFrom);
  const { format: _format, formatVersion: _version, ...rest } = file;
  for (const [name, value] of Object.entries(rest)) {
    if (!LIST_NAMES.some((list) => list === name)) builder.field(name, value);
  }
  for (const name of LIST_NAMES) {
    const list = file[name];
    if (!Array.isArray(list)) continue;
    builder.list(name);
    for (const value of list) {
      const problem = builder.value(name, value);
      if (problem) return fail(problem);
    }
  }
  return builder.finish();
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
