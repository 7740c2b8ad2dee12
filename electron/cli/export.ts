import { extname } from 'node:path';
import type { Case } from '../../shared/case/case.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { documentTitles } from '../../shared/queries/document-view.ts';
import { EDITIONS } from '../../shared/report/editions.ts';
import { ANNOTATED_FORMATS, REPORT_FORMATS } from '../../shared/report/formats.ts';
import { nameKey } from '../../shared/text/name-key.ts';
import { annotatedBytes } from '../annotated-files.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { realDisk } from '../case-store/disk.ts';
import { saveProblem } from '../case-store/problems.ts';
import { replaceFile } from '../case-store/replace-file.ts';
import { contextFor } from '../context.ts';
import { reportBytes, type Print, type ReportRequest } from '../report-files.ts';
import { oneOf, read, required } from './arguments.ts';
import { readStore } from './open.ts';
import { EXIT, fileStop, Stop, usage, type Voice } from './outcome.ts';

/** Every form a report will have; those of later versions answer "not yet". */
const FORMATS = [...REPORT_FORMATS, 'docx', 'claimreview'] as const;

/**
 * `stet export CASE --to FILE [--document WHICH] [--format F] [--edition E]`: the report, or one document annotated.
 * `print` is null in plain Node.
 */
export async function exportVerb(
  args: readonly string[],
  voice: Voice & { print: Print | null; version: string },
): Promise<void> {
  const { t, out, print, version } = voice;
  const given = read(args, ['to', 'document', 'format', 'edition', 'by'], [], t);
  const [path, ...more] = given.rest;
  if (path === undefined || more.length > 0) throw usage(t, 'usage.export');
  const to = required(given.text('to'), '--to', t);
  const asked = given.text('format') ?? extname(to).slice(1).toLowerCase();
  const edition = oneOf(given.text('edition'), EDITIONS, '--edition', t) ?? 'checking';
  const which = given.text('document');
  const form = which === undefined ? reportForm(asked, t) : documentForm(which, asked, t);
  const store = await readStore(path, voice);
  if (form.format === 'pdf' && !print) throw new Stop(EXIT.needsChromium, []);
  const { at, by } = contextFor(given.text('by') ?? '');
  const request = { edition, language: 'en', at, by, version } as const;
  const bytes = await form.bytes(store, request, print ?? neverAsked);
  try {
    await replaceFile(realDisk, to, [bytes]);
  } catch (error) {
    throw fileStop(EXIT.output, to, saveProblem(error), t);
  }
  out(`${t('cli.exported', { path: to })}\n`);
}

/** What is exported, in which form. */
interface Form {
  format: string;
  bytes: (store: CaseStore, request: ReportRequest, print: Print) => Promise<Uint8Array>;
}

function reportForm(asked: string, t: Translate): Form {
  const known = oneOf(asked, FORMATS, '--format', t);
  const format = REPORT_FORMATS.find((each) => each === known);
  if (!format) throw usage(t, 'notYet', { what: `export --format ${asked}` });
  return { format, bytes: (store, request, print) => reportBytes(store, format, request, print) };
}

function documentForm(which: string, asked: string, t: Translate): Form {
  const format = oneOf(asked, ANNOTATED_FORMATS, '--format', t) ?? 'html';
  return {
    format,
    async bytes(store, request, print) {
      const bytes = await annotatedBytes(store, documentCalled(store.kase, which, t), format, request, print);
      if (!bytes) throw new Error('a document that is listed is not there');
      return bytes;
    },
  };
}

/** The id of the document of that title, or of that number in the order they first came; its newest version. */
function documentCalled(kase: Case, which: string, t: Translate): string {
  const titles = documentTitles(kase);
  const called = titles.filter(({ title }) => nameKey(title) === nameKey(which));
  const found = called.length > 0 ? called : titles.filter((_, index) => String(index + 1) === which.trim());
  const [document] = found;
  if (document && found.length === 1) return document.id;
  const named = titles.map(({ title }, index) => t('cli.numbered', { number: index + 1, title }));
  const said = t(found.length > 1 ? 'cli.severalDocuments' : 'cli.noSuchDocument', { which });
  throw new Stop(EXIT.usage, [`stet: ${said}`, ...named]);
}

const neverAsked: Print = () => Promise.reject(new Error('only a PDF is printed'));
