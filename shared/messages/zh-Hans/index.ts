import report from './report.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

/** Simplified Chinese, for reports: what a report says, and no more. */
export const zhHans = { report, words } as const;
