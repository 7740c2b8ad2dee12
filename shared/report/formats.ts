/** The forms a report can be written in; each is the ending of its file, too. */
export const REPORT_FORMATS = ['html', 'pdf', 'md', 'csv', 'json', 'jsonld'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
