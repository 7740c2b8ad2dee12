import { BASES, EXTENTS, STATES, WHYS } from '../../shared/case/words.ts';
import { commandSchema } from '../../shared/commands/index.ts';
import { whenTyped } from '../../shared/text/when.ts';
import { contextFor } from '../context.ts';
import { oneOf, read, required } from './arguments.ts';
import { changeStore } from './open.ts';
import { EXIT, runStop, Stop, usage, type Voice } from './outcome.ts';

/** What is said of the denial that a move rests on. */
const OF_PARTY = ['party', 'said', 'on', 'extent', 'denies'] as const;

/**
 * `stet move CASE REF STATE --reason TEXT …`: moves an allegation, by the same rules as the window. A denial by a party
 * is of all of the statement unless `--extent` says otherwise.
 */
export async function moveVerb(args: readonly string[], voice: Voice): Promise<void> {
  const { t, out } = voice;
  const options = ['reason', 'why', 'basis', ...OF_PARTY, 'override', 'by'];
  const given = read(args, options, [], t);
  const [path, ref, word, ...more] = given.rest;
  if (path === undefined || ref === undefined || word === undefined || more.length > 0)
    throw usage(t, 'usage.move');
  const to = oneOf(word, STATES, 'STATE', t);
  const reason = required(given.text('reason'), '--reason', t);
  const basis = oneOf(given.text('basis'), BASES, '--basis', t);
  const why = oneOf(given.text('why'), WHYS, '--why', t);
  const byParty = to === 'denied' && basis === 'party';
  const astray = byParty ? undefined : OF_PARTY.find((name) => given.text(name) !== undefined);
  if (astray !== undefined) throw usage(t, 'onlyOfParty', { name: astray });
  const response = byParty ? responseFrom(given.text, voice) : undefined;
  await changeStore(path, voice, async (store) => {
    const id = store.kase.allegationIdByRef.get(ref);
    if (id === undefined) throw new Stop(EXIT.usage, [`stet: ${path}: ${t('cli.noSuchRef', { ref })}`]);
    const command = commandSchema.safeParse({
      type: 'move-allegation',
      id,
      to,
      reason,
      why,
      basis,
      response,
      override: given.text('override'),
    });
    if (!command.success) throw usage(t, 'badOption', { detail: command.error.issues[0]?.message ?? '' });
    const done = await store.commit([command.data], () => contextFor(given.text('by') ?? ''));
    if (!done.ok) throw runStop(path, done.error, t);
  });
  out(`${t('cli.moved', { ref, to: { word: `words.states.${word}` } })}\n`);
}

function responseFrom(text: (name: string) => string | undefined, { t }: Voice) {
  const typed = required(text('on'), '--on', t);
  const on = whenTyped(typed, Intl.DateTimeFormat().resolvedOptions().timeZone);
  if (on === null) throw usage(t, 'badDate', { value: typed });
  return {
    party: required(text('party'), '--party', t),
    words: required(text('said'), '--said', t),
    on,
    extent: oneOf(text('extent'), EXTENTS, '--extent', t) ?? 'all',
    denies: text('denies') ?? null,
  };
}
