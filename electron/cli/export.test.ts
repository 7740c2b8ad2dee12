import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { CaseStore } from '../case-store/case-store.ts';
import { allegation, context, newStore, storeAt } from '../testing/stores.ts';
import { testFolder } from '../testing/folder.ts';
import { done, stet } from '../testing/verbs.ts';
import { EXIT } from './outcome.ts';

let path: string;
let to: string;
beforeEach(async () => {
  const store = await newStore();
  await store.commit([allegation('The mill burned.'), allegation('Nobody was hurt.')], context);
  path = store.path;
  await store.close();
  to = testFolder();
});

const file = (name: string): string => join(to, name);
const written = (name: string): string => readFileSync(file(name), 'utf8');
const report = (name: string) => JSON.parse(written(name)) as { allegations: { ref: string }[] };
async function refs(): Promise<string[]> {
  return (JSON.parse(await done('list', path, '--json')) as { ref: string }[]).map(({ ref }) => ref);
}

test('writes several forms of one report and records it once', async () => {
  const out = await done('export', path, '--to', file('r.html'), '--to', file('r.json'), '--by', 'M. K.');
  expect(out).toBe(`Wrote ${file('r.html')}\nWrote ${file('r.json')}\nRecorded in the case as R1\n`);
  const opened = await CaseStore.open(path, { readOnly: { code: 'asked' } });
  if (!opened.ok) throw new Error(opened.error.code);
  const [record, ...more] = opened.value.kase.records.reports.values();
  expect(more).toEqual([]);
  expect(record?.files.map(({ name }) => name)).toEqual(['r.html', 'r.json']);
  expect(record).toMatchObject({ preparedBy: 'M. K.', heads: [expect.any(String)] });
  expect(report('r.json')).toMatchObject({ preparedBy: 'M. K.', history: { heads: record?.heads } });
});

test('never takes the place of the case', async () => {
  const before = readFileSync(path);
  const { code, err } = await stet('export', path, '--to', path, '--format', 'html');
  expect(code).toBe(EXIT.output);
  expect(err).toContain('This file is the case itself');
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('without recording it leaves no trace, and the same moment gives the same bytes', async () => {
  const before = readFileSync(path);
  const at = new Date().toISOString();
  for (const name of ['a.json', 'b.json'])
    await done('export', path, '--to', file(name), '--at', at, '--no-record');
  expect(written('a.json')).toBe(written('b.json'));
  expect(report('a.json')).toMatchObject({ madeAt: at });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a case that is open elsewhere leaves all the same, and is told not to be recorded', async () => {
  const store = await storeAt(path);
  const { code, out, err } = await stet('export', path, '--to', file('r.md'));
  expect([code, out]).toEqual([EXIT.done, `Wrote ${file('r.md')}\n`]);
  expect(err).toMatch(/^stet: .*Case\.stet: what was written is not recorded in the case\. It is open in/);
  expect(store.kase.records.reports.size).toBe(0);
});

test('of chosen allegations', async () => {
  const [one = '', two = ''] = await refs();
  await done('export', path, '--to', file('r.json'), '--only', ` ${two},${two}`);
  expect(report('r.json').allegations.map(({ ref }) => ref)).toEqual([two]);
  const { code, err } = await stet('export', path, '--to', file('s.json'), '--only', `${one},NO-9`);
  expect([code, err]).toEqual([
    EXIT.usage,
    expect.stringMatching(/No allegation of this case has these references: NO-9\. .*No file was written/),
  ]);
  expect(existsSync(file('s.json'))).toBe(false);
});

test('takes exhibits along when that is asked for', async () => {
  writeFileSync(file('note.txt'), 'The mill burned.\n');
  await done('import', path, file('note.txt'));
  // An exhibit that nothing in the report rests on is not listed, and so does not go along.
  const out = await done('export', path, '--to', file('r.html'), '--exhibits', 'attached');
  expect(out).toBe(`Wrote ${file('r.html')}\nRecorded in the case as R1\n`);
  expect(readdirSync(to).sort()).toEqual(['note.txt', 'r.html']);
});

test.each([
  ['no file', []],
  ['a form that is none', ['--to', 'r.exe']],
  ['one form for several files', ['--to', 'r.html', '--to', 'r.json', '--format', 'csv']],
  ['the same file twice', ['--to', 'r.html', '--to', './r.html']],
  ['no references', ['--to', 'r.html', '--only', '']],
  ['a way with exhibits that is none', ['--to', 'r.html', '--exhibits', 'zipped']],
  ['a moment that is none', ['--to', 'r.html', '--at', '2026-11-24']],
  ['a day that is none', ['--to', 'r.html', '--at', '2026-02-31T00:00:00Z']],
  ['a moment to come', ['--to', 'r.html', '--at', '2999-01-01T00:00:00Z']],
  ['a moment before the last change', ['--to', 'r.html', '--at', '2020-01-01T00:00:00Z']],
])('%s is wrong usage, and nothing is changed', async (_name, args) => {
  const before = readFileSync(path);
  const given = args.map((each) => (each.startsWith('r.') || each.startsWith('./') ? join(to, each) : each));
  const { code, out, err } = await stet('export', path, ...given);
  expect([code, out]).toEqual([EXIT.usage, '']);
  expect(err).toMatch(/^stet: .+\n$/);
  expect(readdirSync(to)).toEqual([]);
  expect(readFileSync(path).equals(before)).toBe(true);
});

describe('verify --report', () => {
  const verify = (name: string, ...more: string[]) => stet('verify', path, '--report', file(name), ...more);

  test('confirms what was recorded', async () => {
    await done('export', path, '--to', file('r.json'));
    await done('export', path, '--to', file('s.json'), '--edition', 'checked');
    const { code, out } = await verify('r.json');
    expect([code, out]).toEqual([
      EXIT.done,
      expect.stringMatching(/^The history of this case gives this very report, .*\nIt is recorded .* R1, /),
    ]);
    expect(JSON.parse((await verify('s.json', '--json')).out)).toMatchObject({
      holds: true,
      code: 'matches',
      number: 2,
      since: 1,
    });
  });

  test('ends with 1 where it is not what the history gives', async () => {
    await done('export', path, '--to', file('r.json'));
    writeFileSync(file('r.json'), written('r.json').replace('The mill burned.', 'The mill stood.'));
    const { code, out, err } = await verify('r.json');
    expect([code, out]).toEqual([EXIT.wanting, '']);
    expect(err).toMatch(
      /r\.json: The report is not .* in allegation CAS-001, at allegations\[0\]\.statement/,
    );
    expect(JSON.parse((await verify('r.json', '--json')).out)).toMatchObject({
      holds: false,
      ref: 'CAS-001',
    });
  });

  test.each([
    ['is not there', null],
    ['is no JSON', '{'],
    ['is no text', '\u0000'],
    ['is no report', '{}'],
  ])('ends with 3 where the report %s', async (_name, text) => {
    if (text !== null) writeFileSync(file('r.json'), text);
    const { code, out, err } = await verify('r.json');
    expect([code, out]).toEqual([EXIT.input, '']);
    expect(err).toMatch(/^stet: .*r\.json: .+\n$/);
  });
});
