import type { Case } from '../case/case.ts';
import { EMPTY_COVER } from '../case/report-record.ts';
import { DEFAULT_STANDARD } from '../case/standard.ts';
import type { Context } from '../events/event.ts';
import { replay } from '../events/apply.ts';
import { seal } from '../events/seal.ts';
import { fold } from '../text/fold.ts';
import { created } from './command.ts';

/** The beginning of every reference of a case: the first three Latin letters of its title, or `REF`. */
export function refPrefixFor(title: string): string {
  const letters = fold(title)
    .replace(/[^a-z]/g, '')
    .toUpperCase();
  return letters.length >= 3 ? letters.slice(0, 3) : 'REF';
}

/**
 * Makes a new case. Not in the list of commands, which all act on a case that is there.
 * `refPrefix` is two to six capital letters or digits; made from the title unless given.
 */
export function createCase(input: { title: string; refPrefix?: string }, context: Context): Case {
  const info = {
    id: context.newId(),
    title: input.title.trim(),
    refPrefix: input.refPrefix ?? refPrefixFor(input.title),
    standard: DEFAULT_STANDARD,
    cover: EMPTY_COVER,
    logo: null,
    publisher: null,
    scale: null,
    createdAt: context.at,
  };
  return replay([seal({ type: 'case-created', changes: [created('case', info)] }, [], context)]);
}
