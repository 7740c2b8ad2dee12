import { faultSentence } from '../../shared/messages/sentences.ts';
import { verify } from '../verification.ts';
import { read } from './arguments.ts';
import { readStore } from './open.ts';
import { EXIT, Stop, usage, type Voice } from './outcome.ts';

/** `stet verify CASE [--json]`: recomputes everything and names the first thing that does not hold. */
export async function verifyVerb(args: readonly string[], voice: Voice): Promise<void> {
  const { t, out } = voice;
  const given = read(args, ['report'], ['json'], t);
  const [path, ...more] = given.rest;
  if (path === undefined || more.length > 0) throw usage(t, 'usage.verify');
  if (given.text('report') !== undefined) throw usage(t, 'notYet', { what: 'verify --report' });
  const { kase } = await readStore(path, voice);
  const { fault, events, head } = await verify(kase);
  if (given.flag('json')) out(`${JSON.stringify({ holds: fault === null, events, head, fault })}\n`);
  if (fault)
    throw new Stop(EXIT.wanting, [
      `stet: ${path}: ${t('cli.doesNotHold', { fault: faultSentence(fault, t) })}`,
    ]);
  if (!given.flag('json')) out(`${t('cli.holds', { count: events, head })}\n`);
}
