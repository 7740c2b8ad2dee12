import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { visible } from '../text/visible.ts';
import { csvText } from './csv.ts';
import { cellText, rawCells, readCsv } from './read-csv.ts';

it('is UTF-8 with a byte order mark, in lines that end with CR LF, with every text in quotation marks', () => {
  const rows = [
    ['Name', 'Count'],
    ['Zürich; 北京, "x"\r\ny', 3],
    ['', -1],
  ];
  expect(csvText(rows)).toBe('\uFEFF"Name","Count"\r\n"Zürich; 北京, ""x""\ny",3\r\n"",-1\r\n');
});

describe('what would be taken for a formula', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '-5 °C',
    '@SUM(1)',
    '\tx',
    '\nx',
    '\r=1',
    ' =1',
    '\u00a0=1',
    '\u200b\ufeff=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '﹦1',
    '−1',
    "'=1",
    "'' -1",
  ])('becomes text, and can be read back: %j', (text) => {
    const [[cell = ''] = []] = rawCells(csvText([[text]]));
    expect(cell).toBe(`'${visible(text)}`);
    expect(cellText(cell)).toBe(visible(text));
  });

  it.each(['1-1', 'a=b', '(–)', "it's", "'quoted'", '155', '– a dash', '', ' x'])(
    'nothing else does: %j',
    (text) => {
      expect(rawCells(csvText([[text]]))).toEqual([[text]]);
    },
  );
});

it('gives back what was written, whatever it is', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'",;\t\r\n\'=+-@＝ \ufeff\u0000a') }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
      const read = readCsv(csvText(rows));
      expect(read).toEqual(rows.map((row) => row.map(visible)));
      for (const cell of rawCells(csvText(rows)).flat())
        expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
    }),
  );
});

/** Collections that have broken other programs; they stand beside the project, where there are any. */
const FIXTURES = resolve(import.meta.dirname, '../../../shared/fixtures');
const payloads = resolve(FIXTURES, 'csv-injection/Intruder/csv-payload.txt');
const spectrum = resolve(FIXTURES, 'csv-spectrum');
for (const path of [payloads, spectrum])
  if (!existsSync(path)) console.log(`Skipped: ../shared/fixtures${path.slice(FIXTURES.length)} is absent.`);

describe('collections', () => {
  it.skipIf(!existsSync(payloads))('no payload of an injection begins a cell', () => {
    const lines = readFileSync(payloads, 'utf8').split(/\r?\n/).filter(Boolean);
    expect(lines.length).toBeGreaterThan(4);
    const cells = rawCells(csvText(lines.map((line) => [line]))).flat();
    expect(cells.map(cellText)).toEqual(lines);
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  const names = existsSync(spectrum) ? readdirSync(resolve(spectrum, 'csvs')) : [];
  it.skipIf(names.length === 0)('every table survives being written and read', () => {
    const tables = names.map((name) => {
      const json = resolve(spectrum, 'json', `${basename(name, '.csv')}.json`);
      const source = readFileSync(resolve(spectrum, 'csvs', name), 'utf8');
      const { data } = papaparse.parse<string[]>(source, { skipEmptyLines: true });
      const [heads = [], ...rows] = readCsv(csvText(data));
      const told = rows.map((row) => Object.fromEntries(heads.map((head, index) => [head, row[index]])));
      const expected = readFileSync(json, 'utf8').replaceAll(String.raw`\r\n`, String.raw`\n`);
      return { name, told, expected: JSON.parse(expected) as unknown };
    });
    expect(tables.map(({ told }) => told)).toEqual(tables.map(({ expected }) => expected));
  });
});
