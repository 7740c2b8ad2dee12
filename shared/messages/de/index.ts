import annotated from './annotated.json' with { type: 'json' };
import report from './report.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

/** German, for reports and annotated documents: what they say, and no more. */
export const de = { annotated, report, words } as const;
