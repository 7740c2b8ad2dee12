import type { Case } from '../case/case.ts';
import { caseInfo } from '../case/case.ts';
import { LISTED_KINDS } from '../case/case-text.ts';
import type { Kind } from '../case/records.ts';
import type { CommandValue } from '../commands/index.ts';
import type { Change, Event, Fields } from '../events/event.ts';
import { eventHash } from '../events/seal.ts';

/** For tests only: a case as a Stet that wrote format version 1 would have had it. */

/** The fields that records of version 1 did not have. */
const NEW_FIELDS: Partial<Record<Kind, readonly string[]>> = {
  case: ['cover', 'logo', 'publisher', 'scale'],
  allegations: ['happenedOn', 'touchedIds', 'quote', 'rating'],
  sources: ['interests', 'reliability', 'confidential', 'commitment', 'erasedAt', 'mergedIntoId'],
  evidence: ['exhibitId', 'authentication', 'credibility'],
  responses: ['denies', 'contact', 'askedOn', 'deadline', 'attempts'],
  documents: ['extractor', 'encoding', 'language', 'blocks', 'pages', 'exhibitId', 'previousId'],
  passages: ['doubt'],
};
const NEW_RULES = ['authenticated', 'reliability', 'credibility', 'replyIfSerious', 'secondPerson'];
export const KINDS_OF_VERSION_1: readonly Kind[] = [
  'case',
  'documents',
  'passages',
  'allegations',
  'parties',
  'sources',
  'evidence',
  'responses',
];

/** Whether a Stet of version 1 knew a command; what it did with fields it did not know is nothing. */
export function wasKnown(command: CommandValue): boolean {
  const { type } = command;
  if (type === 'remove' || type === 'restore')
    return KINDS_OF_VERSION_1.includes(command.kind) && command.kind !== 'sources';
  return [
    'edit-case',
    'change-standard',
    'add-document',
    'edit-document',
    'record-allegation',
    'edit-allegation',
    'move-allegation',
    'add-passage',
    'add-evidence',
    'edit-evidence',
    'edit-source',
    'add-response',
    'edit-response',
    'undo',
    'redo',
  ].includes(type);
}

/** The text of a case file of version 1 that tells of a case, whose commands that version all knew. */
export function textOfVersion1(kase: Case): string {
  const { extra, records } = kase;
  const lists = LISTED_KINDS.filter((kind) => KINDS_OF_VERSION_1.includes(kind)).map((kind) => [
    kind,
    [...records[kind].values()].map((record) => before(kind, record)),
  ]);
  const head = { format: 'stet-case', formatVersion: 1, ...before('case', caseInfo(kase)), ...extra };
  return JSON.stringify({ ...head, ...Object.fromEntries(lists), history: historyOf(kase) });
}

function before(kind: Kind, fields: Fields): Fields {
  const without = (from: Fields, names: readonly string[]): Fields =>
    Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));
  const kept = without(fields, NEW_FIELDS[kind] ?? []);
  return kind === 'case' && 'standard' in kept
    ? { ...kept, standard: without(kept['standard'] as Fields, NEW_RULES) }
    : kept;
}

/** The same events with what version 1 knew of each, linked anew. */
function historyOf({ history }: Case): Event[] {
  const hashes = new Map<string, string>();
  return history.map((event) => {
    const changes = event.changes.map((change): Change => ({
      ...change,
      before: change.before && before(change.kind, change.before),
      after: change.after && before(change.kind, change.after),
    }));
    const parents = event.parents.map((parent) => hashes.get(parent) ?? '');
    const old = { ...event, v: 1 as const, changes, parents };
    const hash = eventHash(old);
    hashes.set(event.hash, hash);
    return { ...old, hash };
  });
}
