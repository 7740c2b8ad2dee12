import type { Evidence, Source } from '../case/evidence.ts';
import { DEFAULT_STANDARD, type Standard } from '../case/standard.ts';
import type { AssessmentInput } from '../standard/assess.ts';

/** For tests only: evidence items and sources by themselves, without a case around them. */

export type Item = Partial<Evidence> & { id: string };

/** An evidence item that counts as a first-hand source named like itself, unless told otherwise. */
export function item(fields: Item, at = 0): Evidence {
  return {
    number: at + 1,
    allegationId: 'allegation',
    sourceId: `source of ${fields.id}`,
    exhibitId: null,
    stance: 'supports',
    excerpt: '',
    locator: 'page 1',
    level: 'secondary',
    authentication: null,
    credibility: '6',
    origin: { type: 'first-hand' },
    publishedOn: null,
    accessedOn: null,
    address: null,
    addedAt: '2026-11-23T14:00:00Z',
    removed: false,
    ...fields,
  };
}

/** An authenticated primary record: enough on its own for the default standard. */
export const primary = (fields: Item): Item => ({
  level: 'primary',
  authentication: 'seen in the register itself',
  ...fields,
});

/** The origin of what is derived from another item. */
export const from = (evidenceId: string): Evidence['origin'] => ({ type: 'derived', evidenceId });

/** The origin of what is derived from what a source has first-hand. */
export const fromSource = (sourceId: string): Evidence['origin'] => ({ type: 'derived-source', sourceId });

/**
 * Sources by what they are called: `X of the claimant` belongs to the claimant, `X of the touched` to a party that the
 * allegation touches, `missing` is not there, and `X (B)` is graded B. All others belong to somebody else, ungraded.
 */
export function sourceCalled(id: string): Source | undefined {
  if (id === 'missing') return undefined;
  const partyId = id.endsWith('of the claimant')
    ? 'claimant'
    : id.endsWith('of the touched')
      ? 'touched'
      : null;
  const grade = /\((\w)\)$/.exec(id)?.[1] ?? 'F';
  return {
    id,
    name: id,
    kind: 'other',
    partyId,
    interests: '',
    reliability: grade as Source['reliability'],
    confidential: false,
    commitment: null,
    erasedAt: null,
    mergedIntoId: null,
    removed: false,
  };
}

/** What assess() is asked about these items, under a standard that differs from the default in what is given. */
export function inputOf(evidence: readonly Evidence[], standard: Partial<Standard> = {}): AssessmentInput {
  return {
    evidence,
    sourceOf: sourceCalled,
    standard: { ...DEFAULT_STANDARD, ...standard },
    touchedPartyIds: new Set(['claimant', 'touched']),
  };
}
