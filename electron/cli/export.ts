import { stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { EDITIONS } from '../../shared/case/words.ts';
import { adviceSentence } from '../../shared/messages/publishing-sentences.ts';
import { problemSentence } from '../../shared/messages/sentences.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { REPORT_LANGUAGES } from '../../shared/messages/report-languages.ts';
import { REPORT_FORMATS } from '../../shared/report/formats.ts';
import { EXHIBITS_GO, reportWantedSchema, type ReportWanted } from '../../shared/report/report-wanted.ts';
import { instant } from '../../shared/text/instant.ts';
import { isPartialDate } from '../../shared/text/partial-date.ts';
import { CaseStore } from '../case-store/case-store.ts';
import { realDisk } from '../case-store/disk.ts';
import { contextFor } from '../context.ts';
import { vaultsIn } from '../protection/needles-of.ts';
import { exhibitsFolderFor, exportReport, type ExportPlaces } from '../report/export-report.ts';
import type { Machine } from '../report/make-report.ts';
import { oneOf, read, required, type Given } from './arguments.ts';
import { exportDocumentVerb } from './export-document.ts';
import { EXIT, exitFor, fileStop, Stop, usage, type Voice } from './outcome.ts';

/**
 * `stet export CASE --to FILE [--to FILE …] …`: writes a report as the window does, all files of it or none, and records in
 * the case that it left, unless that is not wanted or not possible. In plain Node nothing is printed.
 */
export async function exportVerb(
  args: readonly string[],
  voice: Voice & Machine & { err: (text: string) => void; version: string; vaultFolder: string },
): Promise<void> {
  const { t, out, err, print, startThread, version } = voice;
  const options = ['format', 'edition', 'only', 'at', 'by', 'exhibits', 'vault', 'document', 'language'];
  const given = read(args, options, ['no-record'], t, ['to']);
  const [path, ...more] = given.rest;
  if (path === undefined || more.length > 0) throw usage(t, 'usage.export');
  const wanted = wantedFrom(given, t);
  const exhibits = oneOf(given.text('exhibits'), EXHIBITS_GO, '--exhibits', t) ?? 'listed';
  const by = given.text('by') ?? '';
  const now = contextFor(by).at;
  const at = momentFrom(given.text('at'), now, t);
  const vault = given.text('vault');
  if (vault !== undefined && !(await isFolder(vault))) throw usage(t, 'noVault', { path: vault });
  const vaultOf = vaultsIn(vault ?? voice.vaultFolder);
  if (given.text('document') !== undefined)
    return exportDocumentVerb(given, { path, wanted, at, by, version, vaultOf }, voice);
  const files = filesFrom(given, t);
  if (files.some(({ format }) => format === 'pdf') && !print) throw new Stop(EXIT.needsChromium, []);
  const records = !given.flag('no-record');
  const opened = await CaseStore.open(path, records ? {} : { readOnly: { code: 'asked' } });
  if (!opened.ok) throw fileStop(EXIT.input, path, opened.error, t);
  const store = opened.value;
  try {
    const last = store.kase.history.at(-1)?.at ?? '';
    // A report cannot tell of what had not happened when it was made.
    if (given.text('at') !== undefined && Date.parse(at) < Date.parse(last))
      throw usage(t, 'beforeTheLast', { value: at, last });
    const done = await exportReport(
      store,
      { ...wanted, at, by, version, writesCase: true },
      { files, exhibits: exhibits === 'attached' ? exhibitsFolderFor(files[0]?.path ?? '', t) : null },
      records ? (command) => store.commit([command], () => contextFor(by)) : null,
      { startThread, print, disk: realDisk, vaultOf },
      { signal: new AbortController().signal },
    );
    if (!done.ok) {
      const { problem, file } = done.error;
      const about = files.find((each) => basename(each.path) === file)?.path ?? file;
      throw fileStop(exitFor(problem), problem.code === 'unknown-refs' ? path : about, problem, t);
    }
    for (const each of done.value.files) out(`${t('cli.exported', { path: each.path })}\n`);
    const { exhibits: went, recorded, unrecorded, unsearched, advice } = done.value;
    if (unsearched > 0)
      err(`stet: ${basename(path)}: ${t('protection.unsearched', { count: unsearched })}\n`);
    for (const { ref, code } of advice)
      out(`${t('publishing.onRef', { ref, sentence: adviceSentence(code, t) })}\n`);
    if (went) out(`${t('cli.exhibitsExported', { path: went.path, count: went.count })}\n`);
    if (recorded !== null) out(`${t('cli.recorded', { number: recorded })}\n`);
    if (unrecorded)
      err(`stet: ${path}: ${t('cli.exportUnrecorded', { because: problemSentence(unrecorded, t) })}\n`);
  } finally {
    await store.close();
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

/** Each file with its form: by its ending, or for a single one as `--format` says. */
function filesFrom(given: Given, t: Translate): ExportPlaces['files'] {
  const paths = given.texts('to');
  const asked = given.text('format');
  if (paths.length === 0) required(undefined, '--to', t);
  if (asked !== undefined && paths.length > 1) throw usage(t, 'oneFormat');
  if (new Set(paths.map((path) => resolve(path))).size < paths.length) throw usage(t, 'sameFile');
  return paths.map((path) => {
    required(path, '--to', t);
    const name = asked ?? extname(path).slice(1).toLowerCase();
    return { format: oneOf(name, REPORT_FORMATS, '--format', t) ?? 'html', path };
  });
}

function wantedFrom(given: Given, t: Translate): ReportWanted {
  const only = given.text('only');
  const refs = only === undefined ? null : only.split(',').map((ref) => ref.trim());
  if (refs?.some((ref) => ref === '')) throw usage(t, 'required', { name: '--only' });
  const wanted = reportWantedSchema.safeParse({
    edition: oneOf(given.text('edition'), EDITIONS, '--edition', t) ?? 'checking',
    language: oneOf(given.text('language'), REPORT_LANGUAGES, '--language', t) ?? 'en',
    scope: { refs, words: '' },
  });
  if (!wanted.success) throw usage(t, 'badOption', { detail: wanted.error.issues[0]?.message ?? '' });
  return wanted.data;
}

/** The moment a report says it was made: now, or one that has been, for the same file again. */
function momentFrom(text: string | undefined, now: string, t: Translate): string {
  if (text === undefined) return now;
  if (!instant.safeParse(text).success || !isPartialDate(text.slice(0, 10)))
    throw usage(t, 'badMoment', { value: text });
  if (Date.parse(text) > Date.parse(now)) throw usage(t, 'aheadOfNow', { value: text });
  return text;
}
