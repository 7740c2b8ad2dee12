import report from './report.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

/** German, for reports: what a report says, and no more. */
export const de = { report, words } as const;
