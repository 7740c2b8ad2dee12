import { reportStateOf } from '../../shared/queries/report-state.ts';
import type { Handlers } from '../ipc.ts';
import type { World } from './world.ts';

/** What the Report view shows beside the report itself. */
export function reportStateHandlers({ context }: World): Pick<Handlers, 'reportState'> {
  return {
    reportState: ({ refs, language }, { store }) =>
      store && reportStateOf(store.kase, context().at, refs, language),
  };
}
