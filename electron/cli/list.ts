import type { Case } from '../../shared/case/case.ts';
import { STATES } from '../../shared/case/words.ts';
import { denialPhrase } from '../../shared/messages/sentences.ts';
import { rowsOf, type AllegationRow } from '../../shared/queries/rows.ts';
import { standingOf, type Standing } from '../../shared/queries/standing.ts';
import { oneOf, read } from './arguments.ts';
import { readStore } from './open.ts';
import { usage, type Voice } from './outcome.ts';

/**
 * `stet list CASE [--state STATE] [--json]`: the allegations, in the order they were recorded; as JSON with how each
 * stands against the standard.
 */
export async function listVerb(args: readonly string[], voice: Voice): Promise<void> {
  const { t, out } = voice;
  const given = read(args, ['state'], ['json'], t);
  const [path, ...more] = given.rest;
  if (path === undefined || more.length > 0) throw usage(t, 'usage.list');
  const state = oneOf(given.text('state'), STATES, '--state', t);
  const { kase } = await readStore(path, voice);
  const rows = [...rowsOf(kase)].filter((row) => state === undefined || row.state === state);
  if (given.flag('json'))
    out(
      `${JSON.stringify(
        rows.map((row) => withStanding(kase, row)),
        null,
        2,
      )}\n`,
    );
  else for (const row of rows) out(`${line(row, voice)}\n`);
}

function withStanding(kase: Case, row: AllegationRow): AllegationRow & Partial<Standing> {
  const allegation = kase.records.allegations.get(row.id);
  return allegation ? { ...row, ...standingOf(kase, allegation) } : row;
}

function line(row: AllegationRow, { t }: Voice): string {
  const detail = row.why ? t(`words.whys.${row.why}`) : row.basis ? t(`words.bases.${row.basis}`) : '';
  const state = `${t(`words.states.${row.state}`)}${detail && ` (${detail})`}`;
  const denials = row.denials.map((denial) => ` [${denialPhrase(denial, t)}]`).join('');
  const claimant = row.claimant === null ? '' : ` (${row.claimant})`;
  const override = row.overridden ? ` [${t('board.override')}]` : '';
  const lacking = row.lacking ? ` [${t('board.lacking')}]` : '';
  return `${row.ref}  ${state}${override}${lacking}${denials}  ${row.statement.replace(/\s+/gu, ' ')}${claimant}`;
}
