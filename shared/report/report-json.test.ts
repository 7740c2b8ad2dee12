import { expect, it } from 'vitest';
import { sampleCase } from '../samples/foreign-fighters.ts';
import { testContext } from '../testing/case-with.ts';
import { WHOLE } from './report-about.ts';
import { reportData } from './report-data.ts';
import { reportJson } from './report-json.ts';

const report = reportData(sampleCase(testContext()), {
  edition: 'checking',
  at: '2026-11-24T09:00:00.000Z',
  preparedBy: '',
  fileSha256: null,
  appVersion: '0.1.0',
  scope: WHOLE,
});

it('says what it is, then the report as it is', () => {
  const { kind, version, ...rest } = JSON.parse(reportJson(report)) as Record<string, unknown>;
  expect(kind).toBe('stet-report');
  expect(version).toBe(2);
  expect(rest).toEqual(report);
});

it('is set in lines that end with a line feed, the same each time', () => {
  const text = reportJson(report);
  expect(text).toMatch(/^\{\n {2}"kind": "stet-report",\n {2}"version": 2,\n {2}"edition": "checking",\n/);
  expect(text.endsWith('\n}\n')).toBe(true);
  expect(reportJson(structuredClone(report))).toBe(text);
});
