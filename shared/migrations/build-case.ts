import { z } from 'zod';
import { blankCase, putRecord, type Case } from '../case/case.ts';
import { LISTED_KINDS } from '../case/case-text.ts';
import { caseInfoSchema, RECORD_SCHEMAS, type Kind } from '../case/records.ts';
import { remember } from '../events/apply.ts';
import { eventSchema, type Event } from '../events/event.ts';
import { fail, ok, type Result } from '../result.ts';

/** What is wrong with the records of a file that is JSON and says it is a case. */
export type BuildProblem =
  | { code: 'invalid-record'; where: string; detail: string }
  | { code: 'broken-link'; where: string; field: string };

/** The lists of a case file, in the order they are written. */
export type ListName = Exclude<Kind, 'case'> | 'history';
export const LIST_NAMES: readonly ListName[] = [...LISTED_KINDS, 'history'];

/**
 * The same schemas for looking only: what they find is not copied, and fields they do not know, which are kept in any
 * case, need not be gone through.
 */
const CHECKS = Object.fromEntries(
  LIST_NAMES.map((name) => [name, z.object((name === 'history' ? eventSchema : RECORD_SCHEMAS[name]).shape)]),
) as unknown as Record<ListName, z.ZodType>;

/**
 * Makes a case of the values of a case file, each checked as it comes; in any order, so that a file can be read in
 * pieces. Values are taken as they are and kept, with the fields this version does not know.
 */
export class CaseBuilder {
  private readonly kase: Case;
  private readonly extra: Record<string, unknown> = {};
  private readonly head: Record<string, unknown> = {};
  private readonly counts = new Map<ListName, number>();
  /**
   * The fields at the top of the file that are the case's own: those of the schema, and those that an event of a newer
   * version set. Everything else there is nobody's, and only kept.
   */
  private readonly fieldsOfCase = new Set(Object.keys(caseInfoSchema.shape));

  constructor(migratedFrom: number | null = null) {
    this.kase = blankCase(this.extra, migratedFrom);
  }

  /** A field at the top of the file that is neither a list nor what says that this is a case. */
  field(name: string, value: unknown): void {
    this.head[name] = value;
  }

  /** Says that a list is there, even if nothing is in it. */
  list(name: ListName): void {
    this.counts.set(name, 0);
  }

  /** The next value of a list. */
  value(name: ListName, value: unknown): BuildProblem | null {
    const number = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, number);
    return name === 'history' ? this.event(value, number) : this.record(name, value, number);
  }

  private record(kind: Exclude<Kind, 'case'>, value: unknown, number: number): BuildProblem | null {
    const where = `${kind} ${number}`;
    const checked = CHECKS[kind].safeParse(value);
    if (!checked.success) return invalid(where, checked.error);
    const { id } = value as { id: string };
    if (this.kase.records[kind].has(id))
      return { code: 'invalid-record', where, detail: 'its id is used twice' };
    putRecord(this.kase, kind, id, value as never);
    return null;
  }

  private event(value: unknown, number: number): BuildProblem | null {
    const checked = CHECKS.history.safeParse(value);
    if (!checked.success) return invalid(`history ${number}`, checked.error);
    const event = value as Event;
    for (const { kind, after } of event.changes) {
      if (kind === 'case') for (const name of Object.keys(after ?? {})) this.fieldsOfCase.add(name);
    }
    remember(this.kase, event);
    return null;
  }

  /** The case, when everything was handed over. */
  finish(): Result<Case, BuildProblem> {
    const infoFields: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(this.head))
      (this.fieldsOfCase.has(name) ? infoFields : this.extra)[name] = value;
    const info = caseInfoSchema.safeParse(infoFields);
    if (!info.success) return fail(invalid('case', info.error));
    for (const name of LIST_NAMES) {
      if (!this.counts.has(name))
        return fail({ code: 'invalid-record', where: name, detail: 'a list is missing' });
    }
    putRecord(this.kase, 'case', info.data.id, info.data);
    const broken = brokenLink(this.kase);
    return broken ? fail(broken) : ok(this.kase);
  }
}

/** Which field of which kind must point to an existing record of which kind. */
const LINKS = [
  ['passages', 'allegationId', 'allegations'],
  ['passages', 'documentId', 'documents'],
  ['marks', 'documentId', 'documents'],
  ['documents', 'exhibitId', 'exhibits'],
  ['documents', 'previousId', 'documents'],
  ['allegations', 'claimantId', 'parties'],
  ['sources', 'partyId', 'parties'],
  ['sources', 'mergedIntoId', 'sources'],
  ['evidence', 'allegationId', 'allegations'],
  ['evidence', 'sourceId', 'sources'],
  ['evidence', 'exhibitId', 'exhibits'],
  ['responses', 'allegationId', 'allegations'],
  ['responses', 'partyId', 'parties'],
  ['queries', 'documentId', 'documents'],
  ['queries', 'allegationId', 'allegations'],
  ['reviews', 'allegationId', 'allegations'],
  ['relations', 'fromId', 'allegations'],
  ['relations', 'toId', 'allegations'],
] as const satisfies readonly (readonly [Kind, string, Kind])[];

function brokenLink(kase: Case): BuildProblem | null {
  for (const [kind, field, target] of LINKS) {
    let number = 0;
    for (const record of kase.records[kind].values()) {
      number++;
      const id = (record as Record<string, unknown>)[field];
      if (id !== null && !kase.records[target].has(id as string))
        return { code: 'broken-link', where: `${kind} ${number}`, field };
    }
  }
  return null;
}

function invalid(where: string, error: z.ZodError): BuildProblem {
  const issue = error.issues[0];
  const field = issue?.path.join('.') ?? '';
  return { code: 'invalid-record', where, detail: `${field}${field && ': '}${issue?.message ?? ''}` };
}
