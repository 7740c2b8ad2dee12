import { app, session } from 'electron';
import { parseFile } from '../parsing/parse.ts';
import { printToPdf } from '../report/print.ts';
import { startThread } from '../report/start-thread.ts';
import { lockContents, lockSession } from '../security.ts';
import { vaultFolderIn } from '../vault-file.ts';
import { runVerb } from './run.ts';

/** Carries out a verb in Electron without a window of its own, where a PDF can be printed, and ends the process. */
export async function runVerbInElectron(args: readonly string[]): Promise<void> {
  app.dock?.hide();
  // The hidden window of a print is closed before its file is written; that must not end the process.
  app.on('window-all-closed', () => {});
  lockContents(null);
  await app.whenReady();
  lockSession(session.defaultSession, null);
  try {
    const code = await runVerb(args, {
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
      startThread,
      print: printToPdf,
      parse: parseFile,
      version: app.getVersion(),
      vaultFolder: vaultFolderIn(app.getPath('userData')),
    });
    app.exit(code);
  } catch (error) {
    process.stderr.write(
      `stet: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    app.exit(70);
  }
}
