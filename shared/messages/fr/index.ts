import report from './report.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

/** French, for reports: what a report says, and no more. */
export const fr = { report, words } as const;
