import { caseInfo, children, present, refNumber, type Case } from '../case/case.ts';
import type { Evidence, Source } from '../case/evidence.ts';
import type { Query, Relation, Response, Review } from '../case/dealings.ts';
import type { Allegation, Kind } from '../case/records.ts';

/** The fields in which people who check write of their own. */
export const WRITTEN_FIELDS = [
  'title',
  'statement',
  'how',
  'reason',
  'override',
  'notes',
  'authentication',
  'denies',
  'attempt',
  'note',
  'question',
  'proposed',
  'wording',
  'name',
  'interests',
  'coverTitle',
  'method',
  'disclosure',
  'suggestions',
  'claimReviewed',
] as const;
export type WrittenField = (typeof WRITTEN_FIELDS)[number];

/** Where something is written. */
export interface WrittenPlace {
  kind: Kind;
  id: string;
  /** The allegation it belongs to, and its reference; null for what belongs to the case. */
  allegationId: string | null;
  ref: string | null;
  /** `how`, `reason` and `override` of an allegation are those of its quote and its finding; `attempt` is the note of one. */
  field: WrittenField;
  /** Which of the attempts, from 0; null elsewhere. */
  index: number | null;
}

/** What somebody wrote, with what decides how its words are taken. */
export interface Written {
  place: WrittenPlace;
  text: string;
  /** Whether it speaks of something that is denied, and no more than that. */
  ofDenial: boolean;
  /** Whether it gives what somebody alleges or denies, so that verdicts in it are theirs. */
  ofClaim: boolean;
  /** BCP 47, where it is known from elsewhere: a wording for a document is in the document's language. */
  language: string | null;
}

/**
 * What people wrote of their own in the records that a report prints, in the order of a report: the case, each
 * allegation by its reference with all that hangs on it, queries by number, sources. What is in the trash is not in it,
 * nor what is quoted by nature (passages, excerpts, the words of a response), nor names and places, nor what is kept
 * back of a confidential source.
 */
export function* writtenIn(kase: Case): Generator<Written> {
  const { id, title, cover } = caseInfo(kase);
  yield written({ kind: 'case', id, field: 'title' }, title);
  const { title: coverTitle, method, interests: disclosure, suggestions } = cover;
  for (const [field, text] of Object.entries({ coverTitle, method, disclosure, suggestions }))
    yield written({ kind: 'case', id, field: field as WrittenField }, text);
  const allegations = present<Allegation>(kase.records.allegations.values()).sort(
    (a, b) => refNumber(a.ref) - refNumber(b.ref),
  );
  for (const allegation of allegations) yield* writtenOn(kase, allegation);
  yield* queriesIn(kase);
  yield* sourcesUsed(kase, allegations);
}

type Place = Pick<WrittenPlace, 'kind' | 'id' | 'field'> & Partial<WrittenPlace>;

function written(place: Place, text: string, more: Partial<Omit<Written, 'place' | 'text'>> = {}): Written {
  return {
    place: { allegationId: null, ref: null, index: null, ...place },
    text,
    ofDenial: false,
    ofClaim: false,
    language: null,
    ...more,
  };
}

function* writtenOn(kase: Case, allegation: Allegation): Generator<Written> {
  const { id, ref, statement, quote, finding, notes } = allegation;
  const on = { allegationId: id, ref };
  const own = { ...on, kind: 'allegations', id } as const;
  const ofDenial = finding.state === 'denied';
  yield written({ ...own, field: 'statement' }, statement, { ofClaim: true });
  if (quote) yield written({ ...own, field: 'how' }, quote.how);
  const { rating } = allegation;
  if (rating) yield written({ ...own, field: 'claimReviewed' }, rating.claimReviewed, { ofClaim: true });
  yield written({ ...own, field: 'reason' }, finding.reason, { ofDenial });
  if (finding.override !== null) yield written({ ...own, field: 'override' }, finding.override, { ofDenial });
  yield written({ ...own, field: 'notes' }, notes, { ofDenial });
  const evidence = present<Evidence>(children(kase, ['evidence', 'allegationId'], id));
  for (const item of evidence.sort((a, b) => a.number - b.number)) {
    const { authentication, sourceId } = item;
    if (authentication === null || kase.records.sources.get(sourceId)?.confidential) continue;
    yield written({ ...on, kind: 'evidence', id: item.id, field: 'authentication' }, authentication);
  }
  for (const response of present<Response>(children(kase, ['responses', 'allegationId'], id))) {
    const at = { ...on, kind: 'responses', id: response.id } as const;
    const denial = { ofDenial: response.kind === 'denied' };
    if (response.denies !== null)
      yield written({ ...at, field: 'denies' }, response.denies, { ...denial, ofClaim: true });
    for (const [index, { note }] of response.attempts.entries())
      yield written({ ...at, field: 'attempt', index }, note, denial);
  }
  for (const review of present<Review>(children(kase, ['reviews', 'allegationId'], id)))
    yield written({ ...on, kind: 'reviews', id: review.id, field: 'reason' }, review.reason, {
      ofDenial: review.state === 'denied',
    });
  for (const relation of present<Relation>(children(kase, ['relations', 'fromId'], id)))
    if (kase.records.allegations.get(relation.toId)?.removed === false)
      yield written({ ...on, kind: 'relations', id: relation.id, field: 'note' }, relation.note);
}

function* queriesIn(kase: Case): Generator<Written> {
  const { queries, documents, allegations } = kase.records;
  for (const query of present<Query>(queries.values()).sort((a, b) => a.number - b.number)) {
    const document = documents.get(query.documentId);
    if (document?.removed !== false) continue;
    const allegation = query.allegationId === null ? undefined : allegations.get(query.allegationId);
    const on = allegation && !allegation.removed ? { allegationId: allegation.id, ref: allegation.ref } : {};
    const at = { ...on, kind: 'queries', id: query.id } as const;
    const { language } = document;
    yield written({ ...at, field: 'question' }, query.question);
    if (query.proposed !== null) yield written({ ...at, field: 'proposed' }, query.proposed, { language });
    // Mostly the proposal is what is taken: the same words are told of once.
    if (query.wording !== null && query.wording !== query.proposed)
      yield written({ ...at, field: 'wording' }, query.wording, { language });
    if (query.decision !== null) yield written({ ...at, field: 'reason' }, query.reason);
  }
}

/** Sources of what evidence there is, in the order they come up. */
function* sourcesUsed(kase: Case, allegations: readonly Allegation[]): Generator<Written> {
  const used = new Set<string>();
  for (const { id } of allegations) {
    for (const { sourceId, origin } of present<Evidence>(children(kase, ['evidence', 'allegationId'], id))) {
      used.add(sourceId);
      if (origin.type === 'derived-source') used.add(origin.sourceId);
    }
  }
  for (const id of used) {
    const source: Source | undefined = kase.records.sources.get(id);
    if (!source) continue;
    // Of others the name is a name; what a confidential one is called is a description that people agreed on.
    if (source.confidential) yield written({ kind: 'sources', id, field: 'name' }, source.name);
    else yield written({ kind: 'sources', id, field: 'interests' }, source.interests);
  }
}
