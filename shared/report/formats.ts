/** The forms a report can be written in; each is the ending of its file, too. */
export const REPORT_FORMATS = ['html', 'pdf', 'docx', 'md', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
