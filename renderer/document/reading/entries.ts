import { STATES } from '../../../shared/case/words.ts';
import type { DocumentPassage, DocumentView } from '../../../shared/queries/document-view.ts';
import type { Positions } from '../../../shared/reading/positions.ts';
import type { Account, Cover } from './use-account.ts';

/** What the list beside the text can list: by state, by what else was said of words, or by what is left to do. */
export const LISTINGS = ['marked', ...STATES, 'doubt', 'opinion', 'nothing', 'partly', 'untouched'] as const;
export type Listing = (typeof LISTINGS)[number];

/** A place in the text, in UTF-16 units, and why it is listed. */
export type Entry = { key: string; from: number; to: number } & (
  { passage: DocumentPassage } | { mark: 'opinion' | 'nothing' } | { cover: NonNullable<Cover> }
);

/** The places of a kind in reading order. */
export function entriesOf(
  listing: Listing,
  view: Pick<DocumentView, 'passages' | 'marks'>,
  account: Account | null,
  positions: Positions,
): Entry[] {
  if (listing === 'partly' || listing === 'untouched') {
    return (account?.sentences ?? []).flatMap(({ from, to }, index): Entry[] =>
      account?.coverage.sentences[index] === listing ? [{ key: `s${index}`, from, to, cover: listing }] : [],
    );
  }
  const at = ({ start, end }: { start: number; end: number }) => ({
    from: positions.toUnits(start),
    to: positions.toUnits(end),
  });
  const passages = view.passages
    .filter(
      ({ state, doubt }) =>
        listing === 'marked' || listing === state || (listing === 'doubt' && doubt !== null),
    )
    .map((passage): Entry => ({ key: passage.passageId, ...at(passage), passage }));
  const marks = view.marks.flatMap((mark): Entry[] =>
    mark.kind !== 'dismissed' && (listing === 'marked' || listing === mark.kind)
      ? [{ key: mark.id, ...at(mark), mark: mark.kind }]
      : [],
  );
  return [...passages, ...marks].sort((a, b) => a.from - b.from || a.to - b.to);
}
