import { caseInfo, type Case } from '../case/case.ts';
import type { Kind } from '../case/records.ts';
import {
  EXTENTS,
  LEVELS,
  PRIORITIES,
  RESPONSE_KINDS,
  SOURCE_KINDS,
  STANCES,
  STATES,
  WHYS,
  BASES,
} from '../case/words.ts';
import { decide, type CommandValue } from '../commands/index.ts';
import { removableKinds } from '../commands/remove.ts';
import { apply } from '../events/apply.ts';
import type { Event } from '../events/event.ts';
import { seal } from '../events/seal.ts';
import { codePointLength } from '../text/code-points.ts';
import { caseWith, REDO, textOfCase, UNDO, type TestContext } from './case-with.ts';

/**
 * For property tests only: any number becomes a command that fits the case as it is at that moment, so that a list of
 * numbers, which a property testing library makes and shortens well, is a history.
 */

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

/** The command that a number stands for in a case. It may well be refused. */
export function commandFor(kase: Case, seed: number): CommandValue {
  const choose = choices(seed);
  const one = <T>(list: readonly T[]): T => list[choose(list.length)] as T;
  const text = (): string => (choose(3) === 0 ? anyText(choose) : one(NAUGHTY));
  const words = (): string => text() || 'words';
  const maybe = <T>(value: T): T | null => (choose(2) === 0 ? value : null);
  // Now and then an id that is not there.
  const idOf = (kind: Kind): string =>
    choose(12) === 0 ? 'id-none' : (one([...kase.records[kind].keys()]) ?? 'id-none');
  const party = (): string => one(['Mayor', 'MAYOR ', 'Fire brigade', 'Mill owner', words()]);
  const date = (): string | null => one([null, '2026', '2026-11', '2026-11-16', '2024-02-29']);
  const source = () =>
    choose(2) === 0
      ? { id: idOf('sources') }
      : {
          name: one(['Log', 'Paper', 'Wire', words()]),
          kind: one(SOURCE_KINDS),
          party: maybe(party()),
        };
  const origin = () =>
    one([
      { type: 'first-hand' } as const,
      { type: 'unknown' } as const,
      { type: 'derived', evidenceId: idOf('evidence') } as const,
    ]);
  const span = () => {
    const documentId = idOf('documents');
    const length = codePointLength(kase.records.documents.get(documentId)?.text ?? 'none');
    const start = choose(length + 1);
    return { documentId, start, end: start + choose(6) + 1 };
  };
  const allegation = () => ({
    claimant: maybe(party()),
    saidOn: date(),
    saidWhere: maybe(text()),
    tags: [text(), text()],
    priority: one(PRIORITIES),
    serious: choose(2) === 0,
    assignee: maybe(text()),
    notes: text(),
  });
  const evidence = () => ({
    source: source(),
    stance: one(STANCES),
    excerpt: text(),
    locator: maybe(words()),
    level: one(LEVELS),
    origin: origin(),
    publishedOn: date(),
    accessedOn: date(),
    address: maybe(text()),
  });
  const response = () => ({
    party: party(),
    kind: one(RESPONSE_KINDS),
    extent: maybe(one(EXTENTS)),
    words: words(),
    on: date(),
    channel: maybe(text()),
    address: maybe(text()),
  });
  const made: (() => CommandValue)[] = [
    () => ({ type: 'edit-case', title: text() }),
    () => ({
      type: 'change-standard',
      primary: choose(3) + 1,
      firstHand: choose(3) + 1,
      secondary: choose(4) + 1,
    }),
    () => ({
      type: 'add-document',
      title: maybe(text()),
      text: `${words()}\n${words()}`,
      format: one(['text', 'markdown']),
      fileName: maybe(text()),
    }),
    () => ({ type: 'edit-document', id: idOf('documents'), title: text() }),
    () => ({ type: 'record-allegation', statement: words(), ...allegation(), passage: maybe(span()) }),
    () => ({ type: 'record-allegation', statement: words(), passage: null }),
    () => ({ type: 'record-allegation', statement: words(), claimant: party(), passage: null }),
    () => ({ type: 'edit-allegation', id: idOf('allegations'), ...some(choose, allegation()) }),
    () => ({
      type: 'move-allegation',
      id: idOf('allegations'),
      to: one(STATES),
      reason: one([words(), words(), text()]),
      why: maybe(one(WHYS)),
      basis: maybe(one(BASES)),
      response: one([
        undefined,
        { id: idOf('responses') },
        { party: party(), words: words(), on: '2026', extent: one(EXTENTS) },
      ]),
      override: maybe(text()),
    }),
    () => ({ type: 'add-passage', allegationId: idOf('allegations'), span: span() }),
    () => ({ type: 'add-evidence', allegationId: idOf('allegations'), ...evidence() }),
    () => ({ type: 'add-evidence', allegationId: idOf('allegations'), ...evidence(), level: 'primary' }),
    () => ({ type: 'edit-evidence', id: idOf('evidence'), ...some(choose, evidence()) }),
    () => ({
      type: 'edit-source',
      id: idOf('sources'),
      ...some(choose, { name: words(), kind: one(SOURCE_KINDS), party: maybe(party()) }),
    }),
    () => ({ type: 'add-response', allegationId: idOf('allegations'), ...response() }),
    () => ({ type: 'edit-response', id: idOf('responses'), ...some(choose, response()) }),
    () => {
      const kind = one(removableKinds.options);
      return { type: 'remove', kind, id: idOf(kind) };
    },
    () => one([...trash(kase), { type: 'restore', kind: 'evidence', id: idOf('evidence') }]),
    () => UNDO,
    () => REDO,
  ];
  return one(made)();
}

/** The commands that take everything out of the trash again. */
function trash(kase: Case): CommandValue[] {
  return removableKinds.options.flatMap((kind) =>
    [...kase.records[kind].values()]
      .filter(({ removed }) => removed)
      .map(({ id }): CommandValue => ({ type: 'restore', kind, id })),
  );
}

/** Some of the fields of an object. */
function some<T extends object>(choose: (below: number) => number, fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(() => choose(2) === 0)) as Partial<T>;
}

/** Up to eight characters from anywhere in Unicode. */
function anyText(choose: (below: number) => number): string {
  const points = Array.from({ length: choose(8) }, () => choose(0x110000 - 0x800));
  return String.fromCodePoint(...points.map((point) => (point < 0xd800 ? point : point + 0x800)));
}

/**
 * Runs what the numbers stand for, one after the other. `each` is told of every event right after it was applied.
 * Throws when a refused command changed the case.
 */
export function caseFrom(
  seeds: readonly number[],
  each: (kase: Case, event: Event) => void = () => {},
): { kase: Case; context: TestContext; refused: number } {
  const { kase, context } = caseWith({
    type: 'add-document',
    title: null,
    text: 'The mill 🔥 burned.',
    format: 'text',
    fileName: null,
  });
  let refused = 0;
  for (const seed of seeds) {
    const command = commandFor(kase, seed);
    context.tick();
    const before = stateOf(kase);
    const decision = decide(kase, command, context);
    if (decision.ok) {
      const event = seal(decision.value, kase.heads, context);
      apply(kase, event);
      each(kase, event);
      continue;
    }
    refused++;
    if (stateOf(kase) !== before) throw new Error(`${command.type} was refused and changed the case`);
  }
  return { kase, context, refused };
}

/** Everything a refusal could have changed, as text. */
function stateOf(kase: Case): string {
  return (
    textOfCase(kase) +
    JSON.stringify([kase.undo.map(({ id }) => id), kase.redo.map(({ id }) => id), kase.heads, caseInfo(kase)])
  );
}
