import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Case } from '../case/case.ts';
import messages from '../messages/en/report.json' with { type: 'json' };
import { sampleCase } from '../samples/foreign-fighters.ts';
import { workedExample } from '../samples/worked-example.ts';
import { caseWith, testContext } from '../testing/case-with.ts';
import { reportOf, t } from './check-page.ts';
import { EDITIONS, type Edition } from '../case/words.ts';
import { readCsv } from './read-csv.ts';
import { COLUMNS, reportCsv, WORK } from './report-csv.ts';

const heads: Record<string, string> = messages.csv.columns;

/** The rows by the names of the columns. */
function rowsOf(kase: Case, edition: Edition = 'checking'): Record<string, string>[] {
  const [columns = [], ...rows] = readCsv(reportCsv(reportOf(kase, edition), t));
  const names = columns.map((head) => Object.keys(heads).find((name) => heads[name] === head) ?? head);
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])));
}
const row = (rows: readonly Record<string, string>[], ref: string): Record<string, string> =>
  rows.find((each) => each['ref'] === ref) ?? {};

const worked = workedExample(testContext()).kase;
const sample = sampleCase(testContext());

it.each(EDITIONS)('has a row for each allegation, in their order (%s)', (edition) => {
  const refs = reportOf(worked, edition).allegations.map(({ ref }) => ref);
  expect(rowsOf(worked, edition).map(({ ref }) => ref)).toEqual(refs);
  expect(reportCsv(reportOf(worked, edition), t)).toBe(reportCsv(reportOf(worked, edition), t));
});

it('has a name for each column, all different, and nothing else', () => {
  expect(Object.keys(heads)).toEqual(Object.keys(COLUMNS));
  expect(new Set(Object.values(heads)).size).toBe(Object.keys(COLUMNS).length);
  const [first = {}] = rowsOf(worked);
  expect(Object.keys(first)).toEqual(Object.keys(COLUMNS));
  const [checked = {}] = rowsOf(worked, 'checked');
  expect(Object.keys(checked)).toEqual(Object.keys(COLUMNS).filter((name) => !WORK.has(name)));
});

it('is the names of the columns alone for a case without allegations', () => {
  expect(reportCsv(reportOf(caseWith().kase), t).split('\r\n')).toHaveLength(2);
});

describe('a row', () => {
  it('tells the state with what it rests on, and figures as numbers', () => {
    expect(row(rowsOf(worked), 'CRANE-001')).toMatchObject({
      claimant: 'Peer Askild',
      saidOn: '2025-04-03',
      quote: 'yes',
      serious: 'no',
      state: 'corroborated',
      why: '',
      meets: 'yes',
      missing: '',
      originsFor: '1',
      itemsFor: '1',
      itemsAgainst: '0',
      decidedBy: 'Mara Quist',
      decidedAt: '2026-11-23 14:00',
      tags: 'contract\nfigures',
    });
  });

  it('tells what was called so against the standard, with the reason and what is missing', () => {
    const { state, override, meets, missing, reviews } = row(rowsOf(worked), 'CRANE-004');
    expect({ state, meets, reviews }).toEqual({
      state: 'denied',
      meets: 'no',
      reviews: 'Tomas Leng: disagrees',
    });
    expect(override).toContain('the editor decided');
    expect(missing).not.toBe('');
  });

  it('tells denials with what they deny, and never a refusal to comment among them', () => {
    const rows = rowsOf(sample);
    expect(row(rows, 'CHN-003')['denials']).toContain('denied by China, in part');
    expect(row(rows, 'CHN-002')).toMatchObject({ denials: '', responses: 'Russia: declined to comment' });
  });

  it('says of what is unverified why, and what remains', () => {
    const { state, why, meets, missing } = row(rowsOf(worked), 'CRANE-009');
    expect({ state, why, meets }).toEqual({ state: 'unverified', why: 'insufficient evidence', meets: '' });
    expect(missing).toContain('It still needs');
  });

  it('never says more of what is denied', () => {
    for (const { denials, state, basis, missing } of rowsOf(worked))
      expect(`${denials} ${state} ${basis} ${missing}`).not.toMatch(/\b(false|refut\w*)\b/i);
  });

  it('names open queries and an overdue request', () => {
    const rows = rowsOf(worked);
    expect(row(rows, 'CRANE-008')['openQueries']).toBe('Q3');
    expect(row(rows, 'CRANE-005')['responses']).toContain(`; ${messages.responses.overdue}`);
  });
});

it('docs/report.md tells of every column, in order', () => {
  const doc = readFileSync(resolve(import.meta.dirname, '../../docs/report.md'), 'utf8');
  const table = doc.split('\n## CSV\n')[1]?.split('\n## ')[0] ?? '';
  const told = [...table.matchAll(/^\| (.+?) +\| .+\|$/gm)].map(([, name]) => name).slice(2);
  expect(told).toEqual(Object.values(heads));
});
