import { blankCase, putRecord, refNumber, type Case } from '../case/case.ts';
import type { Kind } from '../case/records.ts';
import type { Change, Draft, Event } from './event.ts';

/**
 * Applies an event to a case, in place (see Case for why). Total: any event of the right shape can be applied, whatever
 * it means; what is allowed was decided before.
 */
export function apply(kase: Case, event: Event): void {
  for (const change of event.changes) applyChange(kase, change);
  remember(kase, event);
}

function applyChange(kase: Case, { kind, id, after }: Change): void {
  const current = kase.records[kind].get(id) as Record<string, unknown> | undefined;
  // Trust inside: commands parse what they write, and openCase() validates every record it reads.
  const next = after === null ? null : ({ ...current, ...after, id } as never);
  putRecord(kase, kind as Kind, id, next);
}

/** Enters an event into what a case knows of its history, without touching the records. */
export function remember(kase: Case, event: Event): void {
  kase.history.push(event);
  kase.eventsById.set(event.id, event);
  const touched = new Set<string>();
  for (const { kind, id, after } of event.changes) {
    if (kind === 'allegations') kase.lastRefNumber = Math.max(kase.lastRefNumber, refNumber(after?.['ref']));
    if (typeof after?.['allegationId'] === 'string') kase.ownerIds.set(id, after['allegationId']);
    const allegationId = kind === 'allegations' ? id : kase.ownerIds.get(id);
    if (allegationId !== undefined) touched.add(allegationId);
  }
  for (const allegationId of touched) {
    const events = kase.eventsByAllegation.get(allegationId);
    if (events) events.push(event);
    else kase.eventsByAllegation.set(allegationId, [event]);
  }
  const parents = new Set(event.parents);
  kase.heads = [...kase.heads.filter((head) => !parents.has(head)), event.hash];
  if (event.type === 'undone' && event.of !== undefined) {
    take(kase.undo, event.of);
    kase.redo.push(event.of);
    kase.undone.add(event.of);
  } else if (event.type === 'redone' && event.of !== undefined) {
    take(kase.redo, event.of);
    kase.undo.push(event.of);
    kase.undone.delete(event.of);
  } else if (event.changes.length > 0 && event.type !== 'case-created') {
    kase.undo.push(event.id);
    kase.redo.length = 0;
  }
}

function take(stack: string[], id: string): void {
  const at = stack.lastIndexOf(id);
  if (at >= 0) stack.splice(at, 1);
}

/** The draft that takes an event back (`undone`) or brings it back (`redone`): a new fact, the old one stays. */
export function reversal(event: Event, type: 'undone' | 'redone'): Draft {
  const changes =
    type === 'redone'
      ? event.changes
      : event.changes
          .toReversed()
          .map((change) => ({ ...change, before: change.after, after: change.before }));
  return { type, of: event.id, changes };
}

/** The case that a history tells of, built from nothing. */
export function replay(history: readonly Event[], extra: Readonly<Record<string, unknown>> = {}): Case {
  const kase = blankCase(extra);
  for (const event of history) apply(kase, event);
  return kase;
}
