import { children, present, type Case } from '../case/case.ts';
import type { Source } from '../case/evidence.ts';
import type { Stance, State } from '../case/words.ts';
import type { ItemVerdict } from '../standard/assess.ts';
import { assessAllegation } from '../standard/gate.ts';
import { historyOf, type HistoryLine } from './history.ts';
import { partyName } from './rows.ts';
import { sourceName } from './source-name.ts';

/** A source as the list of sources shows it. */
export interface SourceRow extends Pick<
  Source,
  'id' | 'name' | 'kind' | 'reliability' | 'confidential' | 'interests'
> {
  party: string | null;
  /** Evidence items from it, and the allegations they are on. */
  evidence: number;
  allegations: number;
}

/** One use of a source: an evidence item on an allegation. */
export interface SourceUse {
  allegationId: string;
  ref: string;
  statement: string;
  state: State;
  number: number;
  stance: Stance;
  /** Whether it counts to the standard and why not; null for context, which is not held against it. */
  verdict: ItemVerdict | null;
}

export interface SourceDetails {
  source: Source;
  party: string | null;
  uses: SourceUse[];
  /** Records that turned out to be this same source. */
  merged: { id: string; name: string }[];
  /** Its history and that of the records merged into it, newest first. */
  history: HistoryLine[];
}

/** All sources of a case, in the order they came. */
export function sourceRows(kase: Case): SourceRow[] {
  return present<Source>(kase.records.sources.values()).map((source) => {
    const items = present(children(kase, ['evidence', 'sourceId'], source.id));
    const { id, name, kind, reliability, confidential, interests } = source;
    return {
      id,
      name,
      kind,
      reliability,
      confidential,
      interests,
      party: partyName(kase, source.partyId),
      evidence: items.length,
      allegations: new Set(items.map(({ allegationId }) => allegationId)).size,
    };
  });
}

/** Everything about one source, or null when there is none of that id or it is no more by itself. */
export function sourceDetails(kase: Case, id: string): SourceDetails | null {
  const source = kase.records.sources.get(id);
  if (!source || source.removed) return null;
  const verdicts = new Map<string, Map<string, ItemVerdict>>();
  const verdictOn = (allegationId: string, evidenceId: string): ItemVerdict | null => {
    let known = verdicts.get(allegationId);
    const allegation = kase.records.allegations.get(allegationId);
    if (!known && allegation) {
      const { supports, contradicts } = assessAllegation(kase, allegation);
      known = new Map([...supports.items, ...contradicts.items].map((each) => [each.evidenceId, each]));
      verdicts.set(allegationId, known);
    }
    return known?.get(evidenceId) ?? null;
  };
  const uses = present(children(kase, ['evidence', 'sourceId'], id)).flatMap((item): SourceUse[] => {
    const allegation = kase.records.allegations.get(item.allegationId);
    if (!allegation || allegation.removed) return [];
    return [
      {
        allegationId: allegation.id,
        ref: allegation.ref,
        statement: allegation.statement,
        state: allegation.finding.state,
        number: item.number,
        stance: item.stance,
        verdict: verdictOn(allegation.id, item.id),
      },
    ];
  });
  return {
    source,
    party: partyName(kase, source.partyId),
    uses,
    merged: children(kase, ['sources', 'mergedIntoId'], id).map((merged) => ({
      id: merged.id,
      name: sourceName(kase, merged),
    })),
    history: historyOf(kase, { sourceId: id }),
  };
}
