import type { Event } from '../events/event.ts';
import type { CaseInfo, Kind, RecordOf } from './records.ts';
import { nameKey } from '../text/name-key.ts';
import { KINDS } from './records.ts';
import { STATES, type State } from './words.ts';

/** Which field of which kind points to the record it hangs on, if any. Children are found by it without a search. */
const CHILD_FIELDS = [
  ['passages', 'allegationId'],
  ['passages', 'documentId'],
  ['marks', 'documentId'],
  ['documents', 'previousId'],
  ['documents', 'exhibitId'],
  ['sources', 'mergedIntoId'],
  ['evidence', 'allegationId'],
  ['evidence', 'sourceId'],
  ['evidence', 'exhibitId'],
  ['responses', 'allegationId'],
  ['queries', 'allegationId'],
  ['queries', 'documentId'],
  ['reviews', 'allegationId'],
  ['relations', 'fromId'],
  ['relations', 'toId'],
] as const satisfies readonly (readonly [Kind, string])[];

/** The fields of a kind that say which allegations it belongs to, where that is not `allegationId`. */
const OWNER_FIELDS: Partial<Record<Kind, readonly string[]>> = { relations: ['fromId', 'toId'] };

type ChildField = (typeof CHILD_FIELDS)[number];
type Link<F extends ChildField = ChildField> = F extends ChildField ? `${F[0]}.${F[1]}` : never;

/**
 * A case as a collection of records, with its history. There is one per open case and events/apply.ts is the only
 * place that changes it, in place: copying a plain object of 100,000 records costs 50 to 180 ms an edit. The records
 * themselves are never changed, only replaced.
 */
export interface Case {
  readonly records: { readonly [K in Kind]: Map<string, RecordOf<K>> };
  readonly history: Event[];
  /** Hashes of the events that no other event follows: one, unless two copies were merged. */
  heads: string[];
  /** Events that can be undone and redone, the next one last. */
  readonly undo: Event[];
  readonly redo: Event[];
  /** Ids of all events that are taken back, also of those that can no more be redone. */
  readonly undone: Set<string>;
  /** Events that were ever taken back, by their ids: what an `undone` or `redone` is about. */
  readonly reversed: Map<string, Event>;
  /** The version of the format its file had, if that was an older one. */
  readonly migratedFrom: number | null;
  /** Fields of the file that this version does not know, kept to be written back. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** How many allegations are in each state, and how many records are in the trash: asked for after every change. */
  readonly tally: { readonly states: Record<State, number>; trashed: number };
  /** The highest number any reference ever had, so that none is used twice. */
  lastRefNumber: number;
  readonly allegationIdByRef: Map<string, string>;
  /** For each of CHILD_FIELDS, the ids of the children by the id of what they hang on, in the order they came. */
  readonly childIds: Readonly<Record<Link, Map<string, string[]>>>;
  /** Parties and sources by their names (text/name-key.ts): people name them, and mean the one that is there. */
  readonly idsByName: Map<string, Set<string>>;
  /** The highest number that each of these ever had, so that none is used twice. */
  readonly lastNumbers: { exhibits: number; queries: number; reports: number };
  /** The allegations of records that belong to one and are no more, since their making was undone. */
  readonly formerOwnerIds: Map<string, readonly string[]>;
  readonly eventsByAllegation: Map<string, Event[]>;
}

/** A case with nothing in it, not even its own information: what applying a history starts from. */
export function blankCase(
  extra: Readonly<Record<string, unknown>> = {},
  migratedFrom: number | null = null,
): Case {
  return {
    records: Object.fromEntries(KINDS.map((kind) => [kind, new Map()])) as unknown as Case['records'],
    history: [],
    heads: [],
    undo: [],
    redo: [],
    undone: new Set(),
    reversed: new Map(),
    migratedFrom,
    extra,
    tally: {
      states: Object.fromEntries(STATES.map((state) => [state, 0])) as Record<State, number>,
      trashed: 0,
    },
    lastRefNumber: 0,
    lastNumbers: { exhibits: 0, queries: 0, reports: 0 },
    allegationIdByRef: new Map(),
    childIds: childMaps(() => new Map()),
    idsByName: new Map(),
    formerOwnerIds: new Map(),
    eventsByAllegation: new Map(),
  };
}

function childMaps(make: (link: Link) => Map<string, string[]>): Case['childIds'] {
  return Object.fromEntries(
    CHILD_FIELDS.map(([kind, field]) => {
      const link = `${kind}.${field}` as Link;
      return [link, make(link)];
    }),
  ) as Case['childIds'];
}

/** The case's own record. Every case has exactly one from its first event on. */
export function caseInfo(kase: Case): CaseInfo {
  for (const info of kase.records.case.values()) return info;
  throw new Error('a case without its own record was used');
}

/** The ids of the records of `kind` whose `field` is `id`, in the order they came. */
export function childIds<F extends ChildField>(kase: Case, [kind, field]: F, id: string): readonly string[] {
  return kase.childIds[`${kind}.${field}` as Link].get(id) ?? [];
}

/** The records of `kind` whose `field` is `id`, in the order they came. */
export function children<F extends ChildField>(kase: Case, link: F, id: string): RecordOf<F[0]>[] {
  const [kind] = link;
  const ids = childIds(kase, link, id);
  const map = kase.records[kind] as Map<string, RecordOf<F[0]>>;
  const found: RecordOf<F[0]>[] = [];
  for (const childId of ids) {
    const record = map.get(childId);
    if (record) found.push(record);
  }
  return found;
}

/** The allegations that a record with these fields belongs to: an evidence item to one, a relation to two. */
export function ownersIn(kind: Kind, fields: Readonly<Record<string, unknown>> | null | undefined): string[] {
  const names = OWNER_FIELDS[kind] ?? ['allegationId'];
  return names.flatMap((name) => {
    const id = fields?.[name];
    return typeof id === 'string' ? [id] : [];
  });
}

