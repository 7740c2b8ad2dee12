import annotated from './annotated.json' with { type: 'json' };
import report from './report.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

/** Arabic, for reports and annotated documents: what they say, and no more. */
export const ar = { annotated, report, words } as const;
