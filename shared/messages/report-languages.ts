/**
 * The languages a report can be written in, by their BCP 47 tags, which are the names of their folders. They are chosen
 * apart from the language of the interface, and have only the messages that a report says (report-translator.ts).
 */
export const REPORT_LANGUAGES = ['en', 'ar', 'de', 'es', 'fr', 'ru', 'uk', 'zh-Hans'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];
