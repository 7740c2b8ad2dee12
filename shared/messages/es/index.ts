import annotated from './annotated.json' with { type: 'json' };
import report from './report.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

/** Spanish, for reports and annotated documents: what they say, and no more. */
export const es = { annotated, report, words } as const;
