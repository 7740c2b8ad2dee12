import { denialPhrase } from '../../messages/sentences.ts';
import type { Translate } from '../../messages/translate.ts';
import type { ReportQuery } from '../report-queries.ts';
import { attribution, flagsOf, isDisputed, isLacking, isUntouched, type Phrase } from '../report-phrases.ts';
import { denialsIn, whyPhrase } from '../report-words.ts';
import type { AnnotatedAllegation, AnnotatedNote } from './annotated-notes.ts';
import { signOf } from './annotated-words.ts';

/** A line of a note without markup, for forms that have little of it: comments of a word processor, Markdown. */
export interface NoteLine {
  /** What the line is, or null where it says so itself. */
  name: string | null;
  text: string;
}

/** What one person said at one time: a finding, a query, the decision on one. An empty name where nobody gave one. */
export interface NotePart {
  by: string;
  at: string;
  /** The first says what it is. */
  lines: NoteLine[];
}

/** What a note says: a finding, or a query and then what was decided on it. */
export function noteParts(note: AnnotatedNote, t: Translate): [NotePart, ...NotePart[]] {
  const sign = signOf(note, t);
  if (note.kind === 'allegation') {
    const { by, at } = note.allegation.finding;
    return [{ by, at, lines: ofAllegation(sign, note.allegation, t) }];
  }
  const { query, applied } = note;
  const { by, addedAt, decision } = query;
  const asked = { by, at: addedAt, lines: ofQuery(sign, query, t) };
  if (!decision) return [asked];
  return [asked, { by: decision.by, at: decision.at, lines: ofDecision(sign, decision, applied, t) }];
}

const line = (text: string, name: string | null = null): NoteLine => ({ name, text });

/** Parts that are null say nothing. */
const inLine = (parts: readonly (string | null)[]): NoteLine =>
  line(parts.filter((part) => part !== null).join(' · '));

const known = (lines: readonly NoteLine[]): NoteLine[] => lines.filter(({ text }) => text.trim() !== '');

function ofAllegation(sign: string, allegation: AnnotatedAllegation, t: Translate): NoteLine[] {
  const { ref, statement, serious, finding, responses, reviews, quote, work } = allegation;
  const { state, why, basis, reason, override, by, at } = finding;
  return known([
    inLine([
      sign,
      ref,
      t(`words.states.${state}`),
      whyPhrase(why, t),
      basis && t(`words.bases.${basis}`),
      ...denialsIn(responses).map((each) => denialPhrase(each, t)),
      override === null ? null : t('report.glance.overridden'),
      isLacking(finding) ? t('report.glance.lacking') : null,
      isDisputed(reviews) ? t('report.glance.disputed') : null,
      serious ? t('report.allegations.serious') : null,
    ]),
    line(statement),
    line(said(attribution(allegation), t)),
    ...flagsOf(allegation, t).map((flag) => line(said(flag, t))),
    line(override ?? '', t('annotated.note.override')),
    line(reason, t('annotated.note.reason')),
    line(quote?.how ?? '', t('annotated.note.quote')),
    inLine([
      isUntouched(finding) ? null : byAt(by, at, t),
      quote
        ? t('annotated.note.quoteBy', { by: byAt(quote.by, quote.at, t) })
        : t('annotated.note.quoteOpen'),
    ]),
    line(work?.notes ?? '', t('annotated.note.notes')),
  ]);
}

function ofQuery(sign: string, query: ReportQuery, t: Translate): NoteLine[] {
  const { kind, question, proposed, by, addedAt, ref, decision, decider } = query;
  return known([
    inLine([
      sign,
      t(`words.queryKinds.${kind}`),
      decision ? null : t('annotated.open'),
      ref === null ? null : t('annotated.note.about', { ref }),
    ]),
    line(question),
    ...(proposed === null ? [] : [wording(proposed, 'proposed', t)]),
    line(byAt(by, addedAt, t)),
    line(decision || decider === null ? '' : t('report.queries.decider', { name: decider })),
  ]);
}

function ofDecision(
  sign: string,
  { outcome, wording: words, reason, by, at }: Exclude<ReportQuery['decision'], null>,
  applied: boolean,
  t: Translate,
): NoteLine[] {
  return known([
    inLine([sign, t(`words.decisions.${outcome}`)]),
    outcome === 'stet' ? line(t('report.queries.stet')) : wording(words ?? '', 'wording', t),
    line(reason, t('report.queries.reason')),
    line(byAt(by, at, t)),
    line(outcome === 'change' && !applied ? t('annotated.note.overtaken') : ''),
  ]);
}

function wording(words: string, of: 'proposed' | 'wording', t: Translate): NoteLine {
  return words === '' ? line(t(`report.queries.${of}Nothing`)) : line(words, t(`report.queries.${of}`));
}

function said({ word, params = {}, told = {} }: Phrase, t: Translate): string {
  const names = Object.entries(told).map(([name, text]): [string, string] => [
    name,
    typeof text === 'string' ? text : text.join(t('words.comma')),
  ]);
  return t(word, { ...params, ...Object.fromEntries(names) });
}

function byAt(by: string, at: string, t: Translate): string {
  const name = by.trim() === '' ? t('report.facts.unnamed') : by;
  return t('report.finding.byAt', { name, at: `${at.slice(0, 10)} ${at.slice(11, 16)} UTC` });
}
