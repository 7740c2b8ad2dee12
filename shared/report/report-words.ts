import type { Why } from '../case/words.ts';
import { missingSentences } from '../messages/sentences.ts';
import type { Translate } from '../messages/translate.ts';
import type { DenialBadge } from '../queries/rows.ts';
import { CONTEXT_LENGTH } from '../text/anchor.ts';
import { codePointLength } from '../text/code-points.ts';
import type { ReportAllegation, PassageInDocument } from './report-allegation.ts';
import type { ReportSourceName } from './report-confidential.ts';
import type { Report, ReportScope, ReportStandard } from './report-data.ts';
import type { ReportRating } from './report-rating.ts';
import type { ChangeCode, ShortFinding } from './report-since.ts';
import type { ReportFinding, ReportWeight } from './report-finding.ts';
import type { ReportResponse } from './report-responses.ts';

/** What every form of a report says alike: words without markup, and the order and the names of its parts. */

/**
 * Where each allegation stands in a file, in the order of the report, and by reference: at its reference, so that
 * `report.html#CHN-003` works, wherever that can be an id.
 */
export function anchorsOf({ allegations }: Report): { ids: string[]; anchors: Map<string, string> } {
  const anchors = new Map<string, string>();
  const ids = allegations.map(({ ref }, index) => {
    const own = /^[A-Z][A-Z0-9]*-\d+$/.test(ref) && !anchors.has(ref);
    const id = own ? ref : `allegation-${index + 1}`;
    if (!anchors.has(ref)) anchors.set(ref, id);
    return id;
  });
  return { ids, anchors };
}

export function whyPhrase(why: Why | null, t: Translate): string | null {
  return why === null ? null : t(`words.whys.${why}`);
}

/** The denials among responses, which show whatever the state. */
export function denialsIn(responses: readonly ReportResponse[]): DenialBadge[] {
  return responses
    .filter(({ kind }) => kind === 'denied')
    .map(({ party, extent, denies }) => ({ party, extent: extent ?? 'all', denies }));
}

/** Whether the document goes on before and after the context of a passage. */
export function cutOff({ prefix, suffix, start }: PassageInDocument): { before: boolean; after: boolean } {
  return {
    before: start > codePointLength(prefix),
    // A shorter suffix than is usually kept means that the document ends there.
    after: codePointLength(suffix) >= CONTEXT_LENGTH,
  };
}

/** What an unverified allegation would need, in words. */
export function remainsText(
  why: ReportFinding['why'],
  needs: ReportAllegation['needs']['corroborated'],
  t: Translate,
): string {
  if (why === 'not-checkable') return t('report.finding.remainsNotCheckable');
  if (needs.length === 0) return t('report.finding.remainsNothing');
  return t('report.finding.remainsNeeds', { missing: missingSentences(needs, t) });
}

/** How the evidence of one stance stands. */
export function weightText({ items, counting, origins, met }: ReportWeight, t: Translate): string {
  if (items === 0) return t('report.none');
  const verdict = t(met ? 'report.finding.meets' : 'report.finding.meetsNot');
  return `${t('report.finding.weight', { origins, counting, items })} – ${verdict}`;
}

export function reliabilityText({ reliability }: ReportSourceName, t: Translate): string {
  return t('report.evidence.reliability', { grade: { word: `words.reliabilities.${reliability}` } });
}

/** The numbers of the standard, any one of which is enough. */
export function standardWays(standard: ReportStandard, t: Translate): string[] {
  return (['primary', 'firstHand', 'secondary'] as const).map((way) =>
    t(`report.standard.${way}`, { count: standard[way] }),
  );
}

/** How evidence is counted, whatever the numbers are. */
export function standardRules(t: Translate): string[] {
  const rules = ['origins', 'unknown', 'party', 'locator', 'grades', 'override'];
  return rules.map((rule) => t(`report.standard.rules.${rule}`));
}

/** One sentence for each rule beside the numbers; the last grade of either scale asks for nothing. */
export function standardAsks(standard: ReportStandard, t: Translate): string[] {
  const { authenticated, reliability, credibility, replyIfSerious, secondPerson } = standard;
  const rule = (name: string, isAsked: boolean, grade = ''): string =>
    t(`${isAsked ? 'words.standardRules' : 'report.standard.without'}.${name}`, { grade });
  return [
    rule('authenticated', authenticated),
    rule('reliability', reliability !== 'F', reliability),
    rule('credibility', credibility !== '6', credibility),
    rule('replyIfSerious', replyIfSerious),
    secondPerson === 'never'
      ? t('report.standard.without.secondPerson')
      : t(`words.standardRules.secondPerson${secondPerson === 'always' ? 'Always' : 'Serious'}`),
  ];
}

/** The sections of a report in their order; `report.ID.title` is what each is called, and in HTML each has its id. */
export const SECTIONS = [
  'glance',
  'corrections',
  'since',
  'standard',
  'method',
  'overrides',
  'allegations',
  'unverified',
  'queries',
  'parties',
  'sources',
  'exhibits',
  'documents',
  'history',
] as const;

/** What people say about the method and disclose, in the order it is told. */
export const DISCLOSURES = ['method', 'interests', 'suggestions'] as const;

/** What the report is called: what its cover says, or the case. */
export function reportTitle({ cover, case: { title } }: Report): string {
  return cover.title.trim() === '' ? title : cover.title;
}

/** Which allegations the report is of. `count` is how many it has. */
export function scopeText({ total, refs, words }: ReportScope, t: Translate): string {
  if (refs === null) return t('report.scope.whole', { count: total });
  const chosen = t('report.scope.chosen', { count: refs.length, total });
  return words === '' ? chosen : t('report.scope.chosenAs', { chosen, words });
}

export function changeText(code: ChangeCode, t: Translate): string {
  return t(`report.since.codes.${code}`);
}

/** What belongs to a state wherever it is told; null when nothing does. */
export function qualifications({ why, basis, overridden }: ShortFinding, t: Translate): string | null {
  const parts = [
    whyPhrase(why, t),
    basis === null ? null : t(`words.bases.${basis}`),
    overridden ? t('report.glance.overridden') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(t('words.comma'));
}

/** A published rating in the words of the house, with its number where the scale has them. */
export function ratingText({ label, value, worst, best }: ReportRating, t: Translate): string {
  return value === null || worst === null || best === null
    ? label
    : t('report.rating.onScale', { label, value, worst, best });
}

/** The same sentences come up for every allegation, and finding one is most of the time a long report takes. */
export function remembering(translate: Translate): Translate {
  const said = new Map<string, string>();
  return (key, params) => {
    // Most messages have nothing put into them, and making a text of nothing takes longer than finding one.
    const asked = params === undefined ? key : `${key} ${JSON.stringify(params)}`;
    const known = said.get(asked);
    if (known !== undefined) return known;
    const found = translate(key, params);
    said.set(asked, found);
    return found;
  };
}
