import { expect, it } from 'vitest';
import { reportData } from '../../shared/report/report-data.ts';
import { caseWithEverything } from '../../shared/testing/case-with-everything.ts';
import { Gathering, piecesOfReport } from './handing-over.ts';

const { kase } = caseWithEverything();
const report = reportData(kase, {
  edition: 'checking',
  at: '2026-11-24T09:00:00Z',
  preparedBy: '',
  fileSha256: null,
  appVersion: '1',
  scope: { refs: null, words: '' },
});
// More than is handed over at once.
const [first] = report.allegations;
if (!first) throw new Error('no allegation');
const long = {
  ...report,
  allegations: Array.from({ length: 25 }, (_, at) => ({ ...first, ref: `L-${at}` })),
};

it('gives the same report, to the order of its fields', () => {
  const before = JSON.stringify(long);
  const gathering = new Gathering();
  for (const piece of piecesOfReport(long)) gathering.take(structuredClone(piece));
  expect(JSON.stringify(gathering.report)).toBe(before);
  expect(JSON.stringify(long)).toBe(before);
});

it('takes no list at once that grows with the case', () => {
  const pieces = [...piecesOfReport(long)];
  const lists = pieces.flatMap((piece) => ('begin' in piece ? Object.entries(piece.begin) : []));
  expect(lists.filter(([, value]) => Array.isArray(value) && value.length > 0)).toEqual([]);
  const lengths = pieces.map((piece) => ('entries' in piece ? piece.entries.length : 0));
  expect(Math.max(...lengths)).toBe(10);
});
