import type { Case } from '../case/case.ts';
import type { Command } from './case-with.ts';
import { WHOLE, type Scope } from '../report/report-about.ts';
import { reportData } from '../report/report-data.ts';
import { contentHash } from '../report/report-hash.ts';

/** For tests only: the command by which a report that was made of the case as it is now is recorded. */
export function exportOf(kase: Case, at: string, scope: Scope = WHOLE): Command<'record-report'> {
  const report = reportData(kase, {
    edition: 'checked',
    at,
    preparedBy: 'M. K.',
    fileSha256: null,
    appVersion: '0.1.0',
    scope,
  });
  return {
    type: 'record-report',
    edition: 'checked',
    language: 'en',
    refs: scope.refs && [...scope.refs],
    madeAt: at,
    preparedBy: 'M. K.',
    heads: [...kase.heads],
    contentSha256: contentHash(report),
    files: [{ format: 'html', name: 'Report.html', bytes: 12, sha256: '0'.repeat(64) }],
  };
}
