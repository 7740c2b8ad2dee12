import type { Extent, Priority, ResponseKind, Stance, Why } from '../case/words.ts';

/** What one party answered to one allegation, as the article reports it. */
interface SampleResponse {
  party: string;
  kind: ResponseKind;
  /** Only for a denial. */
  extent?: Extent;
  /** What it denies, unless that is all of the statement. */
  denies?: string;
  /** The words of the article that hold the answer: its quotation where there is one, its report where not. */
  words: string;
}

/** One allegation of the sample. Every `passage`, `excerpt` and `words` stands in the article exactly once. */
export interface SampleAllegation {
  passage: string;
  statement: string;
  claimant: string | null;
  tags: string[];
  priority?: Priority;
  serious?: boolean;
  notes?: string;
  evidence?: { stance: Stance; excerpt: string }[];
  responses?: SampleResponse[];
  /** Absent while nobody has begun. `denied` rests on the first response. */
  move?: { to: 'unverified'; why: Why; reason: string } | { to: 'denied'; reason: string };
}
