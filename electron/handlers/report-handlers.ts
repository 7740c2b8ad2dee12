import { app, dialog, shell, type BrowserWindow } from 'electron';
import { basename, join } from 'node:path';
import type { Outputs } from '../../shared/api.ts';
import type { ProblemAt, ReportProblem } from '../../shared/problems.ts';
import { caseInfo } from '../../shared/case/case.ts';
import type { ReportFormat } from '../../shared/report/formats.ts';
import type { ReportWanted } from '../../shared/report/report-wanted.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { realDisk } from '../case-store/disk.ts';
import { fileNameFor, freeName, withEnding } from '../file-names.ts';
import type { Handlers } from '../ipc.ts';
import { logFailure } from '../log.ts';
import { needlesFor, type VaultOf } from '../protection/needles-of.ts';
import { exportDocument } from '../report/export-document.ts';
import { exhibitsFolderFor, exportReport, type ExportPlaces } from '../report/export-report.ts';
import { makeReport, type FollowingReport, type Machine, type ReportRequest } from '../report/make-report.ts';
import { printOnPaper, printToPdf } from '../report/print.ts';
import { startThread } from '../report/start-thread.ts';
import { verifyReportFile } from '../report/verify-report-file.ts';
import { commitIn } from './commit.ts';
import type { World } from './world.ts';

type Asked =
  | 'exportReport'
  | 'exportDocument'
  | 'cancelReport'
  | 'preparePreview'
  | 'printReport'
  | 'verifyReport'
  | 'showFile';

const MACHINE: Machine = { startThread, print: printToPdf };