/** The allegations that a record belongs to, or did before its making was undone; none for what belongs to the case. */
export function ownersOf(kase: Case, kind: Kind, id: string): readonly string[] {
  if (kind === 'allegations') return [id];
  const record = kase.records[kind].get(id) as Record<string, unknown> | undefined;
  return record ? ownersIn(kind, record) : (kase.formerOwnerIds.get(id) ?? []);
}

/** Records that have not been moved to the trash. */
export function present<R extends { removed: boolean }>(records: Iterable<R>): R[] {
  const kept: R[] = [];
  for (const record of records) if (!record.removed) kept.push(record);
  return kept;
}

/** The number at the end of a reference such as `CHN-014`; 0 where there is none. */
export function refNumber(ref: unknown): number {
  return typeof ref === 'string' ? Number(/-(\d{1,9})$/.exec(ref)?.[1] ?? 0) : 0;
}

/** Orders what has a reference by its number, not by its letters. */
export function byRef(a: { readonly ref: string }, b: { readonly ref: string }): number {
  return refNumber(a.ref) - refNumber(b.ref) || (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0);
}

/** Puts or drops a record and keeps what is derived from the records in step. For apply() and openCase() only. */
export function putRecord<K extends Kind>(kase: Case, kind: K, id: string, next: RecordOf<K> | null): void {
  const map = kase.records[kind] as Map<string, unknown>;
  const before = map.get(id) as Record<string, unknown> | undefined;
  const after = next as Record<string, unknown> | null;
  for (const [childKind, field] of CHILD_FIELDS) {
    const [from, to] = [before?.[field] ?? null, after?.[field] ?? null];
    if (childKind !== kind || from === to) continue;
    const link = kase.childIds[`${kind}.${field}` as Link];
    if (from !== null) leave(link, from as string, id);
    if (to !== null) join(link, to as string, id);
  }
  if (kind === 'parties' || kind === 'sources') indexName(kase, kind, before, after);
  if (kind === 'allegations') {
    if (before) kase.allegationIdByRef.delete(String(before['ref']));
    if (after) kase.allegationIdByRef.set(String(after['ref']), id);
  }
  count(kase, kind, before, -1);
  count(kase, kind, after, 1);
  if (next === null) map.delete(id);
  else map.set(id, next);
}

type Fields = Record<string, unknown>;

/** What leaves by itself and is in no trash: a party goes with what named it, a merged source is in the other, a mark is made again with a key. */
const isTrashed = (kind: Kind, record: Fields): boolean =>
  record['removed'] === true && !UNTRASHED.has(kind) && (record['mergedIntoId'] ?? null) === null;
const UNTRASHED: ReadonlySet<Kind> = new Set<Kind>(['parties', 'marks']);

function count(kase: Case, kind: Kind, record: Fields | null | undefined, by: 1 | -1): void {
  if (!record) return;
  const { tally } = kase;
  if (isTrashed(kind, record)) tally.trashed += by;
  else if (kind === 'allegations') {
    const state = (record['finding'] as { state?: State } | undefined)?.state;
    if (state !== undefined && state in tally.states) tally.states[state] += by;
  }
}

function join(link: Map<string, string[]>, parentId: string, id: string): void {
  const siblings = link.get(parentId);
  if (siblings) siblings.push(id);
  else link.set(parentId, [id]);
}

function leave(link: Map<string, string[]>, parentId: string, id: string): void {
  const siblings = link.get(parentId);
  const at = siblings?.indexOf(id) ?? -1;
  if (at >= 0) siblings?.splice(at, 1);
}

function indexName(kase: Case, kind: Kind, before: Fields | undefined, after: Fields | null): void {
  const keyOf = (record: Fields): string => `${kind}.${nameKey(String(record['name']))}`;
  const unchanged =
    before && after && keyOf(before) === keyOf(after) && before['removed'] === after['removed'];
  if (unchanged) return;
  if (before) kase.idsByName.get(keyOf(before))?.delete(String(before['id']));
  if (!after || after['removed'] === true) return;
  const namesakes = kase.idsByName.get(keyOf(after));
  if (namesakes) namesakes.add(String(after['id']));
  else kase.idsByName.set(keyOf(after), new Set([String(after['id'])]));
}

/** The id of the party or source of that name, if one is not in the trash; the one that had it first. */
export function idByName(kase: Case, kind: 'parties' | 'sources', name: string): string | undefined {
  return kase.idsByName
    .get(`${kind}.${nameKey(name)}`)
    ?.values()
    .next().value;
}

/** A case that can be changed without changing this one. The records themselves are shared: they are never changed. */
export function copyCase(kase: Case): Case {
  return {
    ...kase,
    records: Object.fromEntries(
      KINDS.map((kind) => [kind, new Map(kase.records[kind] as Map<string, unknown>)]),
    ) as unknown as Case['records'],
    history: [...kase.history],
    tally: { ...kase.tally, states: { ...kase.tally.states } },
    lastNumbers: { ...kase.lastNumbers },
    undo: [...kase.undo],
    redo: [...kase.redo],
    allegationIdByRef: new Map(kase.allegationIdByRef),
    idsByName: new Map([...kase.idsByName].map(([key, ids]) => [key, new Set(ids)])),
    undone: new Set(kase.undone),
    reversed: new Map(kase.reversed),
    childIds: childMaps((link) => new Map([...kase.childIds[link]].map(([id, ids]) => [id, [...ids]]))),
    formerOwnerIds: new Map(kase.formerOwnerIds),
    eventsByAllegation: new Map([...kase.eventsByAllegation].map(([id, events]) => [id, [...events]])),
  };
}
