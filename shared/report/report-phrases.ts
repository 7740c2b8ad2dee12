import { missingSentences } from '../messages/sentences.ts';
import type { Translate } from '../messages/translate.ts';
import type { SentenceParams, Word } from '../queries/history.ts';
import type { ReportAllegation } from './report-allegation.ts';
import type { Report } from './report-data.ts';
import type { ReportEvidence, ReportVerdict } from './report-evidence.ts';
import type { ReportFinding } from './report-finding.ts';
import type { ReportResponse } from './report-responses.ts';

/** How things stand, as every form of a report says it: messages before they are said, and what decides which. */

/** A message before it is said: what goes into it, and apart from that what people wrote, which each form marks its way. */
export interface Phrase extends Word {
  params?: SentenceParams;
  /** A list of names is said with commas between them. */
  told?: Readonly<Record<string, string | readonly string[]>>;
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
