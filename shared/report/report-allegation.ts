import { children, present, type Case } from '../case/case.ts';
import type { Allegation, Evidence, Response } from '../case/records.ts';
import type { Extent, Level, Priority, ResponseKind, SourceKind, Stance } from '../case/words.ts';
import { partyName } from '../queries/rows.ts';
import type { CountsAs, ItemVerdict, Missing, NotCounted } from '../standard/assess.ts';
import { assessAllegation, missingFor } from '../standard/gate.ts';
import type { Edition } from './editions.ts';
import {
  earlierFindings,
  reportFinding,
  weightOf,
  type EarlierFinding,
  type ReportFinding,
  type ReportWeight,
} from './report-finding.ts';

/** One allegation as a report tells of it: data only, words as codes; dates as precise as they are known. */
export interface ReportAllegation {
  ref: string;
  statement: string;
  claimant: string | null;
  saidOn: string | null;
  saidWhere: string | null;
  serious: boolean;
  /** Serious, and neither a response nor an attempt to get one is recorded. */
  unanswered: boolean;
  passages: ReportPassage[];
  finding: ReportFinding;
  /** How all the evidence stands, whether or not this edition lists every item. */
  evidenceFor: ReportWeight;
  evidenceAgainst: ReportWeight;
  /** What the standard still asks for before each move that depends on evidence alone; empty means it is open. */
  needs: { corroborated: Missing[]; deniedByEvidence: Missing[] };
  evidence: ReportEvidence[];
  responses: ReportResponse[];
  /** What belongs to the work and not to its outcome; null in the checked edition. */
  work: ReportWork | null;
}

/** A quoted passage; `start` and `end` count Unicode code points of the text that `documentSha256` names. */
export interface ReportPassage {
  documentTitle: string;
  documentSha256: string;
  prefix: string;
  exact: string;
  suffix: string;
  start: number;
  end: number;
}

export type ReportVerdict =
  { counts: true; as: CountsAs } | { counts: false; because: NotCounted | 'context' };

export interface ReportEvidence {
  number: number;
  stance: Stance;
  source: { name: string; kind: SourceKind; party: string | null } | null;
  level: Level;
  excerpt: string;
  locator: string | null;
  /** `from` is the number of the item it is derived from, where that is still in the case. */
  origin: { type: 'first-hand' | 'derived' | 'unknown'; from: number | null };
  publishedOn: string | null;
  accessedOn: string | null;
  address: string | null;
  verdict: ReportVerdict;
}

export interface ReportResponse {
  party: string;
  kind: ResponseKind;
  /** Only for a denial. */
  extent: Extent | null;
  words: string;
  on: string | null;
  channel: string | null;
  address: string | null;
}

export interface ReportWork {
  priority: Priority;
  tags: string[];
  assignee: string | null;
  notes: string;
  earlier: EarlierFinding[];
}

export function reportAllegation(kase: Case, allegation: Allegation, edition: Edition): ReportAllegation {
  const assessments = assessAllegation(kase, allegation);
  const evidence = present(children(kase, ['evidence', 'allegationId'], allegation.id)).sort(
    (a, b) => a.number - b.number,
  );
  const responses = present(children(kase, ['responses', 'allegationId'], allegation.id));
  const { finding } = allegation;
  const numbers = new Map(evidence.map(({ id, number }) => [id, number]));
  const verdicts = new Map<string, ItemVerdict>(
    [...assessments.supports.items, ...assessments.contradicts.items].map((item) => [item.evidenceId, item]),
  );
  const shown = edition === 'checking' ? evidence : restedOn(evidence, finding.evidenceIds);
  return {
    ref: allegation.ref,
    statement: allegation.statement,
    claimant: partyName(kase, allegation.claimantId),
    saidOn: allegation.saidOn,
    saidWhere: allegation.saidWhere,
    serious: allegation.serious,
    unanswered: allegation.serious && responses.length === 0,
    passages: passagesOf(kase, allegation),
    finding: reportFinding(kase, finding, assessments, numbers),
    evidenceFor: weightOf(assessments.supports),
    evidenceAgainst: weightOf(assessments.contradicts),
    needs: {
      corroborated: missingFor(assessments, { to: 'corroborated' }),
      deniedByEvidence: missingFor(assessments, { to: 'denied', basis: 'evidence' }),
    },
    evidence: shown.map((item) => evidenceOf(kase, item, numbers, verdicts.get(item.id))),
    responses: responses.map((response) => responseOf(kase, response)),
    work:
      edition === 'checking'
        ? {
            priority: allegation.priority,
            tags: [...allegation.tags],
            assignee: allegation.assignee,
            notes: allegation.notes,
            earlier: earlierFindings(kase, allegation),
          }
        : null,
  };
}

/** The items a finding rests on, with those they are derived from: without them their origin could not be told. */
function restedOn(evidence: readonly Evidence[], ids: readonly string[]): Evidence[] {
  const byId = new Map(evidence.map((item) => [item.id, item]));
  const kept = new Set<string>();
  for (const id of ids) {
    for (let item = byId.get(id); item && !kept.has(item.id);) {
      kept.add(item.id);
      item = item.origin.type === 'derived' ? byId.get(item.origin.evidenceId) : undefined;
    }
  }
  return evidence.filter(({ id }) => kept.has(id));
}

function passagesOf(kase: Case, allegation: Allegation): ReportPassage[] {
  return present(children(kase, ['passages', 'allegationId'], allegation.id)).map((passage) => {
    const [{ exact, prefix, suffix }, { start, end }] = passage.selector;
    return {
      documentTitle: kase.records.documents.get(passage.documentId)?.title ?? '',
      documentSha256: passage.documentSha256,
      prefix,
      exact,
      suffix,
      start,
      end,
    };
  });
}

function evidenceOf(
  kase: Case,
  item: Evidence,
  numbers: ReadonlyMap<string, number>,
  verdict: ItemVerdict | undefined,
): ReportEvidence {
  const source = kase.records.sources.get(item.sourceId);
  const { number, stance, level, excerpt, locator, origin, publishedOn, accessedOn, address } = item;
  return {
    number,
    stance,
    source: source ? { name: source.name, kind: source.kind, party: partyName(kase, source.partyId) } : null,
    level,
    excerpt,
    locator,
    origin: {
      type: origin.type,
      from: origin.type === 'derived' ? (numbers.get(origin.evidenceId) ?? null) : null,
    },
    publishedOn,
    accessedOn,
    address,
    verdict: verdictOf(verdict),
  };
}

function verdictOf(verdict: ItemVerdict | undefined): ReportVerdict {
  // Only what supports or contradicts is held against the standard.
  if (!verdict) return { counts: false, because: 'context' };
  return verdict.counts ? { counts: true, as: verdict.as } : { counts: false, because: verdict.because };
}

function responseOf(kase: Case, response: Response): ReportResponse {
  const { kind, extent, words, on, channel, address } = response;
  return { party: partyName(kase, response.partyId) ?? '', kind, extent, words, on, channel, address };
}
