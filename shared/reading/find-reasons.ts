import { FIGURE, WHEN, WORDS } from './reason-patterns.ts';
import type { Reason, ReasonCode } from './reasons.ts';
import { apartFrom } from './span.ts';

/**
 * The reasons that the words of a sentence give, but for quotations and attributions, which need more than the
 * sentence; in UTF-16 units of `sentence`, those of one kind apart from one another. English.
 */
export function reasonsIn(sentence: string): Reason[] {
  const dates = spansOf('date', WHEN, sentence);
  return [
    ...dates,
    // The day and the year are figures of a date, and nobody counted them.
    ...apartFrom(dates, spansOf('figure', FIGURE, sentence)),
    ...WORDS.flatMap(([code, pattern]) => spansOf(code, pattern, sentence)),
  ];
}

/**
 * Where a pattern is found. Not by `matchAll()`, which makes a new expression of a long pattern for every sentence.
 */
function spansOf(code: ReasonCode, pattern: RegExp, sentence: string): Reason[] {
  const reasons: Reason[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(sentence); match; match = pattern.exec(sentence)) {
    const [found] = match;
    const start = match.index + (found.length - found.trimStart().length);
    reasons.push({ code, start, end: match.index + found.trimEnd().length });
  }
  return reasons;
}
