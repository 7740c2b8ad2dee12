import { watch } from 'node:fs';
import { dirname } from 'node:path';

/** Programs that write a file do so in several steps; so long nothing more must come, in milliseconds. */
const CALM = 300;

/**
 * Tells when something happened to the file at `path` or to those beside it that end alike. Where the system cannot
 * tell (network drives), nothing is told: Stet also looks when its window is come back to, and before it writes.
 * Answers a function that ends it.
 */
export function watchBeside(path: string, ending: string, changed: () => void): () => void {
  let waiting: NodeJS.Timeout | undefined;
  const later = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, CALM);
  };
  try {
    const watcher = watch(dirname(path), { persistent: false }, (_event, name) => {
      if (name === null || name.endsWith(ending)) later();
    });
    // The folder went away, or the system gave up.
    watcher.on('error', () => watcher.close());
    return () => {
      clearTimeout(waiting);
      watcher.close();
    };
  } catch {
    return () => {};
  }
}
