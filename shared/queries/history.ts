import { caseInfo, childIds, ownersOf, type Case } from '../case/case.ts';
import type { HouseScale } from '../case/publishing.ts';
import type { Finding, Kind } from '../case/records.ts';
import type { Standard } from '../case/standard.ts';
import type { Change, Event } from '../events/event.ts';
import { hiding } from './source-name.ts';

/** A word of the language files, to be translated where the sentence is shown. */
export interface Word {
  word: string;
}

/** What is put into a sentence: text as people wrote it, or a word to be translated. */
export type SentenceParams = Record<string, string | number | Word | Word[]>;

/** One event as a line of history: the key of its sentence in `history.json`, and what goes into it. */
export interface HistoryLine {
  id: string;
  at: string;
  by: string;
  /** The event's type; the key of its sentence. */
  type: string;
  params: SentenceParams;
  /** The allegation it is about, if it is about one. */
  allegationId: string | null;
  /** Set on an event that was taken back. */
  undone: boolean;
  hash: string;
}

export interface HistoryFilter {
  allegationId?: string | undefined;
  /** Only what was done to this source, and to those that were merged into it. */
  sourceId?: string | undefined;
  /** Only events before the one with this id, for reading on. */
  before?: string | undefined;
  limit?: number | undefined;
}

/** Lines of history, newest first. */
export function historyOf(kase: Case, filter: HistoryFilter = {}): HistoryLine[] {
  const { before, limit = Infinity } = filter;
  const events = eventsFor(kase, filter);
  const end = before === undefined ? events.length : events.findLastIndex((event) => event.id === before);
  const lines: HistoryLine[] = [];
  for (let at = end - 1; at >= 0 && lines.length < limit; at--) {
    const event = events[at];
    if (event) lines.push(lineOf(kase, event));
  }
  return lines;
}

function eventsFor(kase: Case, { allegationId, sourceId }: HistoryFilter): readonly Event[] {
  if (allegationId !== undefined) return kase.eventsByAllegation.get(allegationId) ?? [];
  if (sourceId === undefined) return kase.history;
  const ids = new Set([sourceId, ...childIds(kase, ['sources', 'mergedIntoId'], sourceId)]);
  return kase.history.filter(({ changes }) =>
    changes.some(({ kind, id }) => kind === 'sources' && ids.has(id)),
  );
}

/** One event as a line. An `undone` or `redone` event is told with the sentence of the event it is about. */
function lineOf(kase: Case, event: Event): HistoryLine {
  const told = (event.of !== undefined && kase.reversed.get(event.of)) || event;
  const main = mainChange(told);
  return {
    id: event.id,
    at: event.at,
    by: event.by,
    type: event.type,
    params: {
      ...paramsOf(kase, told, main),
      ...(told === event ? {} : { what: { word: `history.actions.${told.type}` } }),
    },
    allegationId: allegationOf(kase, main),
    undone: kase.undone.has(event.id),
    hash: event.hash,
  };
}

/** What was done, as a word of the language files, and what it was done to: for “Undo …”. */
export interface NamedAction {
  action: Word;
  on: string;
}

/** The name of what an event did; null when there is none. */
export function actionOf(kase: Case, event: Event | undefined): NamedAction | null {
  if (!event) return null;
  return { action: { word: `history.actions.${event.type}` }, on: calledBy(kase, event, mainChange(event)) };
}

/** The change an event is named after: what it makes on the way (a party, a source) comes before it. */
function mainChange(event: Event): Change | undefined {
  const order: Kind[] = [
    'queries',
    'marks',
    'reviews',
    'relations',
    'evidence',
    'responses',
    'allegations',
    'documents',
    'passages',
    'exhibits',
    'sources',
    'reports',
    'case',
  ];
  if (event.type === 'allegation-moved') order.unshift('allegations');
  if (event.type === 'version-added') order.unshift('documents');
  // The last change of a merge is the record that gave way.
  if (event.type === 'sources-merged') return event.changes.at(-1);
  for (const kind of order) {
    const found = event.changes.find((change) => change.kind === kind);
    if (found) return found;
  }
  return event.changes.at(-1);
}

