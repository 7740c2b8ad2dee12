import { faultSentence } from '../../shared/messages/sentences.ts';
import { checkAll, type Checked } from '../exhibits/checking.ts';
import { verify } from '../verification.ts';
import { read } from './arguments.ts';
import { readStore } from './open.ts';
import { EXIT, Stop, usage, type Voice } from './outcome.ts';

/** So many of the exhibits that are not as they were taken in are named. */
const NAMED = 5;

/**
 * `stet verify CASE [--json]`: recomputes everything, the hashes of the exhibits included, and names the first thing
 * that does not hold.
 */
export async function verifyVerb(args: readonly string[], voice: Voice): Promise<void> {
  const { t, out } = voice;
  const given = read(args, ['report'], ['json'], t);
  const [path, ...more] = given.rest;
  if (path === undefined || more.length > 0) throw usage(t, 'usage.verify');
  if (given.text('report') !== undefined) throw usage(t, 'notYet', { what: 'verify --report' });
  const store = await readStore(path, voice);
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
