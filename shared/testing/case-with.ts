import { caseText } from '../case/case-text.ts';
import type { Case } from '../case/case.ts';
import { KINDS, type Kind, type RecordOf } from '../case/records.ts';
import type { Refusal } from '../commands/command.ts';
import { createCase } from '../commands/create-case.ts';
import { commandSchema, decide, type CommandValue } from '../commands/index.ts';
import { apply } from '../events/apply.ts';
import type { Context, Event } from '../events/event.ts';
import { seal } from '../events/seal.ts';

/** For tests only: cases built by real commands in a world that is the same every time. */

export type Command<T extends CommandValue['type']> = Extract<CommandValue, { type: T }>;

export const UNDO = commandSchema.parse({ type: 'undo' });
export const REDO = commandSchema.parse({ type: 'redo' });

/** A context whose clock moves only when it is told to. */
export interface TestContext extends Context {
  /** Moves the clock on by a second. */
  readonly tick: () => void;
}

/** Starts at 2026-11-23T14:00:00.000Z; ids are `id-1`, `id-2` and so on. */
export function testContext(by = 'M. K.'): TestContext {
  let ids = 0;
  let seconds = 0;
  return {
    get at() {
      return new Date(Date.UTC(2026, 10, 23, 14, 0, seconds)).toISOString();
    },
    by,
    newId: () => `id-${String(++ids)}`,
    tick: () => void seconds++,
  };
}

/** Decides a command a second later, seals and applies it, and answers the event. Throws when it is refused. */
export function run(kase: Case, command: CommandValue, context: TestContext): Event {
  context.tick();
  const decision = decide(kase, command, context);
  if (!decision.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(decision.error)}`);
  const event = seal(decision.value, kase.heads, context);
  apply(kase, event);
  return event;
}

/** The refusal of a command. Throws when it is not refused, or when asking changed the case. */
export function refusal(kase: Case, command: CommandValue, context: TestContext): Refusal {
  const before = textOfCase(kase);
  const decision = decide(kase, command, context);
  if (decision.ok) throw new Error(`${command.type} was not refused`);
  if (textOfCase(kase) !== before) throw new Error(`${command.type} was refused and changed the case`);
  return decision.error;
}

/** The whole text of a case file. */
export function textOfCase(kase: Case): string {
  return [...caseText(kase)].join('');
}

/** All records of a case, as text that two cases can be compared by. */
export function recordsOf(kase: Case): string {
  return JSON.stringify(KINDS.map((kind): unknown[] => [...kase.records[kind].values()]));
}

/** The record of a kind that was made last. */
export function newest<K extends Kind>(kase: Case, kind: K): RecordOf<K> {
  const last = [...kase.records[kind].values()].at(-1);
  if (!last) throw new Error(`there are no ${kind}`);
  return last as RecordOf<K>;
}

/** A case with what is needed to act on it. */
export interface Bench {
  readonly kase: Case;
  readonly context: TestContext;
  readonly run: (command: CommandValue) => Event;
  readonly refusal: (command: CommandValue) => Refusal;
}

export const ARTICLE = 'The mill burned down 🔥 on Monday. Nobody was hurt, the mayor said.';

/** A case of the title “Mill fire” after the given commands. */
export function caseWith(...commands: CommandValue[]): Bench {
  const context = testContext();
  const kase = createCase({ title: 'Mill fire' }, context);
  for (const command of commands) run(kase, command, context);
  return {
    kase,
    context,
    run: (command) => run(kase, command, context),
    refusal: (command) => refusal(kase, command, context),
  };
}

/** A case with the article as its document and one allegation anchored to its first sentence. */
export function caseWithAllegation(): Bench & { documentId: string; allegationId: string } {
  const bench = caseWith({
    type: 'add-document',
    title: null,
    text: ARTICLE,
    format: 'text',
    fileName: null,
  });
  const documentId = newest(bench.kase, 'documents').id;
  bench.run({
    type: 'record-allegation',
    statement: 'The mill burned down on Monday.',
    claimant: 'Fire brigade',
    passage: { documentId, start: 0, end: 33 },
  });
  return { ...bench, documentId, allegationId: newest(bench.kase, 'allegations').id };
}

/** Evidence that counts as a first-hand source of its own, unless told otherwise. */
export function evidenceOn(
  allegationId: string,
  fields: Partial<Omit<Command<'add-evidence'>, 'type' | 'allegationId'>> = {},
): Command<'add-evidence'> {
  return {
    type: 'add-evidence',
    allegationId,
    source: { name: 'A neighbour', kind: 'person', party: null },
    stance: 'supports',
    excerpt: 'I saw the flames.',
    locator: 'interview, minute 3',
    level: 'secondary',
    origin: { type: 'first-hand' },
    publishedOn: null,
    accessedOn: null,
    address: null,
    ...fields,
  };
}

/** An authenticated primary record: enough on its own for the default standard. */
export function recordOn(
  allegationId: string,
  fields: Parameters<typeof evidenceOn>[1] = {},
): Command<'add-evidence'> {
  const source = { name: 'Fire log', kind: 'record', party: null } as const;
  return evidenceOn(allegationId, {
    source,
    level: 'primary',
    excerpt: '14:10 alarm',
    authentication: 'seen in the log itself',
    ...fields,
  });
}

/** A denial of all of the statement by the owner of the mill, unless told otherwise. */
export function responseOn(
  allegationId: string,
  fields: Partial<Omit<Command<'add-response'>, 'type' | 'allegationId'>> = {},
): Command<'add-response'> {
  return {
    type: 'add-response',
    allegationId,
    party: 'Mill owner',
    kind: 'denied',
    extent: 'all',
    words: 'There was no fire.',
    on: '2026-11-20',
    channel: null,
    address: null,
    ...fields,
  };
}

/** A sentence that was found and filled in: no key, no hole and no value of a program. */
export const SPOKEN =
  /^(?!.*(\{\{|\}\}|undefined|null|NaN|\[object|^(words|history|refusals|problems)\.)).+$/s;
