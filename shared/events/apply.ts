import { blankCase, ownerOf, putRecord, refNumber, type Case } from '../case/case.ts';
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
  for (const [index, { kind, id, before, after }] of event.changes.entries()) {
    if (kind === 'allegations') kase.lastRefNumber = Math.max(kase.lastRefNumber, refNumber(after?.['ref']));
    const owner = (after ?? before)?.['allegationId'];
    // One that is there tells by itself.
    if (kase.records[kind].has(id)) kase.formerOwnerIds.delete(id);
    else if (typeof owner === 'string') kase.formerOwnerIds.set(id, owner);
    const allegationId = kind === 'allegations' ? id : ownerOf(kase, kind, id);
    if (allegationId === undefined) continue;
    const events = kase.eventsByAllegation.get(allegationId);
    if (!events) kase.eventsByAllegation.set(allegationId, [event]);
    else if (index === 0 || events.at(-1) !== event) events.push(event);
  }
  kase.heads = headsAfter(kase.heads, event);
  if (event.type === 'undone' && event.of !== undefined) {
    kase.undone.add(event.of);
    const taken = take(kase.undo, event.of);
    if (!taken) return;
    kase.redo.push(taken);
    kase.reversed.set(taken.id, taken);
  } else if (event.type === 'redone' && event.of !== undefined) {
    kase.undone.delete(event.of);
    const taken = take(kase.redo, event.of);
    if (taken) kase.undo.push(taken);
  } else if (event.changes.length > 0 && event.type !== 'case-created') {
    kase.undo.push(event);
    kase.redo.length = 0;
  }
}

function headsAfter(heads: readonly string[], { parents, hash }: Event): string[] {
  // The usual case, without looking further: one line of events, and this is the next.
  if (heads.length === 1 && parents.length === 1 && parents[0] === heads[0]) return [hash];
  return [...heads.filter((head) => !parents.includes(head)), hash];
}

/** Only the last can be undone or redone; a history that says otherwise changes records, but not what can be undone. */
function take(stack: Event[], id: string): Event | undefined {
  return stack.at(-1)?.id === id ? stack.pop() : undefined;
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
