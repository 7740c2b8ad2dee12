import type { Case } from '../case/case.ts';
import { newestVersion } from '../case/versions.ts';
import { sliceByCodePoints } from '../text/code-points.ts';
import { reanchor } from '../text/reanchor.ts';

/** A place in the newest version of a document where an anchor may stand, with the words there. */
export interface AnchorCandidate {
  documentId: string;
  start: number;
  end: number;
  words: string;
  /** From 0 to 1, 1 for the very words with their surroundings. */
  closeness: number;
}

/** Where a passage or query that is in doubt may stand now, the closest first; none for one that is not in doubt. */
export function anchorCandidates(kase: Case, kind: 'passages' | 'queries', id: string): AnchorCandidate[] {
  const anchored = kase.records[kind].get(id);
  if (!anchored || anchored.removed || anchored.doubt === null) return [];
  const newest = newestVersion(kase, anchored.documentId);
  if (!newest) return [];
  const [found] = reanchor(
    newest.text,
    [anchored.selector],
    [kase.records.documents.get(anchored.documentId)?.text ?? null],
  );
  return (found?.candidates ?? [])
    .map(({ start, end, closeness }) => ({
      documentId: newest.id,
      start,
      end,
      words: sliceByCodePoints(newest.text, start, end),
      closeness,
    }))
    .sort((a, b) => b.closeness - a.closeness);
}
