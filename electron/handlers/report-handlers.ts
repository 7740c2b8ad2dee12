import { app, dialog, shell } from 'electron';
import { basename, join } from 'node:path';
import { caseInfo } from '../../shared/case/case.ts';
import { fail, ok } from '../../shared/result.ts';
import { realDisk } from '../case-store/disk.ts';
import { saveProblem } from '../case-store/problems.ts';
import { replaceFile } from '../case-store/replace-file.ts';
import { fileNameFor, withEnding } from '../file-names.ts';
import type { Handlers } from '../ipc.ts';
import { logFailure } from '../log.ts';
import { printReport } from '../print.ts';
import { guardCase } from '../protection/guard.ts';
import { reportBytes } from '../report-files.ts';
import type { World } from './world.ts';

/** Writing reports, and showing what was written. */
export function reportHandlers({
  t,
  context,
  vaults,
  written,
}: World): Pick<Handlers, 'exportReport' | 'showFile'> {
  return {
    async exportReport({ format, edition }, { window, store }) {
      if (!store) return ok('cancelled');
      const name = fileNameFor(`${caseInfo(store.kase).title} ${t(`report.fileNames.${edition}`)}`);
      const chosen = await dialog.showSaveDialog(window, {
        title: t('menu.exportReport'),
        defaultPath: join(app.getPath('documents'), `${name}.${format}`),
        filters: [{ name: t(`report.formats.${format}`), extensions: [format] }],
      });
      if (chosen.canceled || !chosen.filePath) return ok('cancelled');
      const path = withEnding(chosen.filePath, format);
      const { at, by } = context();
      let bytes: Uint8Array;
      try {
        const request = { edition, language: 'en', at, by, version: app.getVersion() } as const;
        bytes = await reportBytes(store, format, request, printReport);
      } catch (error) {
        logFailure('the report could not be made', error);
        const detail = error instanceof Error ? error.message : String(error);
        return fail({ problem: { code: 'print-failed', detail }, file: basename(path) });
      }
      const leaving = { form: format, bytes, fileName: basename(path) };
      const guarded = await guardCase(leaving, store.kase, (kase) => vaults.vaultOf(kase));
      if (!guarded.ok) return guarded;
      try {
        await replaceFile(realDisk, path, [bytes]);
      } catch (error) {
        return fail({ problem: saveProblem(error), file: basename(path) });
      }
      written.add(path);
      return ok({ path, ...guarded.value });
    },

    showFile({ path }) {
      if (written.has(path)) shell.showItemInFolder(path);
      return null;
    },
  };
}
