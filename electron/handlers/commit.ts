import type { RunFailure } from '../../shared/problems.ts';
import type { CommandValue } from '../../shared/commands/index.ts';
import type { Event } from '../../shared/events/event.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { CaseWindow } from '../windows.ts';
import type { World } from './world.ts';

/**
 * Carries out commands in the case of a window, all of them or none. What took a while names the case it was for: the
 * window may show another by now, which must get nothing of it.
 */
export async function commitIn(
  { windows, context }: Pick<World, 'windows' | 'context'>,
  entry: CaseWindow,
  commands: readonly CommandValue[],
  store = entry.store,
): Promise<Result<Event[], RunFailure>> {
  if (!store || store !== entry.store) return fail({ noCase: true });
  const done = await store.commit(commands, context);
  // The person is asked again, since nothing can be saved before they decide.
  if (!done.ok && 'save' in done.error && done.error.save.code === 'changed-on-disk')
    void windows.lookOutside(entry, true);
  return done;
}
