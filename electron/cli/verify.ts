import { reportVerdictSentences } from '../../shared/messages/report-verdict.ts';
import { faultSentence } from '../../shared/messages/sentences.ts';
import { confirms } from '../../shared/report/verify-report.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { checkAll, type Checked } from '../exhibits/checking.ts';
import type { Machine } from '../report/make-report.ts';
import { verifyReportFile } from '../report/verify-report-file.ts';
import { verify } from '../verification.ts';
import { read } from './arguments.ts';
import { readStore } from './open.ts';
import { EXIT, fileStop, Stop, usage, type Voice } from './outcome.ts';

/** So many of the exhibits that are not as they were taken in are named. */
const NAMED = 5;

/**
 * `stet verify CASE [--json]`: recomputes everything, the hashes of the exhibits included, and names the first thing
 * that does not hold.
 */
export async function verifyVerb(args: readonly string[], voice: Voice & Machine): Promise<void> {
  const { t, out } = voice;
  const given = read(args, ['report'], ['json'], t);
  const [path, ...more] = given.rest;
  if (path === undefined || more.length > 0) throw usage(t, 'usage.verify');
  const store = await readStore(path, voice);
  const report = given.text('report');
  if (report !== undefined) return verifyReport(store, report, given.flag('json'), voice);
  const { fault, events, head } = await verify(store.kase);
  const { wrong, ...exhibits } = await checkAll(store);
  const holds = fault === null && wrong.length === 0;
  if (given.flag('json')) out(`${JSON.stringify({ holds, events, head, fault, exhibits })}\n`);
  if (fault)
    throw new Stop(EXIT.wanting, [
      `stet: ${path}: ${t('cli.doesNotHold', { fault: faultSentence(fault, t) })}`,
    ]);
  if (!holds) throw new Stop(EXIT.wanting, [`stet: ${path}: ${exhibitsSentence(exhibits, wrong, voice)}`]);
  if (given.flag('json')) return;
  out(`${t('cli.holds', { count: events, head })}\n`);
  if (exhibits.checked > 0) out(`${t('cli.exhibitsHold', { count: exhibits.checked })}\n`);
}

/** `stet verify CASE --report REPORT.json [--json]`: holds a report in JSON against the history of the case. */
async function verifyReport(
  store: CaseStore,
  file: string,
  asJson: boolean,
  { t, out, startThread }: Voice & Machine,
): Promise<void> {
  const verified = await verifyReportFile(store, file, { startThread });
  if (!verified.ok) throw fileStop(EXIT.input, file, verified.error, t);
  const verdict = verified.value;
  const holds = confirms(verdict);
  const sentences = reportVerdictSentences(verdict, t);
  if (asJson) out(`${JSON.stringify({ holds, ...verdict })}\n`);
  if (!holds) throw new Stop(EXIT.wanting, [`stet: ${file}: ${sentences.join(' ')}`]);
  if (!asJson) for (const sentence of sentences) out(`${sentence}\n`);
}

function exhibitsSentence(
  { checked, missing, altered }: Omit<Checked, 'wrong'>,
  wrong: Checked['wrong'],
  { t }: Voice,
): string {
  const named = wrong.slice(0, NAMED).map(({ exhibit: { number, title } }) => `E${number} ${title}`);
  return t('cli.exhibitsWrong', {
    checked,
    missing,
    altered,
    named: named.join(', ') + (wrong.length > NAMED ? ', …' : ''),
  });
}
