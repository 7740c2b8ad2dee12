import { children, present } from '../case/case.ts';
import type { Evidence, Origin } from '../case/evidence.ts';
import type { Allegation } from '../case/records.ts';
import type { Credibility, Level, Stance } from '../case/words.ts';
import type { CountsAs, ItemVerdict, NotCounted } from '../standard/assess.ts';
import { assessAllegation, evidenceInput, type Assessments } from '../standard/gate.ts';
import type { Telling } from './report-about.ts';
import {
  exhibitTold,
  givesAway,
  sourceTold,
  type ReportExhibitName,
  type ReportSourceName,
} from './report-confidential.ts';

/** An allegation held against the standard, with its evidence by number, and which of it this edition lists. */
export interface Examined {
  allegation: Allegation;
  assessments: Assessments;
  evidence: readonly Evidence[];
  shown: readonly Evidence[];
}

export interface ReportEvidence extends ReportPlace {
  number: number;
  stance: Stance;
  source: ReportSourceName | null;
  level: Level;
  excerpt: string;
  /** Whether it is said how a record was authenticated; `authentication` is null where that is kept back. */
  authenticated: boolean;
  authentication: string | null;
  /** Of this information, apart from the reliability of its source. */
  credibility: Credibility;
  /** `from` is the number of the item it is derived from, where that is still in the case; `source` that of no item. */
  origin: { type: Origin['type']; from: number | null; source: string | null };
  verdict: ReportVerdict;
}

/** What is needed to find an item again, or as much of it as may be told. */
export interface ReportPlace {
  locator: string | null;
  publishedOn: string | null;
  accessedOn: string | null;
  address: string | null;
  exhibit: ReportExhibitName | null;
}

/**
 * What an item counts as, and the number of the item it shares its origin with, so that it adds none; or why it does
 * not count. `withheld`: the reason would give a confidential source away.
 */
export type ReportVerdict =
  | { counts: true; as: CountsAs; sameAs: number | null }
  | { counts: false; because: NotCounted | 'context' | 'withheld' };

/** Holds an allegation against the standard and chooses what the edition lists of its evidence. */
export function examined({ kase, edition }: Telling, allegation: Allegation): Examined {
  const assessments = assessAllegation(kase, allegation);
  const evidence = present<Evidence>(children(kase, ['evidence', 'allegationId'], allegation.id)).sort(
    (a, b) => a.number - b.number,
  );
  const shown =
    edition === 'checking' ? evidence : restedOn(evidence, allegation.finding.evidenceIds, assessments);
  return { allegation, assessments, evidence, shown };
}

/**
 * The items a finding rests on, with those they are derived from and those that they share an origin with: without
 * them it could not be told where they come from and what they add.
 */
function restedOn(
  evidence: readonly Evidence[],
  ids: readonly string[],
  { supports, contradicts }: Assessments,
): Evidence[] {
  const byId = new Map(evidence.map((item) => [item.id, item]));
  const sameAs = new Map(
    [...supports.items, ...contradicts.items].map((item) => [
      item.evidenceId,
      item.counts ? item.sameAs : null,
    ]),
  );
  const kept = new Set<string>();
  const left = [...ids];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const item = byId.get(id);
    if (!item || kept.has(id)) continue;
    kept.add(id);
    if (item.origin.type === 'derived') left.push(item.origin.evidenceId);
    left.push(sameAs.get(id) ?? id);
  }
  return evidence.filter(({ id }) => kept.has(id));
}

/** The evidence that the edition lists, with what each item is worth to the standard. */
export function evidenceTold(telling: Telling, { allegation, assessments, evidence, shown }: Examined) {
  const { kase } = telling;
  const numbers = new Map(evidence.map(({ id, number }) => [id, number]));
  const verdicts = new Map<string, ItemVerdict>(
    [...assessments.supports.items, ...assessments.contradicts.items].map((item) => [item.evidenceId, item]),
  );
  const { touchedPartyIds } = evidenceInput(kase, allegation);
  const verdictOf = (item: Evidence): ReportVerdict => {
    const verdict = verdicts.get(item.id);
    // Only what supports or contradicts is held against the standard.
    if (!verdict) return { counts: false, because: 'context' };
    if (verdict.counts) {
      const { as, sameAs } = verdict;
      return { counts: true, as, sameAs: sameAs === null ? null : (numbers.get(sameAs) ?? null) };
    }
    const { because } = verdict;
    const secret = because === 'touched-party' && givesAway(kase, item, touchedPartyIds);
    return { counts: false, because: secret ? 'withheld' : because };
  };
  return shown.map((item): ReportEvidence => {
    const { number, stance, level, excerpt, credibility, origin, authentication } = item;
    const source = sourceTold(kase, item.sourceId);
    return {
      number,
      stance,
      source,
      level,
      excerpt,
      ...placeOf(telling, item),
      authenticated: (authentication ?? '').trim() !== '',
      authentication: source?.confidential ? null : authentication,
      credibility,
      origin: {
        type: origin.type,
        from: origin.type === 'derived' ? (numbers.get(origin.evidenceId) ?? null) : null,
        source: origin.type === 'derived-source' ? (sourceTold(kase, origin.sourceId)?.name ?? null) : null,
      },
      verdict: verdictOf(item),
    };
  });
}

/** Where an item is to be found. The address of what came confidentially is kept back with its exhibit. */
export function placeOf(telling: Telling, item: Evidence): ReportPlace {
  const { locator, publishedOn, accessedOn, address, sourceId, exhibitId } = item;
  const exhibit = exhibitTold(telling, exhibitId);
  const secret = telling.kase.records.sources.get(sourceId)?.confidential || exhibit?.withheld;
  return { locator, publishedOn, accessedOn, address: secret ? null : address, exhibit };
}
