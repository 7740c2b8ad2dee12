import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { ProblemAt } from '../../shared/api.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { EDITIONS } from '../../shared/report/editions.ts';
import { REPORT_FORMATS } from '../../shared/report/formats.ts';
import { realDisk } from '../case-store/disk.ts';
import { saveProblem } from '../case-store/problems.ts';
import { replaceFile } from '../case-store/replace-file.ts';
import { contextFor } from '../context.ts';
import { guardCase } from '../protection/guard.ts';
import { vaultsIn } from '../protection/needles-of.ts';
import { reportBytes, type Print } from '../report-files.ts';
import { oneOf, read, required } from './arguments.ts';
import { readStore } from './open.ts';
import { EXIT, fileStop, Stop, usage, type Voice } from './outcome.ts';
import type { Machine } from './run.ts';

/** Every form a report will have; those of later versions answer "not yet". */
const FORMATS = [...REPORT_FORMATS, 'docx', 'claimreview', 'annotated'] as const;

/**
 * `stet export CASE --to FILE [--format F] [--edition E] [--vault FOLDER]`. `print` is null in plain Node. What is
 * protected is taken from the vault in `--vault`, or of this account; what that does not have is said, and does not stop
 * the export, since a case that came from elsewhere has its vault there.
 */
export async function exportVerb(
  args: readonly string[],
  voice: Voice & Pick<Machine, 'print' | 'version' | 'err' | 'vaultFolder'>,
): Promise<void> {
  const { t, out, err, print, version } = voice;
  const given = read(args, ['to', 'format', 'edition', 'by', 'vault'], [], t);
  const [path, ...more] = given.rest;
  if (path === undefined || more.length > 0) throw usage(t, 'usage.export');
  const to = required(given.text('to'), '--to', t);
  const asked = given.text('format') ?? extname(to).slice(1).toLowerCase();
  const known = oneOf(asked, FORMATS, '--format', t);
  const format = REPORT_FORMATS.find((each) => each === known);
  if (!format) throw usage(t, 'notYet', { what: `export --format ${asked}` });
  const edition = oneOf(given.text('edition'), EDITIONS, '--edition', t) ?? 'checking';
  const store = await readStore(path, voice);
  if (format === 'pdf' && !print) throw new Stop(EXIT.needsChromium, []);
  const { at, by } = contextFor(given.text('by') ?? '');
  const request = { edition, language: 'en', at, by, version } as const;
  const bytes = await reportBytes(store, format, request, print ?? neverAsked);
  const folder = given.text('vault');
  if (folder !== undefined && !(await isFolder(folder))) throw usage(t, 'noVault', { path: folder });
  const leaving = { form: format, bytes, fileName: basename(to) };
  const guarded = await guardCase(leaving, store.kase, vaultsIn(folder ?? voice.vaultFolder));
  if (!guarded.ok) throw leavingStop(to, guarded.error, t);
  const { unsearched } = guarded.value;
  if (unsearched > 0) err(`stet: ${basename(path)}: ${t('protection.unsearched', { count: unsearched })}\n`);
  try {
    await replaceFile(realDisk, to, [bytes]);
  } catch (error) {
    throw fileStop(EXIT.output, to, saveProblem(error), t);
  }
  out(`${t('cli.exported', { path: to })}\n`);
}

/** Something protected was found (1), or the vault cannot be read (3); where the name of the file tells, it is not said. */
function leavingStop(to: string, { file, problem }: ProblemAt<{ code: string }>, t: Translate): Stop {
  const found = problem.code === 'protected-found' || problem.code === 'not-searched';
  return fileStop(found ? EXIT.wanting : EXIT.input, file === basename(to) ? to : file, problem, t);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

const neverAsked: Print = () => Promise.reject(new Error('only a PDF is printed'));
