import type { Case } from '../case/case.ts';
import { positionsOf } from '../reading/positions.ts';
import { atOneGo } from '../steps.ts';
import { recognisedLanguage } from '../text/language.ts';
import { checkWording, type Flag } from './check-wording.ts';
import type { WordingReason } from './reasons.ts';
import { writtenIn, type Written, type WrittenPlace } from './written.ts';

/** Something written that has words to look at again. */
export interface WordingPoint extends WrittenPlace {
  /** At least one; positions are in code points of the whole field. */
  flags: Flag[];
  /** What stands around the first of them, cut at white space, on one line. */
  excerpt: string;
}

/** Reasons about the truth of a thing. */
const VERDICTS: readonly WordingReason[] = ['says-false', 'says-proved', 'presumes-true', 'imputes-intent'];
/** So many code points on either side of a word are shown with it. */
const AROUND = 60;

/**
 * What people wrote in the records of a case that a report prints, where words say more than is known; in the order
 * of a report. Advice, which stands in the way of nothing.
 *
 * A case is mostly written in one language, and few of its fields are long enough to tell which: it is told by all of
 * them together. `language`, a BCP 47 tag, is what counts where that tells nothing.
 */
export function wordingOf(kase: Case, language: string | null): WordingPoint[] {
  return atOneGo(wordingSteps(kase, language));
}

/**
 * wordingOf() in small steps, for whoever has other things to do between them: each answers how much is done, from 0 to
 * 1. What is looked at is what was written at the first step, whatever happens to the case meanwhile.
 */
export function* wordingSteps(kase: Case, language: string | null): Generator<number, WordingPoint[]> {
  const all = [...writtenIn(kase)].filter(({ text }) => text !== '');
  const own = recognisedLanguage(all.map(({ text }) => text).join('\n')) ?? language;
  const points: WordingPoint[] = [];
  for (const [index, each] of all.entries()) {
    yield index / all.length;
    const flags = checkWording(each.text, each.language ?? own).flatMap((flag) => inContext(flag, each));
    const [first] = flags;
    if (first) points.push({ ...each.place, flags, excerpt: excerptOf(each.text, first) });
  }
  return points;
}

/**
 * A flag as it is meant in its field. What somebody alleges or denies may well be that a thing is false or that it was
 * confirmed: there a verdict is the claim itself, which the report attributes. In the words about a denial it is worst.
 */
function inContext(flag: Flag, { ofClaim, ofDenial }: Written): Flag[] {
  if (ofClaim && (VERDICTS.includes(flag.reason) || flag.mild)) return [];
  return ofDenial && flag.reason === 'says-false' ? [{ ...flag, reason: 'denied-is-not-false' }] : [flag];
}

function excerptOf(text: string, { start, end }: Flag): string {
  const { toUnits } = positionsOf(text);
  const [first, last] = [toUnits(start), toUnits(end)];
  const [from, to] = [toUnits(start - AROUND), toUnits(end + AROUND)];
  // Where nothing parts the words, as in Chinese, it is cut where it is.
  const lead = text.slice(from, first);
  const head = from === 0 ? lead : `…${lead.replace(/^\S*\s(?=[^]*\S)/u, '')}`;
  const rest = text.slice(last, to);
  const tail = to === text.length ? rest : `${rest.replace(/\s\S*$/u, '')}…`;
  return `${head}${text.slice(first, last)}${tail}`.replace(/\s+/gu, ' ').trim();
}
