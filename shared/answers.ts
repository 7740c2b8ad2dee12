import type { Fault } from './events/verify-case.ts';
import type { CaseChange } from './queries/change.ts';
import type { DocumentTitle } from './queries/document-view.ts';
import type { ExhibitRow } from './queries/exhibits.ts';
import type { Overview } from './queries/overview.ts';
import type { ReportFormat } from './report/formats.ts';
import type { ReportStage } from './report/report-wanted.ts';
import type { ClaimReviewAdvice } from './report/report-claim-review.ts';
import type { SaveProblem, OpenedReadOnly } from './problems.ts';

/** What main answers the window with; api.ts says which method answers what. */

export type Theme = 'system' | 'light' | 'dark';

export interface Settings {
  theme: Theme;
  /** The name history shows for what this person does; empty until given. */
  checker: string;
  /** Whether single letters are shortcuts; some ways of speaking to a computer type by accident. */
  plainKeys: boolean;
}

export interface RecentCase {
  path: string;
  title: string;
  /** ISO 8601, UTC. */
  openedAt: string;
}

export interface AppInfo {
  version: string;
  runtime: { electron: string; chromium: string };
  platform: 'linux' | 'darwin' | 'win32';
  language: string;
  settings: Settings;
  recent: RecentCase[];
  /** Whether this window has a case open, for a window that was reloaded. */
  caseOpen: boolean;
}

/** An earlier version of a case. */
export interface Backup {
  /** What to ask for it by. */
  name: string;
  /** When it was made: ISO 8601, UTC. */
  at: string;
  bytes: number;
}

/** A change as a window hears of it: it is already durably on disk. */
export interface SavedChange extends CaseChange {
  /** ISO 8601, UTC. */
  savedAt: string;
}

export interface LoadedCase {
  /** Tells this opening of the case from any other. */
  key: string;
  overview: Overview;
  documents: DocumentTitle[];
  /** The file's name without folder, and the whole path for the tooltip. */
  fileName: string;
  path: string;
  readOnly: OpenedReadOnly | null;
  savedAt: string | null;
  /** Events made before a crash that were brought back when it was opened. */
  recovered: number;
  /** The name under which a journal that did not fit was kept aside; null when there was none. */
  keptAside: string | null;
  /** The name under which the file was kept as an older Stet had written it; null when it was of this format. */
  migrated: string | null;
  /** Names of copies beside it that a sync program made when two computers had changed it. */
  copies: string[];
  /** What verifying it behind the scenes found; null while that goes on. */
  verdict: Verdict | null;
}

/** A file that was written, and of how many sources the vault did not have the identity to search it for. */
export interface WrittenFile {
  path: string;
  unsearched: number;
}

/** An exhibit, and how its file is: `altered` where the size or the hash is not the one that was taken in. */
export interface ExhibitView extends ExhibitRow {
  file: 'there' | 'missing' | 'altered';
}

/** What came of taking files in: the exhibits they are now, and those of them that were there already. */
export interface TakenIn {
  ids: string[];
  known: string[];
}

/** A report that left, durably. */
export interface ReportWritten {
  /** In the order they were asked for. */
  files: { format: ReportFormat; path: string }[];
  /** Where the files of its exhibits are, and how many; null when they were only listed. */
  exhibits: { path: string; count: number } | null;
  /** Its number in the case: R2. Null when it could not be recorded there, and `unrecorded` says why. */
  recorded: number | null;
  unrecorded: SaveProblem | OpenedReadOnly | null;
  /** Of how many confidential sources this computer's vault has no identity, so that it could not be searched for. */
  unsearched: number;
  /** What would be better otherwise in its ClaimReview, if that was written. */
  advice: ClaimReviewAdvice[];
}

/** How far the making of a report is. */
export interface ReportProgress {
  /** From 0 to 1. */
  share: number;
  at: ReportStage;
  /** The form it is at; null where that is all of them. */
  format: ReportFormat | null;
}

/** What came of verifying a case: the first thing that does not hold, or null, over how many events, to which head. */
export interface Verdict {
  fault: Fault | null;
  events: number;
  head: string;
  /** How the files of the exhibits are; null when they were not looked at, as behind the scenes. */
  exhibits: { checked: number; missing: number; altered: number } | null;
}
