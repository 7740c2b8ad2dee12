import { STATES } from '../../shared/case/words.ts';
import { denialPhrase } from '../../shared/messages/sentences.ts';
import { rowsOf, type AllegationRow } from '../../shared/queries/rows.ts';
import { oneOf, read } from './arguments.ts';
import { readStore } from './open.ts';
import { usage, type Voice } from './outcome.ts';

/** `stet list CASE [--state STATE] [--json]`: the allegations, in the order they were recorded. */
export async function listVerb(args: readonly string[], voice: Voice): Promise<void> {
  const { t, out } = voice;
  const given = read(args, ['state'], ['json'], t);
  const [path, ...more] = given.rest;
  if (path === undefined || more.length > 0) throw usage(t, 'usage.list');
  const state = oneOf(given.text('state'), STATES, '--state', t);
  const store = await readStore(path, voice);
  const rows = [...rowsOf(store.kase)].filter((row) => state === undefined || row.state === state);
  if (given.flag('json')) out(`${JSON.stringify(rows, null, 2)}\n`);
  else for (const row of rows) out(`${line(row, voice)}\n`);
}

function line(row: AllegationRow, { t }: Voice): string {
  const detail = row.why ? t(`words.whys.${row.why}`) : row.basis ? t(`words.bases.${row.basis}`) : '';
  const state = `${t(`words.states.${row.state}`)}${detail && ` (${detail})`}`;
  const denials = row.denials.map((denial) => ` [${denialPhrase(denial, t)}]`).join('');
  const claimant = row.claimant === null ? '' : ` (${row.claimant})`;
  const override = row.overridden ? ` [${t('board.override')}]` : '';
  return `${row.ref}  ${state}${override}${denials}  ${row.statement.replace(/\s+/gu, ' ')}${claimant}`;
}
