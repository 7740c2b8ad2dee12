import { app, dialog, shell } from 'electron';
import { basename, join } from 'node:path';
import { caseInfo } from '../../shared/case/case.ts';
import { fail, ok } from '../../shared/result.ts';
import { annotatedBytes } from '../annotated-files.ts';
import { realDisk } from '../case-store/disk.ts';
import { saveProblem } from '../case-store/problems.ts';
import { replaceFile } from '../case-store/replace-file.ts';
import { fileNameFor, withEnding } from '../file-names.ts';
import type { Handlers } from '../ipc.ts';
import { logFailure } from '../log.ts';
import { printReport } from '../print.ts';
import { reportBytes } from '../report-files.ts';
import type { World } from './world.ts';

/** Writing reports, and showing what was written. */
export function reportHandlers({
  t,
  context,
  written,
}: World): Pick<Handlers, 'exportReport' | 'exportDocument' | 'showFile'> {
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
      try {
        await replaceFile(realDisk, path, [bytes]);
      } catch (error) {
        return fail({ problem: saveProblem(error), file: basename(path) });
      }
      written.add(path);
      return ok({ path });
    },

    async exportDocument({ id, format, edition }, { window, store }) {
      const document = store?.kase.records.documents.get(id);
      if (!store || !document) return ok('cancelled');
      const name = t('annotated.fileName', {
        title: document.title,
        edition: { word: `report.fileNames.${edition}` },
      });
      const chosen = await dialog.showSaveDialog(window, {
        title: t('annotated.saveTitle'),
        defaultPath: join(app.getPath('documents'), `${fileNameFor(name)}.${format}`),
        filters: [{ name: t(`annotated.formats.${format}`), extensions: [format] }],
      });
      if (chosen.canceled || !chosen.filePath) return ok('cancelled');
      const path = withEnding(chosen.filePath, format);
      const { at, by } = context();
      let bytes: Uint8Array | null;
      try {
        const request = { edition, language: 'en', at, by, version: app.getVersion() } as const;
        bytes = await annotatedBytes(store, id, format, request, printReport);
      } catch (error) {
        logFailure('the annotated document could not be made', error);
        const detail = error instanceof Error ? error.message : String(error);
        return fail({ problem: { code: 'print-failed', detail }, file: basename(path) });
      }
      if (!bytes) return ok('cancelled');
      try {
        await replaceFile(realDisk, path, [bytes]);
      } catch (error) {
        return fail({ problem: saveProblem(error), file: basename(path) });
      }
      written.add(path);
      return ok({ path });
    },

    showFile({ path }) {
      if (written.has(path)) shell.showItemInFolder(path);
      return null;
    },
  };
}
