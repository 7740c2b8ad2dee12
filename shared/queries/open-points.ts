import { children, present, type Case } from '../case/case.ts';
import type { Query, Response, Review } from '../case/dealings.ts';
import type { State } from '../case/words.ts';
import type { Missing } from '../standard/assess.ts';
import { agrees, assessAllegation, lacksOf, latestReviews } from '../standard/gate.ts';
import { isOver } from '../text/when.ts';
import { doubtfulAnchors, documentTitles, type DoubtfulAnchor } from './document-view.ts';
import { isAwaited } from './requests.ts';
import { partyName } from './rows.ts';

/** What waits for somebody, over the whole case: the list to begin the day with. */
export interface OpenPoints {
  /** Parties that were asked and have not answered; those whose deadline is over first, then by deadline. */
  requests: {
    responseId: string;
    allegationId: string;
    ref: string;
    party: string;
    contact: string | null;
    askedOn: string | null;
    deadline: string | null;
    overdue: boolean;
    attempts: number;
  }[];
  /** Queries that nobody has decided. */
  queries: Pick<
    Query,
    'id' | 'number' | 'documentId' | 'kind' | 'question' | 'proposed' | 'decider' | 'addedAt'
  >[];
  /** Passages and queries whose place in the newest version of their document nobody has settled. */
  places: DoubtfulPlace[];
  /** Findings that no longer meet the standard. */
  lacking: { allegationId: string; ref: string; state: State; missing: Missing[] }[];
  /** Serious allegations that were not put to those they touch; `parties` are the ones left, if it names any. */
  unasked: { allegationId: string; ref: string; parties: string[] }[];
  /** Allegations on which a second person came to something else. */
  disagreements: { allegationId: string; ref: string; first: OwnFinding; others: OwnFinding[] }[];
  /** How many more of each there are than are listed. */
  left: Record<Section, number>;
}

/** What one person came to. */
type OwnFinding = Pick<Review, 'by' | 'state' | 'basis'>;

/** A passage or query in doubt; `documentId` is the newest version, where it is settled. */
export type DoubtfulPlace = Pick<
  DoubtfulAnchor,
  'kind' | 'id' | 'doubt' | 'exact' | 'documentId' | 'ref' | 'number'
>;

const SECTIONS = ['requests', 'queries', 'places', 'lacking', 'unasked', 'disagreements'] as const;
type Section = (typeof SECTIONS)[number];
type Lists = Pick<OpenPoints, Section>;

/** As many as anybody works through before asking again. Another standard may open every finding of a large case. */
const MOST = 1_000;

/** What is open at `at`, a moment in UTC; of each kind the first `most`. */
export function openPoints(kase: Case, at: string, most = MOST): OpenPoints {
  const lists: Lists = {
    requests: requestsAt(kase, at),
    queries: openQueries(kase),
    places: doubtfulPlaces(kase),
    ...allegationsWith(kase),
  };
  const left = SECTIONS.map((name) => [name, Math.max(0, lists[name].length - most)]);
  return {
    requests: lists.requests.slice(0, most),
    queries: lists.queries.slice(0, most),
    places: lists.places.slice(0, most),
    lacking: lists.lacking.slice(0, most),
    unasked: lists.unasked.slice(0, most),
    disagreements: lists.disagreements.slice(0, most),
    left: Object.fromEntries(left) as OpenPoints['left'],
  };
}

function requestsAt(kase: Case, at: string): OpenPoints['requests'] {
  const requests: OpenPoints['requests'] = [];
  for (const response of present<Response>(kase.records.responses.values())) {
    const allegation = kase.records.allegations.get(response.allegationId);
    if (response.kind !== 'asked' || !allegation || allegation.removed) continue;
    if (!isAwaited(response, present(children(kase, ['responses', 'allegationId'], allegation.id)))) continue;
    const { id, contact, askedOn, deadline, attempts } = response;
    requests.push({
      responseId: id,
      allegationId: allegation.id,
      ref: allegation.ref,
      party: partyName(kase, response.partyId) ?? '',
      contact,
      askedOn,
      deadline,
      overdue: deadline !== null && isOver(deadline, at),
      attempts: attempts.length,
    });
  }
  return requests.sort((a, b) => Number(b.overdue) - Number(a.overdue) || byDeadline(a.deadline, b.deadline));
}

function openQueries(kase: Case): OpenPoints['queries'] {
  const { queries, documents } = kase.records;
  return present<Query>(queries.values()).flatMap((query) => {
    const { id, number, documentId, kind, question, proposed, decider, decision, addedAt } = query;
    if (decision !== null || documents.get(documentId)?.removed !== false) return [];
    return [{ id, number, documentId, kind, question, proposed, decider, addedAt }];
  });
}

function doubtfulPlaces(kase: Case): OpenPoints['places'] {
  return documentTitles(kase).flatMap(({ id: documentId, versions }) =>
    // In a document without another version nothing was ever in doubt.
    versions < 2
      ? []
      : doubtfulAnchors(kase, documentId).map(({ kind, id, doubt, exact, ref, number }) => ({
          kind,
          id,
          doubt,
          exact,
          documentId,
          ref,
          number,
        })),
  );
}

/** What is open about findings: one walk over all allegations. */
function allegationsWith(kase: Case): Pick<OpenPoints, 'lacking' | 'unasked' | 'disagreements'> {
  const lacking: OpenPoints['lacking'] = [];
  const unasked: OpenPoints['unasked'] = [];
  const disagreements: OpenPoints['disagreements'] = [];
  for (const allegation of kase.records.allegations.values()) {
    if (allegation.removed) continue;
    const { id, ref, finding, serious } = allegation;
    const decided = finding.state !== 'unverified';
    const reviews = latestReviews(present<Review>(children(kase, ['reviews', 'allegationId'], id)));
    const others = reviews.filter((review) => !agrees(review, finding));
    if (others.length > 0) {
      disagreements.push({ allegationId: id, ref, first: ownOf(finding), others: others.map(ownOf) });
    }
    if (!decided && !serious) continue;
    const assessments = assessAllegation(kase, allegation);
    if (assessments.unasked) unasked.push({ allegationId: id, ref, parties: assessments.unasked });
    if (!decided || finding.override !== null) continue;
    const missing = lacksOf(kase, allegation, assessments);
    if (missing.length > 0) lacking.push({ allegationId: id, ref, state: finding.state, missing });
  }
  return { lacking, unasked, disagreements };
}

function ownOf({ by, state, basis }: OwnFinding): OwnFinding {
  return { by, state, basis };
}

/** The earlier first, and none last: stored times compare as text, with an instant after the day it is in. */
function byDeadline(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
