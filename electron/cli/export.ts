import { extname } from 'node:path';
import { EDITIONS } from '../../shared/report/editions.ts';
import { REPORT_FORMATS } from '../../shared/report/formats.ts';
import { realDisk } from '../case-store/disk.ts';
import { saveProblem } from '../case-store/problems.ts';
import { replaceFile } from '../case-store/replace-file.ts';
import { contextFor } from '../context.ts';
import { reportBytes, type Print } from '../report-files.ts';
import { oneOf, read, required } from './arguments.ts';
import { readStore } from './open.ts';
import { EXIT, fileStop, Stop, usage, type Voice } from './outcome.ts';

/** Every form a report will have; those of later versions answer "not yet". */
const FORMATS = [...REPORT_FORMATS, 'claimreview', 'annotated'] as const;

/** `stet export CASE --to FILE [--format F] [--edition E]`. `print` is null in plain Node. */
export async function exportVerb(
  args: readonly string[],
  voice: Voice & { print: Print | null; version: string },
): Promise<void> {
  const { t, out, print, version } = voice;
  const given = read(args, ['to', 'format', 'edition', 'by'], [], t);
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
  try {
    await replaceFile(realDisk, to, [bytes]);
  } catch (error) {
    throw fileStop(EXIT.output, to, saveProblem(error), t);
  }
  out(`${t('cli.exported', { path: to })}\n`);
}

const neverAsked: Print = () => Promise.reject(new Error('only a PDF is printed'));
