import report from './report.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

/** Arabic, for reports: what a report says, and no more. */
export const ar = { report, words } as const;
