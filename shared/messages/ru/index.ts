import report from './report.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

/** Russian, for reports: what a report says, and no more. */
export const ru = { report, words } as const;
