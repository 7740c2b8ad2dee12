import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sampleCase } from '../samples/foreign-fighters.ts';
import { testContext } from '../testing/case-with.ts';
import { caseWithEverything, reportRecordOf } from '../testing/case-with-everything.ts';
import { reportOf } from './check-page.ts';
import type { Report } from './report-data.ts';
import { contentHash } from './report-hash.ts';
import { reportJson } from './report-json.ts';

/** RFC 8785 as docs/case-file.md writes it, by hand and apart from the code. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}

describe('the content hash of a report', () => {
  it('is what anybody computes from its JSON, without kind and version', () => {
    for (const kase of [sampleCase(testContext()), caseWithEverything().kase]) {
      const report = reportOf(kase);
      const {
        kind: _kind,
        version: _version,
        ...data
      } = JSON.parse(reportJson(report)) as Report & {
        kind: string;
        version: number;
      };
      expect(contentHash(report)).toBe(createHash('sha256').update(canonical(data), 'utf8').digest('hex'));
      expect(contentHash(data)).toBe(contentHash(report));
    }
  });

  it('is the same for the same data, in whatever order its fields are', () => {
    const report = reportOf(caseWithEverything().kase);
    const turned = Object.fromEntries(Object.entries(report).toReversed()) as unknown as Report;
    expect(contentHash(turned)).toBe(contentHash(report));
    expect(contentHash(reportOf(caseWithEverything().kase))).toBe(contentHash(report));
  });

  it('is another for another report: a later one of the same case, another edition, another name', () => {
    const { kase, run } = caseWithEverything();
    const reports = [reportOf(kase), reportOf(kase, 'checked'), reportOf(kase, 'checking', 'R. S.')];
    const hashes = reports.map((each) => contentHash(each));
    run(reportRecordOf(kase));
    hashes.push(contentHash(reportOf(kase)));
    expect(new Set(hashes).size).toBe(4);
  });
});
