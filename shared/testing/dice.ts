import type { Case } from '../case/case.ts';
import type { Kind } from '../case/records.ts';
import { codePointLength } from '../text/code-points.ts';

/** For property tests only: from a number alone, choices of everything that people fill in. */

/** Texts that have broken programs: other scripts and directions, invisible signs, syntax of every kind. */
export const NAUGHTY = [
  'plain words',
  ' space \t around\n',
  '',
  '\u00a0',
  'Пожежа на млині',
  'اشتعلت النيران في الطاحونة',
  'הטחנה נשרפה',
  '\u202eturned round\u202c',
  '田中さんにあげて下さい',
  '👩‍👩‍👧 🇺🇦 🔥',
  'e\u0301 and \u00e9',
  '\u0000\u0007\u001b[31m',
  '\u2028\u2029\ufeff\u200b',
  '{{on}} {{reason}} $t(words.states.denied)',
  '<script>alert(1)</script>',
  '"quotes" and \\ backslash',
  '__proto__',
  'constructor',
  '=1+1',
  "'; DROP TABLE cases; --",
  '../../etc/passwd',
  'NaN',
  'İı ß ﬁ Ａ',
  'Z͑ͫ̓a̴l͓g̰o',
] as const;

/** A source of choices that depends on its seed alone (mulberry32). */
function choices(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** An id that no record has. */
export const NO_ID = 'id-none';

/** Chooses what people write and what they point at in a case as it is at that moment. */
export interface Dice {
  /** A whole number from 0 to before `below`. */
  readonly choose: (below: number) => number;
  readonly one: <T>(list: readonly T[]) => T;
  readonly maybe: <T>(value: T) => T | null;
  /** Some of the fields of an object. */
  readonly some: <T extends object>(fields: T) => Partial<T>;
  /** Any text, also none. */
  readonly text: () => string;
  /** Any text but an empty one. */
  readonly words: () => string;
  /** The id of a record of that kind; now and then one that is not there. */
  readonly idOf: (kind: Kind) => string;
  readonly party: () => string;
  readonly when: () => string | null;
  /** A span of a document that may reach beyond it. */
  readonly span: () => { documentId: string; start: number; end: number };
}

/** The dice that a number stands for. */
export function diceFor(kase: Case, seed: number): Dice {
  const choose = choices(seed);
  const one = <T>(list: readonly T[]): T => list[choose(list.length)] as T;
  const text = (): string => (choose(3) === 0 ? anyText(choose) : one(NAUGHTY));
  const words = (): string => text() || 'words';
  const idOf = (kind: Kind): string =>
    choose(12) === 0 ? NO_ID : (one([...kase.records[kind].keys()]) ?? NO_ID);
  return {
    choose,
    one,
    maybe: (value) => (choose(2) === 0 ? value : null),
    some: <T extends object>(fields: T) =>
      Object.fromEntries(Object.entries(fields).filter(() => choose(2) === 0)) as Partial<T>,
    text,
    words,
    idOf,
    party: () => one(['Mayor', 'MAYOR ', 'Fire brigade', 'Mill owner', words()]),
    when: () => one([null, '2026', '2026-11', '2024-02-29', '2026-11-16T12:10Z[Europe/Kyiv]']),
    span: () => {
      const documentId = idOf('documents');
      const length = codePointLength(kase.records.documents.get(documentId)?.text ?? 'none');
      const start = choose(length + 1);
      return { documentId, start, end: start + choose(6) + 1 };
    },
  };
}

/** Up to eight characters from anywhere in Unicode. */
function anyText(choose: (below: number) => number): string {
  const points = Array.from({ length: choose(8) }, () => choose(0x110000 - 0x800));
  return String.fromCodePoint(...points.map((point) => (point < 0xd800 ? point : point + 0x800)));
}
