import { z } from 'zod';
import { idByName, type Case } from '../case/case.ts';
import { originSchema } from '../case/evidence.ts';
import { idSchema } from '../case/ids.ts';
import { LIMITS } from '../case/limits.ts';
import {
  CREDIBILITIES,
  EXHIBIT_KINDS,
  EXTENTS,
  LEVELS,
  PRIORITIES,
  QUERY_KINDS,
  RELIABILITIES,
  RESPONSE_KINDS,
  SOURCE_KINDS,
  STANCES,
} from '../case/words.ts';
import type { Change, Context } from '../events/event.ts';
import { nameKey } from '../text/name-key.ts';
import { textOf } from '../text/well-formed.ts';
import { when } from '../text/when.ts';
import { created } from './command.ts';

/** What commands have in common: the fields people fill in, and people and sources named by name. */

const line = textOf(LIMITS.line).nullable();
const name = textOf(LIMITS.name);
const note = textOf(LIMITS.note);

export const allegationFields = {
  statement: textOf(LIMITS.statement),
  /** The claimant's name; a party of that name is found or made. */
  claimant: name.nullable(),
  saidOn: when.nullable(),
  saidWhere: line,
  happenedOn: when.nullable(),
  /** The names of the parties it touches; each is found or made. */
  touches: z.array(name).max(LIMITS.touched),
  tags: z.array(textOf(LIMITS.tag)).max(LIMITS.tags),
  priority: z.enum(PRIORITIES),
  serious: z.boolean(),
  assignee: name.nullable(),
  notes: note,
};

export const sourceFields = {
  /** Of a confidential source the description that was agreed with it. */
  name,
  kind: z.enum(SOURCE_KINDS),
  /** The name of the party it belongs to or speaks for. */
  party: name.nullable(),
};

/** What is known of a source beside what it takes to name it. */
export const sourceDetails = {
  interests: note,
  reliability: z.enum(RELIABILITIES),
  confidential: z.boolean(),
};

/** A source that may be new. */
export const namedSource = z.object({ ...sourceFields, ...z.object(sourceDetails).partial().shape });

export const evidenceFields = {
  /** A source of the case by id, or a new one by name. */
  source: z.union([z.object({ id: idSchema }), namedSource]),
  stance: z.enum(STANCES),
  excerpt: note,
  locator: line,
  level: z.enum(LEVELS),
  origin: originSchema,
  publishedOn: when.nullable(),
  accessedOn: when.nullable(),
  address: line,
};

/** What an evidence item may say beside. */
export const evidenceDetails = {
  exhibitId: idSchema.nullable(),
  credibility: z.enum(CREDIBILITIES),
  authentication: note.nullable(),
};

export const exhibitFields = {
  title: textOf(LIMITS.title),
  kind: z.enum(EXHIBIT_KINDS),
  publishedOn: when.nullable(),
  capturedOn: when.nullable(),
  accessedOn: when.nullable(),
  address: line,
  archivedAddress: line,
  notes: note,
  graphic: z.boolean(),
};

export const responseFields = {
  /** Who answered or was asked; a party of that name is found or made. */
  party: name,
  kind: z.enum(RESPONSE_KINDS),
  extent: z.enum(EXTENTS).nullable(),
  words: note,
  on: when.nullable(),
  channel: line,
  address: line,
};

/** What a response may say beside: how it was asked for, and of a denial what it denies. */
export const responseDetails = {
  denies: line,
  contact: line,
  askedOn: when.nullable(),
  deadline: when.nullable(),
};

/** Everything of a response but who it is of. */
export const answer = z
  .object({ ...responseFields, ...z.object(responseDetails).partial().shape })
  .omit({ party: true });

export const queryFields = {
  kind: z.enum(QUERY_KINDS),
  question: note,
  /** The wording that is proposed; null asks without proposing one. */
  proposed: note.nullable(),
  decider: name.nullable(),
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
  asked: string | null | undefined,
  context: Context,
): { id: string | null; changes: Change[] } {
  const wanted = orNull(asked);
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
  const wanted = orNull(given.name);
  if (wanted === null) return null;
  const known = idByName(kase, 'sources', wanted);
  if (known !== undefined) return { id: known, changes: [] };
  return newSource(kase, { ...given, name: wanted }, context);
}

/** The changes that make a source, and the party it belongs to if there is none of that name. */
export function newSource(
  kase: Case,
  given: z.infer<typeof namedSource>,
  context: Context,
): { id: string; changes: Change[] } {
  const party = partyNamed(kase, given.party, context);
  const id = context.newId();
  const source = {
    id,
    name: given.name,
    kind: given.kind,
    partyId: party.id,
    interests: given.interests?.trim() ?? '',
    reliability: given.reliability ?? 'F',
    confidential: given.confidential ?? false,
    commitment: null,
    erasedAt: null,
    mergedIntoId: null,
    removed: false,
  };
  return { id, changes: [...party.changes, created('sources', source)] };
}

/**
 * The ids of the parties of those names, each once, and the changes that make the ones there are not yet; `beside` is
 * the party that the same command makes already.
 */
export function partiesNamed(
  kase: Case,
  names: readonly string[],
  context: Context,
  beside: { id: string | null; changes: readonly Change[] } = { id: null, changes: [] },
): { ids: string[]; changes: Change[] } {
  const ids: string[] = [];
  const changes: Change[] = [];
  const made = new Map(beside.changes.map(({ id, after }) => [nameKey(String(after?.['name'])), id]));
  for (const each of names) {
    const key = nameKey(each);
    const known = made.get(key);
    const party = known === undefined ? partyNamed(kase, each, context) : { id: known, changes: [] };
    if (party.id === null) continue;
    made.set(key, party.id);
    changes.push(...party.changes);
    if (!ids.includes(party.id)) ids.push(party.id);
  }
  return { ids, changes };
}

/** Tags as they are kept: trimmed, none empty, none twice. */
export function cleanTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
}
