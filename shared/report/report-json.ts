import type { Report } from './report-data.ts';

/** What a report in JSON says it is, and the version of its shape: raised when a field changes its meaning or goes. */
export const REPORT_KIND = 'stet-report';
export const REPORT_VERSION = 2;

/** The report as JSON for other programs: an envelope of `kind` and `version`, then the data as it is. */
export function reportJson(report: Report): string {
  return `${JSON.stringify({ kind: REPORT_KIND, version: REPORT_VERSION, ...report }, null, 2)}\n`;
}