/** Reports as files, on the screen and on paper; holding one against the history; showing what was written. */
export function reportHandlers(world: World): Pick<Handlers, Asked> {
  const { t, context, written, reports, vaults } = world;
  const vaultOf: VaultOf = (kase) => vaults.vaultOf(kase);

  const requestOf = (
    wanted: ReportWanted,
    writesCase: boolean,
  ): Omit<ReportRequest, 'formats' | 'search'> => {
    const { at, by } = context();
    return { ...wanted, at, by, version: app.getVersion(), writesCase };
  };

  /** The pages of a report, as HTML. What leaves, be it on paper, is searched before. */
  const pages = async (
    store: CaseStore,
    wanted: ReportWanted,
    leaves: boolean,
    following: FollowingReport,
  ): Promise<Result<Uint8Array<ArrayBuffer>, ProblemAt<ReportProblem>>> => {
    const needles = leaves ? await needlesFor(store.kase, vaultOf) : null;
    if (needles && !needles.ok) return needles;
    const search = needles && { needles: needles.value.needles, fileNames: [] };
    const request = { ...requestOf(wanted, leaves), formats: ['html'], search } as const;
    const made = await makeReport(store, request, MACHINE, following);
    if (!made.ok) return fail(told(made.error, store.fileName));
    const [form] = made.value.forms;
    return ok(form?.bytes ?? new Uint8Array());
  };

  return {
    async exportReport({ formats, exhibits, ...wanted }, entry) {
      const { store, window } = entry;
      if (!store) return ok('cancelled');
      const title = caseInfo(store.kase).title;
      const name = fileNameFor(`${title} ${t(`report.fileNames.${wanted.edition}`)}`);
      const files = await placesFor([...new Set(formats)], name, window);
      const [first] = files;
      if (!first) return ok('cancelled');
      const places = {
        files,
        exhibits: exhibits === 'attached' ? exhibitsFolderFor(first.path, t) : null,
      };
      const done = await reports.follow(entry, 'export', (following) =>
        exportReport(
          store,
          requestOf(wanted, true),
          places,
          (command) => commitIn(world, entry, [command], store),
          { ...MACHINE, disk: realDisk, vaultOf },
          following,
        ),
      );
      if (!done.ok) return orCancelled(fail(told(done.error.problem, done.error.file)));
      for (const { path } of done.value.files) written.add(path);
      if (done.value.exhibits) written.add(done.value.exhibits.path);
      return done;
    },

    async exportDocument({ id, format, edition, language }, { window, store }) {
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
      const request = { edition, language, at, by, version: app.getVersion() };
      const machine = { print: printToPdf, disk: realDisk, vaultOf };
      const done = await exportDocument(store, id, { format, path }, request, machine);
      if (!done.ok) return fail(told(done.error.problem, done.error.file));
      written.add(path);
      return done;
    },

    cancelReport(_input, entry) {
      reports.cancel(entry);
      return null;
    },

    async preparePreview(wanted, entry) {
      const { store } = entry;
      if (!store) return ok('cancelled');
      const made = await reports.follow(entry, 'preview', (following) =>
        pages(store, wanted, false, following),
      );
      if (!made.ok) return orCancelled(made);
      if (entry.store !== store) return ok('cancelled');
      return ok({ address: reports.keep(entry, store, made.value) });
    },

    async printReport(wanted, entry) {
      const { store } = entry;
      if (!store) return ok('cancelled');
      return reports.follow(entry, 'paper', async (following): Promise<Outputs['printReport']> => {
        const made = await pages(store, wanted, true, following);
        if (!made.ok) return orCancelled(made);
        following.onProgress?.(1, 'printing', null);
        try {
          const printed = await printOnPaper(made.value, following.signal);
          return ok(printed ? 'printed' : 'cancelled');
        } catch (error) {
          if (following.signal.aborted) return ok('cancelled');
          const detail = error instanceof Error ? error.message : String(error);
          return fail(told({ code: 'paper-failed', detail }, store.fileName));
        }
      });
    },

    async verifyReport(_input, { store, window }) {
      if (!store) return ok('cancelled');
      const chosen = await dialog.showOpenDialog(window, {
        title: t('menu.verifyReport'),
        properties: ['openFile'],
        filters: [{ name: t('report.formats.json'), extensions: ['json'] }],
      });
      const path = chosen.filePaths[0];
      if (path === undefined) return ok('cancelled');
      const file = basename(path);
      const verdict = await verifyReportFile(store, path, MACHINE);
      return verdict.ok ? ok({ file, verdict: verdict.value }) : fail({ problem: verdict.error, file });
    },

    showFile({ path }) {
      if (written.has(path)) shell.showItemInFolder(path);
      return null;
    },
  };

  /** Asks where to: one form under a name, several in a folder, where nothing that is there is in their way. */
  async function placesFor(
    formats: readonly ReportFormat[],
    name: string,
    window: BrowserWindow,
  ): Promise<ExportPlaces['files']> {
    const folder = app.getPath('documents');
    const [format, ...more] = formats;
    if (format !== undefined && more.length === 0) {
      const chosen = await dialog.showSaveDialog(window, {
        title: t('menu.exportReport'),
        defaultPath: join(folder, `${name}.${format}`),
        filters: [{ name: t(`report.formats.${format}`), extensions: [format] }],
      });
      if (chosen.canceled || !chosen.filePath) return [];
      return [{ format, path: withEnding(chosen.filePath, format) }];
    }
    const chosen = await dialog.showOpenDialog(window, {
      title: t('menu.exportReport'),
      defaultPath: folder,
      properties: ['openDirectory', 'createDirectory'],
    });
    const [place] = chosen.filePaths;
    if (place === undefined) return [];
    const endings = formats.map((each) => `.${each}`);
    const free = await freeName(place, name, [...endings, exhibitsFolderFor('', t)]);
    return formats.map((each) => ({ format: each, path: join(place, `${free}.${each}`) }));
  }
}

/** A problem as the window is told of it; what is the program's own fault is in the log, too. */
function told(problem: ReportProblem, file: string): ProblemAt<ReportProblem> {
  if ('detail' in problem) logFailure(`a report could not be made: ${problem.code}`, null);
  return { problem, file };
}

/** What a person ended is no problem. */
function orCancelled(
  failed: Result<never, ProblemAt<ReportProblem>> & { ok: false },
): Result<'cancelled', ProblemAt<ReportProblem>> {
  return failed.error.problem.code === 'cancelled' ? ok('cancelled') : failed;
}
