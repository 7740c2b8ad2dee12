import { CREDIBILITIES, RELIABILITIES } from '../shared/case/words.ts';
import type { CommandValue } from '../shared/commands/index.ts';
import { EXCERPTS, OUTLETS, PARTIES, PLACES, RECORDS, STATEMENTS } from './material.ts';

/** What the made case says: the same for the same index. */

export type Command<T extends CommandValue['type']> = Extract<CommandValue, { type: T }>;
export type Evidence = Omit<Command<'add-evidence'>, 'type' | 'allegationId'>;

export function statement(index: number): string {
  return pick(STATEMENTS, chance(index, 10, STATEMENTS.length))
    .replace('{n}', String(index + 2))
    .replace('{p}', pick(PLACES, chance(index, 11, PLACES.length)));
}

export const isSerious = (index: number): boolean => chance(index, 3, 6) === 0;

export function party(index: number): string {
  return `${pick(PARTIES, chance(index, 12, PARTIES.length))} ${chance(index, 13, 40) + 1}`;
}

/** An authenticated primary record: enough for the standard by itself. */
export function record(index: number, stance: Evidence['stance']): Evidence {
  return {
    source: {
      name: `${pick(RECORDS, chance(index, 14, RECORDS.length))} ${chance(index, 15, 400) + 1}`,
      kind: 'record',
      party: null,
      reliability: pick(RELIABILITIES, chance(index, 25, RELIABILITIES.length)),
    },
    stance,
    excerpt: pick(EXCERPTS, chance(index, 16, EXCERPTS.length)),
    locator: `p. ${chance(index, 17, 300) + 1}`,
    level: 'primary',
    authentication: 'Certified copy.',
    credibility: pick(CREDIBILITIES, chance(index, 26, CREDIBILITIES.length)),
    origin: { type: 'first-hand' },
    publishedOn: '2026-05',
    accessedOn: '2026-06-01',
    address: null,
  };
}

/** What a report says and where. */
export function report(index: number, stance: Evidence['stance']): Omit<Evidence, 'origin'> {
  return {
    ...record(index, stance),
    source: { name: `${pick(OUTLETS, chance(index, 18, OUTLETS.length))}`, kind: 'outlet', party: null },
    level: 'secondary',
    authentication: null,
    address: `https://news.example/${index}`,
  };
}

export const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/**
 * A number below `below` that looks thrown and is the same every time: the finaliser of MurmurHash3 (Austin Appleby,
 * public domain) over the index and what it is asked for.
 */
export function chance(index: number, about: number, below: number): number {
  let hash = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(about, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % below;
}
