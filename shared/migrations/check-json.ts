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

function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
