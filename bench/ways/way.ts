import type { Case } from '../../shared/case/case.ts';
import type { Allegation } from '../../shared/case/records.ts';
import type { Event } from '../../shared/events/event.ts';
import type { OpenStet } from './stet.ts';

/** Where a way of saving does its work. */
export interface Place {
  /** A folder of its own. */
  folder: string;
  /** The checkout: what is compared is installed in its folder bench/. */
  root: string;
  /** The case to be edited, open in Stet; the others take from it what they need and keep their own files. */
  stet: OpenStet;
}

/** A way of making one edit of a case safe, or of believing that it is. */
export interface Way {
  readonly name: string;
  /** As the tables call it. */
  readonly title: string;
  /** Whether an edit is surely on the disk when it is acknowledged. */
  readonly durable: boolean;
  /** Rewrites everything at each edit. */
  readonly whole: boolean;
  readonly start: (place: Place) => Promise<Saving>;
}

export interface Saving {
  /** One edit: an allegation moved, and saved. */
  edit(): Promise<unknown>;
  /** What is not part of the edit but has to be done before somebody else is measured on the same disk. */
  settle?(): Promise<void>;
  end(): Promise<void>;
}

/** A move of an allegation as a value, for the ways that do not decide it themselves: the last one of the case. */
export function lastMove(kase: Case): { event: Event; allegation: Allegation } {
  const event = kase.history.findLast((each) => each.type === 'allegation-moved');
  const allegation = event && kase.records.allegations.get(event.changes.at(-1)?.id ?? '');
  if (!event || !allegation) throw new Error('nothing was ever moved in this case');
  return { event, allegation };
}

/** A case as the plain object that libraries for JSON want. The records in it are those of the case. */
export function plainCase(kase: Case): Record<string, unknown[]> {
  const lists = Object.entries(kase.records).map(([kind, map]) => [kind, [...map.values()]] as const);
  return { ...Object.fromEntries(lists), history: [...kase.history] };
}
