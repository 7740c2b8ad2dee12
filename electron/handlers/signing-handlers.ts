import { dialog } from 'electron';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { fail, ok } from '../../shared/result.ts';
import type { Handlers } from '../ipc.ts';
import { signReport } from '../signing/sign-report.ts';
import type { CaseWindow } from '../windows.ts';
import type { World } from './world.ts';

/**
 * Signing a report that was written. Which key it was is not remembered. A window signs one report at a time; when it
 * goes, so does what was asked of the key.
 */
export function signingHandlers({
  t,
  written,
}: Pick<World, 't' | 'written'>): Pick<Handlers, 'signReport' | 'cancelSigning'> {
  const signing = new Map<CaseWindow, AbortController>();
  return {
    async signReport({ path }, entry) {
      if (!written.has(path) || signing.has(entry)) return ok('cancelled');
      const ending = new AbortController();
      const end = (): void => ending.abort();
      signing.set(entry, ending);
      entry.window.once('closed', end);
      try {
        const chosen = await dialog.showOpenDialog(entry.window, {
          title: t('menu.chooseKey'),
          defaultPath: join(homedir(), '.ssh'),
          // The folder of keys begins with a point, and so do some keys.
          properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'],
        });
        const [key] = chosen.filePaths;
        if (key === undefined) return ok('cancelled');
        const signed = await signReport(path, key, { signal: ending.signal, asks: 'desktop' });
        if (!signed.ok) {
          const { problem, file } = signed.error;
          if (problem.code === 'signing-cancelled') return ok('cancelled');
          return fail({ problem, file: basename(file) });
        }
        const { fingerprint, signaturePath } = signed.value;
        written.add(signaturePath);
        return ok({ fingerprint, path: signaturePath, file: basename(signaturePath) });
      } finally {
        signing.delete(entry);
        entry.window.removeListener('closed', end);
      }
    },

    cancelSigning(_input, entry) {
      signing.get(entry)?.abort();
      return null;
    },
  };
}
