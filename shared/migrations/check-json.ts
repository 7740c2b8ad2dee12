import { parse, visit, type ParseError } from 'jsonc-parser';
import { LIMITS } from '../case/limits.ts';

/** Where something is in a text; both count from 1, columns in UTF-16 units. */
export interface Place {
  line: number;
  column: number;
}

export type JsonProblem =
  | ({ code: 'not-json' } & Place)
  | ({ code: 'duplicate-key'; key: string } & Place)
  | ({ code: 'forbidden-key'; key: string } & Place)
  | ({ code: 'too-deep'; limit: number } & Place);

/** Keys that would reach into the machinery of JavaScript objects; no case needs them. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** The first place where a text stops being JSON. Only to be asked of a text that JSON.parse refused. */
export function notJson(text: string): JsonProblem {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true });
  } catch {
    // Nested too deeply to look at; the sentence about JSON still holds, the place is the beginning.
  }
  return { code: 'not-json', ...placeOf(text, errors[0]?.offset ?? 0) };
}

/**
 * What JSON.parse lets pass in silence: the same key twice in one object (the second would win), keys that reach into
 * prototypes, and nesting beyond reason. `text` must be valid JSON. Answers null when there is nothing to object to.
 */
export function objectionTo(text: string): JsonProblem | null {
  const open: (Set<string> | null)[] = [];
  const enter = (keyed: boolean) => (offset: number) => {
    if (open.length >= LIMITS.nesting)
      throw new Objection({ code: 'too-deep', limit: LIMITS.nesting, ...placeOf(text, offset) });
    open.push(keyed ? new Set() : null);
  };
  const leave = () => void open.pop();
  try {
    visit(text, {
      onObjectBegin: enter(true),
      onObjectEnd: leave,
      onArrayBegin: enter(false),
      onArrayEnd: leave,
      onObjectProperty(key, offset) {
        const keys = open.at(-1);
        if (FORBIDDEN.has(key)) throw new Objection({ code: 'forbidden-key', key, ...placeOf(text, offset) });
        if (keys?.has(key)) throw new Objection({ code: 'duplicate-key', key, ...placeOf(text, offset) });
        keys?.add(key);
      },
    });
  } catch (error) {
    if (error instanceof Objection) return error.problem;
    throw error;
  }
  return null;
}

/** Leaves the visitor at the first objection; the library has no other way out. */
class Objection extends Error {
  constructor(readonly problem: JsonProblem) {
    super(problem.code);
  }
}

/**
 * Whether there is nothing to object to in one JSON text, without naming what: quick enough for every line of a large
 * file. `value` is what the text in `bytes`, from `start` to before `end`, was parsed to, and `depth` the number of
 * containers open at its beginning, its own included. A name that stands twice in an object leaves fewer fields in the
 * value than the text has colons outside of strings.
 */
export function isPlain(
  value: unknown,
  depth: number,
  bytes: Uint8Array,
  start: number,
  end: number,
): boolean {
  return value !== undefined && fieldsIn(value, depth) === colonsIn(bytes, start, end);
}

/** How many fields all objects in a value have; NaN when it is nested too deeply or has a forbidden name. */
function fieldsIn(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > LIMITS.nesting) return NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const each of value) count += fieldsIn(each, depth + 1);
    return count;
  }
  const fields = value as Record<string, unknown>;
  // This runs over everything a case holds: without a list of entries, and what JSON.parse made inherits no fields.
  // oxlint-disable-next-line guard-for-in
  for (const name in fields) {
    if (FORBIDDEN.has(name)) return NaN;
    const field = fields[name];
    count += typeof field === 'object' ? 1 + fieldsIn(field, depth + 1) : 1;
  }
  return count;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/** How many colons stand outside of strings in the UTF-8 of valid JSON. */
function colonsIn(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === COLON) count++;
    if (byte !== QUOTE) continue;
    for (at++; at < end && bytes[at] !== QUOTE; at++) if (bytes[at] === BACKSLASH) at++;
  }
  return count;
}

function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
