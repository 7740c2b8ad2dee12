/** The forms a report can be written in; each is the ending of its file, too. */
export const REPORT_FORMATS = ['html', 'pdf', 'docx', 'md', 'csv', 'json', 'jsonld'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The forms of an annotated document (annotated/annotated-data.ts). */
export const ANNOTATED_FORMATS = ['html', 'pdf', 'docx', 'md'] as const;
export type AnnotatedFormat = (typeof ANNOTATED_FORMATS)[number];
