import report from './report.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

/** Ukrainian, for reports: what a report says, and no more. */
export const uk = { report, words } as const;
