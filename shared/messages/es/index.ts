import report from './report.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

/** Spanish, for reports: what a report says, and no more. */
export const es = { report, words } as const;
