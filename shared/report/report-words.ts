import type { Why } from '../case/words.ts';
import { missingSentences } from '../messages/sentences.ts';
import type { Translate } from '../messages/translate.ts';
import type { SentenceParams, Word } from '../queries/history.ts';
import type { DenialBadge } from '../queries/rows.ts';
import { CONTEXT_LENGTH } from '../text/anchor.ts';
import { codePointLength } from '../text/code-points.ts';
import type { ReportAllegation, PassageInDocument } from './report-allegation.ts';
import type { ReportSourceName } from './report-confidential.ts';
import type { Report, ReportScope, ReportStandard } from './report-data.ts';
import type { ReportEvidence, ReportVerdict } from './report-evidence.ts';
import type { ReportRating } from './report-rating.ts';
import type { ChangeCode, ShortFinding } from './report-since.ts';
import type { ReportFinding, ReportWeight } from './report-finding.ts';
import type { ReportResponse } from './report-responses.ts';

/** What every form of a report says alike: words without markup, and what decides which words they are. */

/** A message before it is said: what goes into it, and apart from that what people wrote, which each form marks its way. */
export interface Phrase extends Word {
  params?: SentenceParams;
  /** A list of names is said with commas between them. */
  told?: Readonly<Record<string, string | readonly string[]>>;
}

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

/** How it stands: a corroborated allegation is told as meeting the standard only where it does. */
export function standingOf(finding: ReportAllegation['finding']): string {
  if (finding.state !== 'corroborated') return finding.state;
  if (finding.override !== null) return 'overridden';
  return isLacking(finding) ? 'lacking' : finding.state;
}

/** Whether a finding that was not made against the standard no longer meets it. */
export function isLacking({ lacks, override }: ReportAllegation['finding']): boolean {
  return lacks.length > 0 && override === null;
}

/** Whether a second person came to something else, and has not changed their mind since. */
export function isDisputed(reviews: ReportAllegation['reviews']): boolean {
  return reviews.some(({ agrees, superseded }) => !agrees && !superseded);
}

/** Whether nobody has decided anything yet: the state every allegation starts in. */
export function isUntouched({ why, reason }: ReportFinding): boolean {
  return why === 'not-started' && reason.trim() === '';
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

/** Who alleges it and how it stands, in a sentence. */
export function attribution({ claimant, finding }: Pick<ReportAllegation, 'claimant' | 'finding'>): Phrase {
  const standing = standingOf(finding);
  return claimant === null
    ? { word: `report.allegations.unattributed.${standing}` }
    : { word: `report.allegations.attributed.${standing}`, told: { claimant } };
}

/** What a reader must not miss of one allegation. */
export function flagsOf(
  { unasked, finding, responses }: Pick<ReportAllegation, 'unasked' | 'finding' | 'responses'>,
  t: Translate,
): Phrase[] {
  const flags: Phrase[] = [];
  const lacks = isLacking(finding) ? finding.lacks : [];
  if (lacks.length > 0)
    flags.push({ word: 'report.flags.lacks', params: { missing: missingSentences(lacks, t) } });
  // What the finding lacks says already whom it was not put to.
  if (unasked && !lacks.some(({ code }) => code === 'needs-reply')) {
    flags.push(
      unasked.length === 0
        ? { word: 'report.flags.unaskedAny' }
        : { word: 'report.flags.unasked', told: { parties: unasked } },
    );
  }
  if (finding.basis === 'party' && finding.deniedBy === null) flags.push({ word: 'report.flags.noDenial' });
  const overdue = responses.filter((response) => response.overdue).map(({ party }) => party);
  if (overdue.length > 0) flags.push({ word: 'report.flags.overdue', told: { parties: overdue } });
  return flags;
}

/** Whether the document goes on before and after the context of a passage. */
export function cutOff({ prefix, suffix, start }: PassageInDocument): { before: boolean; after: boolean } {
  return {
    before: start > codePointLength(prefix),
    // A shorter suffix than is usually kept means that the document ends there.
    after: codePointLength(suffix) >= CONTEXT_LENGTH,
  };
}

/** Where an item of evidence is said to come from. */
export function originOf({ origin }: ReportEvidence): Phrase {
  const { type, from, source } = origin;
  if (from !== null) return { word: 'report.evidence.derivedFrom', params: { number: from } };
  if (source !== null) return { word: 'words.origins.derived-source', told: { source } };
  return { word: type === 'derived-source' ? 'report.evidence.derivedFromMissing' : `words.origins.${type}` };
}

/** How a record was authenticated; that it was not is told of primary records, from which it is asked. */
export function authenticationOf({ level, authenticated, authentication }: ReportEvidence): Phrase | null {
  if (!authenticated) return level === 'primary' ? { word: 'report.evidence.notAuthenticated' } : null;
  return authentication === null
    ? { word: 'report.evidence.authenticatedWithheld' }
    : { word: 'report.evidence.authenticated', told: { how: authentication } };
}

/** What an item is worth to the standard, and whether another one of its origin came before it. */
export function verdictOf(verdict: ReportVerdict): [Phrase, ...Phrase[]] {
  if (verdict.counts) {
    const as = { word: `words.countsAs.${verdict.as}` };
    return verdict.sameAs === null
      ? [as]
      : [as, { word: 'words.sameOrigin', params: { number: verdict.sameAs } }];
  }
  const { because } = verdict;
  if (because === 'context') return [{ word: 'report.evidence.contextOnly' }];
  if (because === 'withheld') return [{ word: 'report.evidence.notCountedWithheld' }];
  return [
    { word: 'report.evidence.notCounted', params: { because: { word: `words.notCounted.${because}` } } },
  ];
}

/**
 * What a party answered, in which `at` may be said: a denial says what it denies, so that it is never taken for a
 * denial of more.
 */
export function answerOf({
  kind,
  extent,
  answered,
}: Pick<ReportResponse, 'kind' | 'extent'> & { answered?: boolean }): Word {
  if (answered) return { word: 'report.responses.kinds.answered' };
  return kind === 'denied'
    ? { word: `report.responses.extents.${extent ?? 'all'}` }
    : { word: `report.responses.kinds.${kind}` };
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

/** What a reader must not miss, as messages of `report.flags`, each with the allegations or the queries it is about. */
export function toAttend({ unasked, allegations, overrides, queries }: Report): {
  key: string;
  refs: string[];
  queries: number[];
}[] {
  const refsOf = (found: readonly { ref: string }[]): string[] => found.map(({ ref }) => ref);
  const where = (is: (allegation: ReportAllegation) => boolean): string[] => refsOf(allegations.filter(is));
  const open = queries.flatMap(({ decision, number }) => (decision === null ? [number] : []));
  return [
    { key: 'unaskedList', refs: refsOf(unasked), queries: [] },
    {
      key: 'overdueList',
      refs: where(({ responses }) => responses.some(({ overdue }) => overdue)),
      queries: [],
    },
    { key: 'lacksList', refs: where(({ finding }) => isLacking(finding)), queries: [] },
    { key: 'overridesList', refs: refsOf(overrides), queries: [] },
    { key: 'disputedList', refs: where(({ reviews }) => isDisputed(reviews)), queries: [] },
    { key: 'openQueries', refs: [], queries: open },
  ].filter(({ refs, queries: numbers }) => refs.length + numbers.length > 0);
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
