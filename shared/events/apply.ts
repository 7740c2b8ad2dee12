import { blankCase, ownersIn, ownersOf, putRecord, refNumber, type Case } from '../case/case.ts';
import type { Kind } from '../case/records.ts';
import type { Change, Draft, Event } from './event.ts';
import { changesOf } from './upcast.ts';

/**
 * Applies an event to a case, in place (see Case for why). Total: any event of the right shape can be applied, whatever
 * it means; what is allowed was decided before.
 */
export function apply(kase: Case, event: Event): void {
  for (const change of changesOf(event)) applyChange(kase, change);
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
  for (const { kind, id, before, after } of event.changes) {
    if (kind === 'allegations') kase.lastRefNumber = Math.max(kase.lastRefNumber, refNumber(after?.['ref']));
    else if (kind === 'exhibits' || kind === 'queries' || kind === 'reports') {
      kase.lastNumbers[kind] = Math.max(kase.lastNumbers[kind], Number(after?.['number'] ?? 0));
    }
    // One that is there tells by itself whose it is.
    if (kase.records[kind].has(id)) kase.formerOwnerIds.delete(id);
    else {
      const owners = ownersIn(kind, after ?? before);
      if (owners.length > 0) kase.formerOwnerIds.set(id, owners);
    }
    for (const allegationId of ownersOf(kase, kind, id)) {
      const events = kase.eventsByAllegation.get(allegationId);
      if (!events) kase.eventsByAllegation.set(allegationId, [event]);
      else if (events.at(-1) !== event) events.push(event);
    }
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
  } else if (event.type === 'identity-erased') {
    forget(kase, event);
  } else if (event.changes.length > 0 && !LASTING.has(event.type)) {
    kase.undo.push(event);
    kase.redo.length = 0;
  }
}

/**
 * What cannot be taken back: creating the case, since a case that is not there has no history, and exporting a report,
 * since it has left the case. What was done before an export can still be undone.
 */
const LASTING: ReadonlySet<string> = new Set(['case-created', 'report-exported']);

/**
 * What was erased is erased: that cannot be taken back, and neither taking back nor bringing back an earlier keeping may
 * name again what is no more in the vault.
 */
function forget(kase: Case, erased: Event): void {
  const ids = new Set(erased.changes.map(({ id }) => id));
  for (const stack of [kase.undo, kase.redo]) {
    const kept = stack.filter(
      ({ type, changes }) => type !== 'identity-kept' || !changes.some(({ id }) => ids.has(id)),
    );
    stack.splice(0, stack.length, ...kept);
  }
}

export function headsAfter(heads: readonly string[], { parents, hash }: Event): string[] {
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
      ? [...changesOf(event)]
      : changesOf(event)
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
