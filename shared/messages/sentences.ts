import type { Refusal } from '../commands/command.ts';
import type { Fault } from '../events/verify-case.ts';
import type { HistoryLine, SentenceParams } from '../queries/history.ts';
import type { DenialBadge } from '../queries/rows.ts';
import type { Standard } from '../case/standard.ts';
import type { FormProblem } from '../report/form-problem.ts';
import type { Missing } from '../standard/assess.ts';
import type { Question } from '../standard/questions.ts';
import type { Flag } from '../wording/check-wording.ts';
import type { WrittenPlace } from '../wording/written.ts';
import { foundSentence, isProtectedFound } from '../protection/protected-found.ts';
import { isWord, type Translate } from './translate.ts';
import { formProblemsSentence, publishingSentence } from './publishing-sentences.ts';
import { en } from './en/index.ts';

/** Turns the domain's data into sentences, the same ones in the window, the report and the command line. */

/** One line of history. An event of a type this version does not know is told as such, never hidden. */
export function historySentence(line: HistoryLine, t: Translate): string {
  const known = Object.hasOwn(en.history.sentences, line.type);
  const { from, to, basis } = line.params;
  const stayed = line.type === 'allegation-moved' && isWord(from) && isWord(to) && from.word === to.word;
  // To be contradicted by evidence is more than to be denied by somebody, so "denied" alone would not tell.
  const params =
    basis === undefined ? line.params : { ...line.params, to: t('history.onBasis', line.params) };
  const sentence = stayed
    ? t('history.kept', params)
    : t(`history.sentences.${known ? line.type : 'unknown'}`, { ...params, type: line.type });
  const { override, rules } = line.params;
  if (line.type === 'standard-changed' && rules !== undefined) return t('history.rules', { sentence, rules });
  const against = line.type === 'allegation-moved' && override !== undefined;
  return against ? t('history.override', { sentence, override }) : sentence;
}

/** The ways that are open to meet the standard, as one phrase: "1 primary record, or 2 …". */
export function missingWays(missing: readonly Missing[], t: Translate): string {
  return missing.flatMap((each) => ('count' in each ? [missingPhrase(each, t)] : [])).join(t('words.or'));
}

/** One thing that is missing, as a phrase. */
export function missingPhrase(each: Missing, t: Translate): string {
  if ('count' in each) return t(`words.missing.${each.code}`, { count: each.count });
  if (each.code !== 'needs-reply') return t(`words.missing.${each.code}`);
  const { parties } = each;
  return t(parties.length === 0 ? 'words.missing.needs-reply-any' : 'words.missing.needs-reply', {
    parties: parties.join(t('words.comma')),
  });
}

/** What is missing and what stands in the way, in whole sentences. */
export function missingSentences(missing: readonly Missing[], t: Translate): string {
  const ways = missingWays(missing, t);
  const what = missing
    .flatMap((each) => ('count' in each ? [] : [missingPhrase(each, t)]))
    .join(t('words.semicolon'));
  const needs = ways === '' ? '' : t('words.itNeeds', { ways });
  const inTheWay = what === '' ? '' : t('words.inTheWay', { what });
  return needs === '' || inTheWay === ''
    ? needs + inTheWay
    : t('words.afterOneAnother', { first: needs, second: inTheWay });
}

/** Why a command was not carried out. */
export function refusalSentence(refusal: Refusal, t: Translate): string {
  const params: SentenceParams = {};
  if ('count' in refusal) params['count'] = refusal.count;
  if ('limit' in refusal) params['limit'] = refusal.limit;
  if ('number' in refusal) params['number'] = refusal.number;
  if ('kind' in refusal) params['kind'] = { word: `words.kinds.${refusal.kind}` };
  if ('field' in refusal) params['field'] = { word: `refusals.fields.${refusal.field}` };
  if ('label' in refusal) params['label'] = refusal.label;
  if ('ref' in refusal) params['ref'] = refusal.ref;
  if ('problems' in refusal)
    params['problems'] = refusal.problems.map((each) => publishingSentence(each, t)).join(' ');
  if ('missing' in refusal) params['missing'] = missingOf(refusal.missing, t);
  return t(`refusals.${refusal.code}`, params);
}

function missingOf(missing: string | readonly Missing[], t: Translate): string {
  return typeof missing === 'string' ? t(`refusals.fields.${missing}`) : missingSentences(missing, t);
}

/** What went wrong with a file: any of the problems in api.ts. */
export function problemSentence(
  problem: { code: string; reasons?: readonly FormProblem[] },
  t: Translate,
): string {
  if (isProtectedFound(problem)) return t('problems.protected-found', { found: foundSentence(problem, t) });
  const { code, reasons, ...params } = problem;
  return t(`problems.${code}`, reasons ? { ...params, reasons: formProblemsSentence(reasons, t) } : params);
}

/** The first thing about a case that does not hold. */
export function faultSentence({ code, ...params }: Fault, t: Translate): string {
  const kind = 'kind' in params ? { kind: { word: `words.kinds.${params.kind}` } } : {};
  // A record without a name of its own, such as a passage, is called by its id.
  const label = 'label' in params ? { label: params.label || params.id } : {};
  return t(`problems.fault.${code}`, { ...params, ...kind, ...label });
}

/** A party's denial as a badge says it. */
export function denialPhrase({ party, extent, denies }: DenialBadge, t: Translate): string {
  const denial = t(`words.denials.${extent}`, { party });
  return denies === null ? denial : t('words.denialOf', { denial, denies });
}

/** What a colleague would ask about the evidence. */
export function questionSentence({ code, numbers }: Question, t: Translate): string {
  const named = numbers.map((number) => `#${number}`);
  return t(`words.questions.${code}`, {
    numbers: named.join(t('words.comma')),
    first: named[0] ?? '',
    second: named[1] ?? '',
  });
}

/** A standard in words: the numbers of which one is enough, then each rule that asks for something. */
export function standardSentences(standard: Standard, t: Translate): string[] {
  const { primary, firstHand, secondary, authenticated, reliability, credibility } = standard;
  const rules = [
    ...(authenticated ? ['authenticated'] : []),
    ...(standard.replyIfSerious ? ['replyIfSerious'] : []),
    ...(standard.secondPerson === 'serious' ? ['secondPersonSerious'] : []),
    ...(standard.secondPerson === 'always' ? ['secondPersonAlways'] : []),
  ];
  return [
    t('words.standard', { primary, firstHand, secondary }),
    ...(reliability === 'F' ? [] : [t('words.standardRules.reliability', { grade: reliability })]),
    ...(credibility === '6' ? [] : [t('words.standardRules.credibility', { grade: credibility })]),
    ...rules.map((rule) => t(`words.standardRules.${rule}`)),
  ];
}

/** Why a word is worth a second look, and what could stand there instead, which is in the language of the text. */
export function wordingSentence({ term, reason, suggestions }: Flag, t: Translate): string {
  const explanation = t(`wording.explanations.${reason}`, { term });
  const words = suggestions.map((word) => t('wording.quotedWord', { word })).join(', ');
  const suggestion = words === '' ? t('wording.leaveOut') : t('wording.suggestion', { words });
  return t('wording.told', { explanation, suggestion });
}

/** Where it stands: the field, after the reference of its allegation if it belongs to one. */
export function wordingPlace({ ref, field }: WrittenPlace, t: Translate): string {
  const name = t(`wording.fields.${field}`);
  return ref === null ? name : t('wording.place', { ref, field: name });
}
