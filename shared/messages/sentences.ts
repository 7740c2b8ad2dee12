import type { Refusal } from '../commands/command.ts';
import type { Fault } from '../events/verify-case.ts';
import type { HistoryLine, SentenceParams } from '../queries/history.ts';
import type { DenialBadge } from '../queries/rows.ts';
import type { Missing } from '../standard/assess.ts';
import { isWord, type Translate } from './translate.ts';
import { en } from './en/index.ts';

/** Turns the domain's data into sentences, the same ones in the window, the report and the command line. */

/** One line of history. An event of a type this version does not know is told as such, never hidden. */
export function historySentence(line: HistoryLine, t: Translate): string {
  const known = Object.hasOwn(en.history.sentences, line.type);
  const { from, to } = line.params;
  const stayed = line.type === 'allegation-moved' && isWord(from) && isWord(to) && from.word === to.word;
  const sentence = stayed
    ? t('history.kept', line.params)
    : t(`history.sentences.${known ? line.type : 'unknown'}`, { ...line.params, type: line.type });
  const { override } = line.params;
  const against = line.type === 'allegation-moved' && override !== undefined;
  return against ? t('history.override', { sentence, override }) : sentence;
}

/** The ways that are open to meet the standard, as one phrase: "1 more primary record, or 2 more …". */
export function missingWays(missing: readonly Missing[], t: Translate): string {
  return missing
    .flatMap((each) => ('count' in each ? [t(`words.missing.${each.code}`, { count: each.count })] : []))
    .join(t('words.or'));
}

/** What is missing and what stands in the way, in whole sentences. */
export function missingSentences(missing: readonly Missing[], t: Translate): string {
  const ways = missingWays(missing, t);
  const inTheWay = missing.flatMap((each) =>
    'count' in each ? [] : [t('words.inTheWay', { what: t(`words.missing.${each.code}`) })],
  );
  return [...(ways === '' ? [] : [t('words.itNeeds', { ways })]), ...inTheWay].join(' ');
}

/** Why a command was not carried out. */
export function refusalSentence(refusal: Refusal, t: Translate): string {
  const params: SentenceParams = {};
  if ('count' in refusal) params['count'] = refusal.count;
  if ('kind' in refusal) params['kind'] = { word: `words.kinds.${refusal.kind}` };
  if ('field' in refusal) params['field'] = { word: `refusals.fields.${refusal.field}` };
  if ('missing' in refusal) params['missing'] = missingOf(refusal.missing, t);
  return t(`refusals.${refusal.code}`, params);
}

function missingOf(missing: string | readonly Missing[], t: Translate): string {
  return typeof missing === 'string' ? t(`refusals.fields.${missing}`) : missingSentences(missing, t);
}

/** What went wrong with a file: any of the problems in api.ts. */
export function problemSentence(problem: { code: string }, t: Translate): string {
  const { code, ...params } = problem;
  return t(`problems.${code}`, params);
}

/** The first thing about a case that does not hold. */
export function faultSentence({ code, ...params }: Fault, t: Translate): string {
  const kind = 'kind' in params ? { kind: { word: `words.kinds.${params.kind}` } } : {};
  // A record without a name of its own, such as a passage, is called by its id.
  const label = 'label' in params ? { label: params.label || params.id } : {};
  return t(`problems.fault.${code}`, { ...params, ...kind, ...label });
}

/** A party's denial as a badge says it. */
export function denialPhrase({ party, extent }: DenialBadge, t: Translate): string {
  return t(`words.denials.${extent}`, { party });
}
