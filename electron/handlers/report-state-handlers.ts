import { reportStateSteps } from '../../shared/queries/report-state.ts';
import { inPieces } from '../in-pieces.ts';
import type { Handlers } from '../ipc.ts';
import type { World } from './world.ts';

/** Milliseconds at a stretch: the words of a long case take far longer, and a window asks after every change. */
const STRETCH = 8;

/** What the Report view shows beside the report itself. */
export function reportStateHandlers({ context }: World): Pick<Handlers, 'reportState'> {
  return {
    reportState: async ({ refs, language }, { store }) => {
      if (!store) return null;
      const steps = reportStateSteps(store.kase, context().at, refs, language);
      const done = await inPieces(steps, { stretch: STRETCH });
      return done && done.value;
    },
  };
}
