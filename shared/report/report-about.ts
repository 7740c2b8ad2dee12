import type { Case } from '../case/case.ts';
import type { Allegation } from '../case/records.ts';
import type { Edition } from '../case/words.ts';

/** What a report has to be told: it reads no clock and no disk. */
export interface ReportAbout {
  edition: Edition;
  at: string;
  preparedBy: string;
  fileSha256: string | null;
  appVersion: string;
  scope: Scope;
}

/** Which allegations a report is of: those with these references, chosen as the words say; all for null. */
export interface Scope {
  refs: readonly string[] | null;
  /** How they were chosen, in the words of who chose; empty when nothing is to be said. */
  words: string;
}

export const WHOLE: Scope = { refs: null, words: '' };

/** What the parts of a report are told from. */
export interface Telling {
  kase: Case;
  edition: Edition;
  /** When the report is made, in UTC. */
  at: string;
  /** Whether an allegation is in the report. */
  isIn: (allegation: Allegation) => boolean;
  /** Whether it is of all there are. */
  isWhole: boolean;
  /** The files that are kept back (report-confidential.ts), by their hashes. */
  withheld: ReadonlySet<string>;
  /** The documents that are kept back, by their ids. */
  withheldDocuments: Pick<ReadonlySet<string>, 'has'>;
  /** Where each rating is published (publishing/review-addresses.ts), by reference: the same whatever the scope. */
  addresses: ReadonlyMap<string, string>;
}
