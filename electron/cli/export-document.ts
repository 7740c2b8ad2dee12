import { basename, extname } from 'node:path';
import type { Case } from '../../shared/case/case.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { documentTitles } from '../../shared/queries/document-view.ts';
import { ANNOTATED_FORMATS } from '../../shared/report/formats.ts';
import type { ReportWanted } from '../../shared/report/report-wanted.ts';
import { nameKey } from '../../shared/text/name-key.ts';
import { realDisk } from '../case-store/disk.ts';
import type { VaultOf } from '../protection/needles-of.ts';
import { exportDocument } from '../report/export-document.ts';
import type { Machine } from '../report/make-report.ts';
import { oneOf, required, type Given } from './arguments.ts';
import { readStore } from './open.ts';
import { EXIT, exitFor, fileStop, Stop, usage, type Voice } from './outcome.ts';

/** What an annotated document is asked for with, beside what `given` says. */
interface Asked {
  path: string;
  wanted: ReportWanted;
  at: string;
  by: string;
  version: string;
  vaultOf: VaultOf;
}

/** `stet export CASE --document WHICH --to FILE …`: one document with its passages marked, as the window writes it. */
export async function exportDocumentVerb(
  given: Given,
  { path, wanted, at, by, version, vaultOf }: Asked,
  voice: Voice & Pick<Machine, 'print'> & { err: (text: string) => void },
): Promise<void> {
  const { t, out, err, print } = voice;
  const [first, ...others] = given.texts('to');
  const to = required(first, '--to', t);
  if (others.length > 0) throw usage(t, 'oneDocument');
  const asked = given.text('format') ?? extname(to).slice(1).toLowerCase();
  const format = oneOf(asked, ANNOTATED_FORMATS, '--format', t) ?? 'html';
  const store = await readStore(path, voice);
  if (format === 'pdf' && !print) throw new Stop(EXIT.needsChromium, []);
  const id = documentCalled(store.kase, given.text('document') ?? '', t);
  const { edition, language } = wanted;
  const done = await exportDocument(
    store,
    id,
    { format, path: to },
    { edition, language, at, by, version },
    { print, disk: realDisk, vaultOf },
  );
  if (!done.ok) {
    const { problem, file } = done.error;
    throw fileStop(exitFor(problem), file === basename(to) ? to : file, problem, t);
  }
  const { unsearched } = done.value;
  if (unsearched > 0) err(`stet: ${basename(path)}: ${t('protection.unsearched', { count: unsearched })}\n`);
  out(`${t('cli.exported', { path: to })}\n`);
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