/**
 * What a source is called. A confidential one is called by the agreed description whatever it was called before, in the
 * telling of what was done before, too.
 */
function sourceThen(kase: Case, id: string, then?: unknown): string {
  const source = kase.records.sources.get(id);
  const hidden = source && hiding(kase, source);
  const name = hidden?.name ?? then ?? source?.name ?? creation(kase, 'sources', id)?.['name'];
  return typeof name === 'string' ? name : '';
}

/** A field of a changed record as text, wherever it can still be found; empty when nowhere. */
function textField(kase: Case, change: Change, name: string): string {
  const value = field(kase, change, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function field(kase: Case, { kind, id, before, after }: Change, name: string): unknown {
  const current = kase.records[kind].get(id) as Record<string, unknown> | undefined;
  return after?.[name] ?? before?.[name] ?? (current ?? creation(kase, kind, id))?.[name];
}

/** The fields a record was created with, for telling of one that was undone. */
function creation(kase: Case, kind: Kind, id: string): Change['after'] | undefined {
  const [allegationId] = ownersOf(kase, kind, id);
  // Documents, parties and sources belong to no allegation; that one of them was undone is rare, so a search is fine.
  const events = allegationId === undefined ? kase.history : kase.eventsByAllegation.get(allegationId);
  for (const event of events ?? []) {
    for (const change of event.changes) {
      if (change.kind === kind && change.id === id && change.before === null) return change.after;
    }
  }
  return undefined;
}

function allegationOf(kase: Case, change: Change | undefined): string | null {
  if (!change) return null;
  return ownersOf(kase, change.kind, change.id)[0] ?? null;
}

/** How people call what an event was about: its main record, or the document when it was about all that is in one. */
function calledBy(kase: Case, { type }: Event, main: Change | undefined): string {
  return type === 'moved-confirmed' && main ? documentTitleOf(kase, main) : labelOf(kase, main);
}

/** How people call the record of a change: the reference of its allegation, or its title or name. */
function labelOf(kase: Case, change: Change | undefined): string {
  if (!change) return '';
  const owner = allegationOf(kase, change);
  if (owner !== null) return nameOf(kase, 'allegations', owner, 'ref');
  const { kind, id } = change;
  if (kind === 'sources') return sourceThen(kase, id, field(kase, change, 'name'));
  if (kind === 'reports') return `R${textField(kase, change, 'number')}`;
  if (kind === 'queries' || kind === 'marks') return documentTitleOf(kase, change);
  return textField(kase, change, 'title') || textField(kase, change, 'name');
}

/** The title of the document that something is anchored in. */
function documentTitleOf(kase: Case, change: Change): string {
  return nameOf(kase, 'documents', textField(kase, change, 'documentId'), 'title');
}

/** The field that people call a record by, also of one whose creation was undone. */
function nameOf(kase: Case, kind: Kind, id: string, name: 'ref' | 'title' | 'name'): string {
  const current = kase.records[kind].get(id) as Record<string, unknown> | undefined;
  const value = (current ?? creation(kase, kind, id))?.[name];
  return typeof value === 'string' ? value : '';
}

function paramsOf(kase: Case, event: Event, main: Change | undefined): SentenceParams {
  const params: SentenceParams = { on: calledBy(kase, event, main) };
  if (!main) return params;
  const standard =
    main.kind === 'case' ? (main.after?.['standard'] as Partial<Standard> | undefined) : undefined;
  if (event.type === 'standard-changed' && standard) {
    for (const name of ['primary', 'firstHand', 'secondary'] as const) params[name] = standard[name] ?? '';
    const before = main.before?.['standard'] as Partial<Standard> | undefined;
    const rules = Object.keys(standard).filter(
      (name) => !(name in params) && before?.[name] !== standard[name],
    );
    if (rules.length > 0) params['rules'] = rules.map((name) => ({ word: `words.rules.${name}` }));
  }
  if (main.kind === 'allegations') {
    params['statement'] = textField(kase, main, 'statement');
    const finding = main.after?.['finding'] as Finding | undefined;
    const earlier = main.before?.['finding'] as { state: string } | undefined;
    if (event.type === 'allegation-moved' && finding && earlier) {
      params['from'] = { word: `words.states.${earlier.state}` };
      params['to'] = { word: `words.states.${finding.state}` };
      params['reason'] = finding.reason;
      if (finding.basis) params['basis'] = { word: `words.bases.${finding.basis}` };
      if (finding.override) params['override'] = finding.override;
    }
  }
  if (event.type === 'allegation-rated') {
    const rating = main.after?.['rating'] as { ratingId?: string } | undefined;
    params['rating'] = ratingLabel(kase, rating?.ratingId);
  }
  if (main.kind === 'evidence') {
    params['number'] = Number(textField(kase, main, 'number'));
    params['source'] = sourceThen(kase, textField(kase, main, 'sourceId'));
    params['stance'] = { word: `words.stances.${textField(kase, main, 'stance')}` };
  }
  if (main.kind === 'responses') {
    params['party'] = nameOf(kase, 'parties', textField(kase, main, 'partyId'), 'name');
    const extent = textField(kase, main, 'extent');
    const kind = textField(kase, main, 'kind');
    params['response'] = { word: extent === '' ? `words.responses.${kind}` : `words.denialKinds.${extent}` };
  }
  if (main.kind === 'queries' || main.kind === 'exhibits') {
    params['number'] = Number(textField(kase, main, 'number'));
    const decision = textField(kase, main, 'decision');
    if (decision !== '') params['decision'] = { word: `words.decisions.${decision}` };
    params['reason'] = textField(kase, main, 'reason');
  }
  if (main.kind === 'reviews') {
    params['to'] = { word: `words.states.${textField(kase, main, 'state')}` };
    params['reason'] = textField(kase, main, 'reason');
  }
  if (main.kind === 'relations') {
    params['other'] = nameOf(kase, 'allegations', textField(kase, main, 'toId'), 'ref');
    params['relation'] = { word: `words.relations.${textField(kase, main, 'kind')}` };
  }
  if (event.type === 'text-marked')
    params['mark'] = { word: `words.markKinds.${textField(kase, main, 'kind')}` };
  if (event.type === 'text-marked' || event.type === 'anchor-settled') {
    const [quote] = (field(kase, main, 'selector') ?? []) as readonly { exact?: string }[];
    params['words'] = quote?.exact ?? '';
  }
  if (main.kind === 'reports') {
    params['edition'] = { word: `report.fileNames.${textField(kase, main, 'edition')}` };
    const files = (field(kase, main, 'files') ?? []) as readonly { format?: string }[];
    params['forms'] = files.map(({ format = '' }) => format.toUpperCase()).join(', ');
    params['when'] = textField(kase, main, 'publishedOn');
  }
  if (event.type === 'sources-merged') {
    params['into'] = sourceThen(kase, textField(kase, main, 'mergedIntoId'));
  }
  if (event.type === 'quote-verified') {
    params['how'] = (main.after?.['quote'] as { how?: string } | undefined)?.how ?? '';
  }
  if (event.type === 'removed' || event.type === 'restored') {
    params['kind'] = { word: `words.kinds.${main.kind}` };
  }
  const names = Object.keys(main.after ?? {});
  if (event.type.endsWith('-edited'))
    params['fields'] = names.map((name) => ({ word: `words.fields.${name}` }));
  return params;
}

/** The label of a rating as the scale has it now, or had it last: it may be gone since what gave it was undone. */
function ratingLabel(kase: Case, ratingId: string | undefined): string {
  const labelIn = (scale: HouseScale | null | undefined): string | undefined =>
    scale?.ratings.find(({ id }) => id === ratingId)?.label;
  const now = labelIn(caseInfo(kase).scale);
  if (now !== undefined) return now;
  for (const { changes } of kase.history.toReversed()) {
    for (const { kind, after } of changes) {
      const then = kind === 'case' ? labelIn(after?.['scale'] as HouseScale | null | undefined) : undefined;
      if (then !== undefined) return then;
    }
  }
  return '';
}
