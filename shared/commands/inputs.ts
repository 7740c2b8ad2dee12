import { z } from 'zod';
import { idByName, type Case } from '../case/case.ts';
import { LIMITS } from '../case/limits.ts';
import { idSchema } from '../case/records.ts';
import { EXTENTS, LEVELS, PRIORITIES, RESPONSE_KINDS, SOURCE_KINDS, STANCES } from '../case/words.ts';
import { originSchema } from '../case/records.ts';
import type { Change, Context } from '../events/event.ts';
import { partialDate } from '../text/partial-date.ts';
import { textOf } from '../text/well-formed.ts';
import { created } from './command.ts';

/** What commands have in common: the fields people fill in, and people and sources named by name. */

const line = textOf(LIMITS.line).nullable();

export const allegationFields = {
  statement: textOf(LIMITS.statement),
  /** The claimant's name; a party of that name is found or made. */
  claimant: textOf(LIMITS.name).nullable(),
  saidOn: partialDate.nullable(),
  saidWhere: line,
  tags: z.array(textOf(LIMITS.tag)).max(LIMITS.tags),
  priority: z.enum(PRIORITIES),
  serious: z.boolean(),
  assignee: textOf(LIMITS.name).nullable(),
  notes: textOf(LIMITS.note),
};

export const sourceFields = {
  name: textOf(LIMITS.name),
  kind: z.enum(SOURCE_KINDS),
  /** The name of the party it belongs to or speaks for. */
  party: textOf(LIMITS.name).nullable(),
};

export const evidenceFields = {
  /** A source of the case by id, or a new one by name. */
  source: z.union([z.object({ id: idSchema }), z.object(sourceFields)]),
  stance: z.enum(STANCES),
  excerpt: textOf(LIMITS.note),
  locator: line,
  level: z.enum(LEVELS),
  origin: originSchema,
  publishedOn: partialDate.nullable(),
  accessedOn: partialDate.nullable(),
  address: line,
};

export const responseFields = {
  /** Who answered; a party of that name is found or made. */
  party: textOf(LIMITS.name),
  kind: z.enum(RESPONSE_KINDS),
  extent: z.enum(EXTENTS).nullable(),
  words: textOf(LIMITS.note),
  on: partialDate.nullable(),
  channel: line,
  address: line,
};

/** A span of a document, in code points of its stored text; `end` is exclusive. */
export const spanSchema = z.object({ documentId: idSchema, start: z.int().min(0), end: z.int().min(1) });

/** Text a person left empty or filled with space means: not known. */
export function orNull(text: string | null | undefined): string | null {
  return text?.trim() ? text.trim() : null;
}

/** The id of the party of that name, and the change that makes it if there is none yet. */
export function partyNamed(
  kase: Case,
  name: string | null | undefined,
  context: Context,
): { id: string | null; changes: Change[] } {
  const wanted = orNull(name);
  if (wanted === null) return { id: null, changes: [] };
  const known = idByName(kase, 'parties', wanted);
  if (known !== undefined) return { id: known, changes: [] };
  const id = context.newId();
  return { id, changes: [created('parties', { id, name: wanted, removed: false })] };
}

/** The same for a source given by id or by name; the kind and party of an existing source stay as they are. */
export function sourceGiven(
  kase: Case,
  given: z.infer<typeof evidenceFields.source>,
  context: Context,
): { id: string; changes: Change[] } | null {
  if ('id' in given) {
    const source = kase.records.sources.get(given.id);
    return source && !source.removed ? { id: source.id, changes: [] } : null;
  }
  const name = orNull(given.name);
  if (name === null) return null;
  const known = idByName(kase, 'sources', name);
  if (known !== undefined) return { id: known, changes: [] };
  const party = partyNamed(kase, given.party, context);
  const id = context.newId();
  const fields = { id, name, kind: given.kind, partyId: party.id, removed: false };
  return { id, changes: [...party.changes, created('sources', fields)] };
}

/** Tags as they are kept: trimmed, none empty, none twice. */
export function cleanTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
}
