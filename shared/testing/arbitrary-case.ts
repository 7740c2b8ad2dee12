import { caseInfo, type Case } from '../case/case.ts';
import { decide, type CommandValue } from '../commands/index.ts';
import { apply } from '../events/apply.ts';
import type { Event } from '../events/event.ts';
import { seal } from '../events/seal.ts';
import { commandFor } from './arbitrary-command.ts';
import { caseWith, textOfCase, type TestContext } from './case-with.ts';
import { contextOf } from './case-with-everything.ts';

/**
 * For property tests only: a list of numbers, which a property testing library makes and shortens well, is a history.
 */

/** Who may be at the keyboard; who gave no name, too. */
const PEOPLE = ['M. K.', 'R. S.', ''] as const;

/**
 * Runs what the numbers stand for, one after the other. `each` is told of every event right after it was
 * applied; what is not `wanted` is left out.
 * Throws when a refused command changed the case.
 */
export function caseFrom(
  seeds: readonly number[],
  each: (kase: Case, event: Event) => void = () => {},
  wanted: (command: CommandValue) => boolean = () => true,
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
    if (!wanted(command)) continue;
    context.tick();
    const before = stateOf(kase);
    const world = contextOf(context, PEOPLE[seed % PEOPLE.length] ?? '');
    const decision = decide(kase, command, world);
    if (decision.ok) {
      const event = seal(decision.value, kase.heads, world);
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
