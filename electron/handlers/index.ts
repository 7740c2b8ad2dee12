import type { Handlers } from '../ipc.ts';
import { appHandlers } from './app-handlers.ts';
import { caseHandlers } from './case-handlers.ts';
import { documentHandlers } from './document-handlers.ts';
import { exhibitHandlers } from './exhibit-handlers.ts';
import { fileHandlers } from './file-handlers.ts';
import { reportHandlers } from './report-handlers.ts';
import { reportStateHandlers } from './report-state-handlers.ts';
import { signingHandlers } from './signing-handlers.ts';
import { sourceHandlers } from './source-handlers.ts';
import { versionHandlers } from './version-handlers.ts';
import type { World } from './world.ts';

/** Carries out what windows ask for. Everything that touches a file answers with a value, also when it fails. */
export function handlersFor(world: World): Handlers {
  return {
    ...appHandlers(world),
    ...fileHandlers(world),
    ...versionHandlers(world),
    ...caseHandlers(world),
    ...documentHandlers(world),
    ...sourceHandlers(world),
    ...exhibitHandlers(world),
    ...reportHandlers(world),
    ...reportStateHandlers(world),
    ...signingHandlers(world),
  };
}
