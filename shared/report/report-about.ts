import type { Case } from '../case/case.ts';
import type { Edition } from './editions.ts';

/** What a report has to be told: it reads no clock and no disk. */
export interface ReportAbout {
  edition: Edition;
  at: string;
  preparedBy: string;
  fileSha256: string | null;
  appVersion: string;
}

/** What the parts of a report are told from. */
export interface Telling {
  kase: Case;
  edition: Edition;
  /** When the report is made, in UTC. */
  at: string;
  /** The files that are kept back (report-confidential.ts), by their hashes. */
  withheld: ReadonlySet<string>;
}
