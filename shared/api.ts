import { z } from 'zod';
import { commandSchema } from './commands/index.ts';
import type { Refusal } from './commands/command.ts';
import type { OpenProblem } from './migrations/open-case.ts';
import type { Fault } from './events/verify-case.ts';
import type { CaseChange } from './queries/change.ts';
import type { AllegationDetails } from './queries/details.ts';
import type { AnchorCandidate } from './queries/anchor-candidates.ts';
import type { ChangedText } from './queries/changed-text.ts';
import type { DocumentTitle, DocumentView } from './queries/document-view.ts';
import type { ExhibitRow } from './queries/exhibits.ts';
import type { HistoryLine } from './queries/history.ts';
import type { OpenPoints } from './queries/open-points.ts';
import type { OriginGraph } from './queries/origin-graph.ts';
import type { Names, Overview } from './queries/overview.ts';
import type { ReportState } from './queries/report-state.ts';
import type { SourceDetails, SourceRow } from './queries/sources-view.ts';
import type { TrashItem } from './queries/trash.ts';
import type { Result } from './result.ts';
import { ANNOTATED_FORMATS, REPORT_FORMATS, type ReportFormat } from './report/formats.ts';
import { EXHIBITS_GO, reportWantedSchema, type ReportStage } from './report/report-wanted.ts';
import type { ReportReadProblem } from './report/read-report.ts';
import type { ReportVerdict } from './report/verify-report.ts';
import { identitySchema, protectedNamesSchema, type Identity, type ProtectedNames } from './case/identity.ts';
import type { ProtectedFound } from './protection/protected-found.ts';
import type { FormProblem } from './report/form-problem.ts';
import type { ClaimReviewAdvice } from './report/report-claim-review.ts';
import { idSchema } from './case/ids.ts';
import { EXHIBIT_KINDS } from './case/words.ts';

/**
 * The contract between the window and the main process: each method with the schema of its input and, in `Outputs`,
 * the type of its answer. electron/ipc.ts parses every input with these schemas; electron/preload.ts and
 * renderer/api.ts are checked against the types. Expected failures are values.
 */
export const INPUTS = {
  /** What the window needs before any case is open. */
  appInfo: z.undefined(),
  /** The window hears from now on what main tells it; what was told before is told now. */
  listening: z.undefined(),
  setSettings: z.object({
    theme: z.enum(['system', 'light', 'dark']).optional(),
    checker: z.string().max(300).optional(),
    plainKeys: z.boolean().optional(),
  }),
  newCase: z.object({ title: z.string().max(300) }),
  /** Asks for a file with the system's dialog. */
  openCase: z.undefined(),
  /** One of the cases that ship with Stet (samples/index.ts). */
  openSample: z.object({ id: z.string().max(60) }),
  /** A recent case, or a file dropped on the window: a case is opened, an article becomes a document. */
  openPath: z.object({ path: z.string().min(1).max(4096) }),
  closeCase: z.undefined(),
  /** What was being written in a field is in the case now, or stays in the window because it cannot be. */
  settled: z.undefined(),
  /** Ends an opening that takes long; what this window showed before stays. */
  cancelOpening: z.undefined(),
  /** Asks where to, writes the case there, and goes on with that file; the one before stays as it is. */
  saveAs: z.undefined(),
  /** Writes a copy beside the case file and opens it in a new window. */
  duplicate: z.undefined(),
  /** Earlier versions of this window's case, the newest first. */
  backups: z.undefined(),
  /** Opens an earlier version in a new window, for looking. */
  showBackup: z.object({ name: z.string().max(100) }),
  /** Puts an earlier version in the place of the case, which is kept beside it as it is now. */
  restoreBackup: z.object({ name: z.string().max(100) }),
  /** Puts the last backup in the place of the file that could not be opened just now, which is kept beside it. */
  openBackup: z.undefined(),
  /** A person decided that whoever holds the lock of this window's case is gone. */
  takeOver: z.undefined(),
  /**
   * Something else changed the file of this window's case. `mine`: this version stays, the other is kept beside it.
   * `theirs`: the other is opened, this one is kept beside it. `both`: this one goes on under a name of its own.
   */
  settleOutside: z.object({ keep: z.enum(['mine', 'theirs', 'both']) }),
  /** What is open, without its rows; asked once, kept up to date by changes. */
  loadCase: z.undefined(),
  /** The next rows since loadCase() was asked, until none are left: all of a large case at once would hold everybody. */
  moreRows: z.undefined(),
  details: z.object({ id: idSchema }),
  document: z.object({ id: idSchema }),
  names: z.undefined(),
  trash: z.undefined(),
  sources: z.undefined(),
  source: z.object({ id: idSchema }),
  /** Of one allegation, or of the whole case. */
  originGraph: z.object({ allegationId: idSchema.nullable() }),
  /** What waits for somebody, as of now. */
  openPoints: z.undefined(),
  /** The text of a document as the decisions on its queries have it. */
  changedText: z.object({ id: idSchema }),
  /** Asks where to, then writes that text there. */
  saveChangedText: z.object({ id: idSchema }),
  /** Who a confidential source is, from the vault. */
  identity: z.object({ sourceId: idSchema }),
  /** Puts who a confidential source is into the vault, and a commitment to it into the case. */
  keepIdentity: z.object({ sourceId: idSchema, identity: identitySchema }),
  /** Erases who a confidential source is from the vault, for good. The window has asked before. */
  eraseIdentity: z.object({ sourceId: idSchema }),
  /** Which names beside those of sources must be in no file that leaves, from the vault. */
  protectedNames: z.undefined(),
  /** Puts those names into the vault, in the place of those before. The window has asked before it leaves any out. */
  setProtectedNames: protectedNamesSchema,
  /** The exhibits, and whether their files are where they should be. */
  exhibits: z.undefined(),
  /** Asks for files with the system's dialog and takes them in. */
  addExhibits: z.undefined(),
  /** Takes in files that were dropped on the window. */
  addExhibitFiles: z.object({ paths: z.array(z.string().min(1).max(4096)).min(1).max(1000) }),
  /** Takes in what was pasted or written in the window: a picture, a text, the notes of a call. */
  pasteExhibit: z.object({
    title: z.string().max(300),
    kind: z.enum(EXHIBIT_KINDS),
    bytes: z.instanceof(Uint8Array),
  }),
  /** Ends the taking in of files; what was taken in whole stays, nothing half-stored does. */
  cancelExhibits: z.undefined(),
  /** Shows an exhibit in a window of its own, as far as that is safe. */
  openExhibit: z.object({ id: idSchema }),
  /** Recomputes the hash of every exhibit. */
  checkExhibits: z.undefined(),
  /** Asks for a folder and looks there for the files of missing and altered exhibits, by their hashes. */
  findExhibits: z.undefined(),
  history: z.object({ before: idSchema.optional(), limit: z.int().min(1).max(500) }),
  verify: z.undefined(),
  /** The one way to change a case. */
  run: commandSchema,
  /** Asks for files with the system's dialog and adds them as documents, or one as a new version of a document. */
  importDocuments: z.object({ previousId: idSchema.nullable() }),
  /** Adds what was pasted with its formatting. */
  pasteDocument: z.object({
    html: z.string().max(50_000_000),
    title: z.string().max(300).nullable(),
    previousId: idSchema.nullable(),
  }),
  /** Where a passage or query that is in doubt may stand in the newest version of its document. */
  anchorCandidates: z.object({ kind: z.enum(['passages', 'queries']), id: idSchema }),
  /** What a report of these allegations, or of all for null, still lacks; its cover, and the reports that left before. */
  reportState: reportWantedSchema.shape.scope
    .pick({ refs: true })
    .extend(reportWantedSchema.pick({ language: true }).shape),
  /**
   * Asks where to (one form: under which name; several: in which folder), then makes the report, writes every form of it
   * there or none, and records in the case that it left. `attached`: with the files of the exhibits that it lists.
   */
  exportReport: z.object({
    ...reportWantedSchema.shape,
    formats: z.array(z.enum(REPORT_FORMATS)).min(1).max(REPORT_FORMATS.length),
    exhibits: z.enum(EXHIBITS_GO),
  }),
  /** Ends the making of a report in this window, be it for a file or for paper; nothing of it is left. */
  cancelReport: z.undefined(),
  /**
   * Makes the pages of a report for looking at, behind whatever else goes on. A newer one ends it. The address it answers
   * leads to them until the next one is asked for or the case is closed.
   */
  preparePreview: reportWantedSchema,
  /** Shows the system's dialog for printing those same pages on paper. Nothing is recorded: no file left. */
  printReport: reportWantedSchema,
  /** Asks for a report in JSON and answers whether the history of this case gives that very report. */
  verifyReport: z.undefined(),
  /**
   * Asks for the file of a key with the system's dialog and signs a report with it; only one this session wrote. May wait
   * for a person to type a passphrase or to touch a hardware key.
   */
  signReport: z.object({ path: z.string().min(1).max(4096) }),
  /** Ends the signing this window asked for; nothing is written then. */
  cancelSigning: z.undefined(),
  /** Asks where to, then writes a document there with its passages marked and numbered and the queries on it. */
  exportDocument: z.object({
    id: idSchema,
    format: z.enum(ANNOTATED_FORMATS),
    ...reportWantedSchema.pick({ edition: true, language: true }).shape,
  }),
  /** Opens an address in the system's browser, after asking; only https: and mailto:. */
  openAddress: z.object({ address: z.string().max(2000) }),
  /** Shows a written file in the system's file manager; only one this session wrote. */
  showFile: z.object({ path: z.string().max(4096) }),
} as const;

export type Method = keyof typeof INPUTS;
export type Input<M extends Method> = z.infer<(typeof INPUTS)[M]>;

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

/** Something about a file went wrong. `messages/<language>/problems.json` has the sentence for each code. */
export type FileProblem =
  | OpenProblem
  | { code: 'file-missing' }
  | { code: 'not-a-file' }
  | { code: 'no-permission' }
  | { code: 'not-text' }
  | { code: 'too-large'; limitMegabytes: number }
  /** Too large to be read in any layout but the one Stet writes, and this line, from 1, is not in it. */
  | { code: 'unreadable-line'; line: number }
  /** A person ended the opening. */
  | { code: 'cancelled' }
  | { code: 'already-exists' }
  | { code: 'not-a-document' }
  | ParsingProblem
  | { code: 'read-failed'; detail: string };

/**
 * Why the text of a file could not be read out of it. It happens in a window of its own, which is gone, with all it had of
 * the file: nothing is left behind.
 */
export type ParsingProblem =
  | { code: 'password-needed' }
  | { code: 'damaged-document' }
  /** It is empty, or its pages are pictures. */
  | { code: 'no-text-in-it' }
  | { code: 'too-much-text'; limitMillions: number }
  /** What is packed in it is far larger than it is itself. */
  | { code: 'expands-too-much' }
  | { code: 'took-too-long' }
  | { code: 'reader-crashed' };

/** Why something could not be saved. What was typed is still in the form; the file is as it was. */
export type SaveProblem =
  | { code: 'disk-full' }
  | { code: 'read-only' }
  | { code: 'folder-gone' }
  | { code: 'changed-on-disk' }
  /** Somebody took the lock over. */
  | { code: 'lock-lost' }
  | { code: 'opened-read-only' }
  | { code: 'write-failed'; detail: string };

/**
 * Why a case is open for reading only. `in-use`: a living process has it; `maybe-in-use`: it cannot be told whether the
 * one that has it still lives, so a person may take over.
 */
export type OpenedReadOnly =
  | { code: 'asked' | 'no-permission-to-write' | 'no-room' }
  /** It is a backup, made at that moment: ISO 8601, UTC. */
  | { code: 'earlier-version'; at: string }
  | { code: 'in-use' | 'maybe-in-use'; host: string; since: string };

export interface ProblemAt<P> {
  problem: P;
  /** The file it is about, as people see it: its name, with the folder where that helps. */
  file: string;
  /** When the backup was made that can be opened instead, if there is one: ISO 8601, UTC. */
  backupAt?: string;
}

/** An earlier version of a case. */
export interface Backup {
  /** What to ask for it by. */
  name: string;
  /** When it was made: ISO 8601, UTC. */
  at: string;
  bytes: number;
}

export type RunFailure = { refusal: Refusal } | { save: SaveProblem } | { noCase: true };

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

/**
 * Why the vault cannot be read or written; what it held before is untouched. Only after `erased-not-recorded` it is not:
 * the identity is erased, and the case could not be told.
 */
export type VaultProblem = SaveProblem | FileProblem | { code: 'vault-damaged' | 'erased-not-recorded' };

/** Why a file does not leave: something protected stands in it, or it could not be searched. It was not written. */
export type LeavingProblem = ProtectedFound | { code: 'not-searched'; detail: string };

/** A file that was written, and of how many sources the vault did not have the identity to search it for. */
export interface WrittenFile {
  path: string;
  unsearched: number;
}

/** Why a file was not taken in, or cannot be shown. Nothing half-stored is left, and the file it came from is as it was. */
export type ExhibitProblem =
  | SaveProblem
  | FileProblem
  | { code: 'exhibit-missing' | 'exhibit-altered' | 'exhibit-not-shown' | 'changed-while-read' };

/** An exhibit, and how its file is: `altered` where the size or the hash is not the one that was taken in. */
export interface ExhibitView extends ExhibitRow {
  file: 'there' | 'missing' | 'altered';
}

/** What came of taking files in: the exhibits they are now, and those of them that were there already. */
export interface TakenIn {
  ids: string[];
  known: string[];
}

/** Why a report was not made, written or printed. No file of it is left, and the case is as it was. */
export type ReportProblem =
  | ExhibitProblem
  | LeavingProblem
  | VaultProblem
  /** A form that follows rules of others was not written, since what is recorded does not meet them. */
  | { code: 'form-refused'; reasons: FormProblem[] }
  | { code: 'print-failed' | 'paper-failed' | 'report-failed'; detail: string }
  /** The file is the case itself, or belongs to it. */
  | { code: 'is-the-case' }
  /** The references that no allegation has, with commas. */
  | { code: 'unknown-refs'; refs: string }
  /** The exhibits, by their numbers, that cannot go with the report. */
  | { code: 'exhibits-not-whole'; missing: number; altered: number; named: string };

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
/** Why a report was not signed. No signature was written, and what stood in its place is as it was. */
export type SigningProblem =
  /** There is none on this computer, or one from before OpenSSH 8.1, which cannot sign files. */
  | { code: 'no-ssh-keygen' | 'ssh-keygen-too-old' }
  | { code: 'not-a-key' | 'key-too-open' | 'key-without-private-half' | 'key-not-supported' }
  /** It was not given, was wrong, or there was nowhere to ask for it. */
  | { code: 'passphrase-needed' }
  | { code: 'agent-refused' | 'signing-took-too-long' | 'signing-cancelled' }
  | { code: 'changed-while-signed' }
  /** In the place of the signature is what Stet does not overwrite. */
  | { code: 'signature-in-the-way' }
  | { code: 'signing-failed'; detail: string };

/** What came of verifying a case: the first thing that does not hold, or null, over how many events, to which head. */
export interface Verdict {
  fault: Fault | null;
  events: number;
  head: string;
  /** How the files of the exhibits are; null when they were not looked at, as behind the scenes. */
  exhibits: { checked: number; missing: number; altered: number } | null;
}

export interface Outputs {
  appInfo: AppInfo;
  listening: null;
  setSettings: Settings;
  newCase: Result<'opened' | 'cancelled', ProblemAt<SaveProblem | FileProblem>>;
  openCase: Result<'opened' | 'cancelled', ProblemAt<FileProblem>>;
  openSample: Result<
    'opened' | 'cancelled',
    ProblemAt<SaveProblem | FileProblem | ExhibitProblem | VaultProblem>
  >;
  openPath: Result<
    'opened' | 'document-added' | 'cancelled',
    ProblemAt<ExhibitProblem> | RunFailure | { needsCase: true }
  >;
  closeCase: null;
  settled: null;
  cancelOpening: null;
  saveAs: Result<'opened' | 'cancelled', ProblemAt<SaveProblem | FileProblem>>;
  duplicate: Result<'opened' | 'cancelled', ProblemAt<SaveProblem | FileProblem>>;
  backups: Backup[];
  showBackup: Result<'opened', ProblemAt<FileProblem>>;
  /** The name under which the version before was kept. */
  restoreBackup: Result<{ kept: string }, ProblemAt<FileProblem | SaveProblem>>;
  /** The name under which the damaged file was kept; null when there was none. */
  openBackup: Result<{ kept: string | null }, ProblemAt<FileProblem | SaveProblem>>;
  takeOver: Result<'opened', ProblemAt<FileProblem>>;
  /** The name under which the other version was kept. */
  settleOutside: Result<{ kept: string }, ProblemAt<FileProblem | SaveProblem>>;
  loadCase: LoadedCase | null;
  /** Rows as JSON in UTF-8, a list of them: handing over bytes costs a fraction of handing over objects. */
  moreRows: Uint8Array;
  details: AllegationDetails | null;
  document: DocumentView | null;
  names: Names;
  trash: TrashItem[];
  sources: SourceRow[];
  source: SourceDetails | null;
  originGraph: OriginGraph;
  openPoints: OpenPoints;
  changedText: ChangedText | null;
  saveChangedText: Result<WrittenFile | 'cancelled', ProblemAt<SaveProblem | LeavingProblem | VaultProblem>>;
  /** Null when the vault of this computer does not have it. */
  identity: Result<Identity | null, ProblemAt<VaultProblem>>;
  keepIdentity: Result<null, RunFailure | ProblemAt<VaultProblem>>;
  eraseIdentity: Result<null, RunFailure | ProblemAt<VaultProblem>>;
  protectedNames: Result<ProtectedNames, ProblemAt<VaultProblem>>;
  setProtectedNames: Result<null, RunFailure | ProblemAt<VaultProblem>>;
  exhibits: ExhibitView[];
  addExhibits: Result<TakenIn | 'cancelled', ProblemAt<ExhibitProblem>>;
  addExhibitFiles: Result<TakenIn | 'cancelled', ProblemAt<ExhibitProblem>>;
  pasteExhibit: Result<TakenIn | 'cancelled', ProblemAt<ExhibitProblem>>;
  cancelExhibits: null;
  openExhibit: Result<'opened', ProblemAt<ExhibitProblem>>;
  checkExhibits: ExhibitView[];
  /** How many were found and are beside the case again. */
  findExhibits: Result<{ found: number } | 'cancelled', ProblemAt<ExhibitProblem>>;
  history: HistoryLine[];
  verify: Verdict | null;
  /** The ids of the records the command made, by kind, so that the window can select what is new. */
  run: Result<{ created: { kind: string; id: string }[] }, RunFailure>;
  /** No ids when the person did not want it. */
  importDocuments: Result<{ ids: string[] }, ProblemAt<ExhibitProblem> | RunFailure>;
  pasteDocument: Result<{ ids: string[] }, ProblemAt<ExhibitProblem> | RunFailure>;
  anchorCandidates: AnchorCandidate[];
  reportState: ReportState | null;
  exportReport: Result<ReportWritten | 'cancelled', ProblemAt<ReportProblem>>;
  cancelReport: null;
  preparePreview: Result<{ address: string } | 'cancelled', ProblemAt<ReportProblem>>;
  printReport: Result<'printed' | 'cancelled', ProblemAt<ReportProblem>>;
  verifyReport: Result<
    { file: string; verdict: ReportVerdict } | 'cancelled',
    ProblemAt<FileProblem | ReportReadProblem>
  >;
  /** What people know the key by (`SHA256:…`), and the signature that was written beside the report. */
  signReport: Result<
    { fingerprint: string; path: string; file: string } | 'cancelled',
    ProblemAt<SigningProblem | FileProblem | SaveProblem>
  >;
  cancelSigning: null;
  exportDocument: Result<WrittenFile | 'cancelled', ProblemAt<ReportProblem>>;
  openAddress: 'opened' | 'refused' | 'cancelled';
  showFile: null;
}

/** What main tells the window without being asked. */
export interface Notices {
  /** A case was opened in this window (or its case was closed: null). */
  opened: { opened: boolean };
  changed: SavedChange;
  /** The case is about to leave this window: what is being written in a field is to be saved now; then `settled`. */
  leaving: Record<string, never>;
  /** How much of a case is read, from 0 to 1, while that takes long. */
  opening: { file: string; share: number };
  /** Copies beside this window's case that a sync program made: all that are there now. */
  copies: { copies: string[] };
  /** What verifying this window's case behind the scenes found. */
  verified: Verdict;
  /** Something else changed the file of this window's case since it was opened or last written. */
  changedOutside: { file: string; gone: boolean; kept: string | null };
  /** The file of this window's case is as Stet left it again. */
  outsideOver: { file: string };
  /** A case was closed before anybody decided; this is the name under which its version is kept. */
  keptBeside: { file: string };
  /** How much of the files that are being taken in, found or checked is done, from 0 to 1; null when it is over. */
  exhibitProgress: { file: string; share: number } | null;
  /** How far the making of a report in this window is, once it takes long; null when it is over, however it ended. */
  reportProgress: { what: 'export' | 'preview' | 'paper'; progress: ReportProgress | null };
  /** A menu item that the window carries out: `undo`, `new-allegation`, `view-board` … (see electron/menu.ts). */
  menu: { action: string };
  settings: Settings;
  /** A file could not be opened that was asked for from outside the window (command line, double click). */
  problem: ProblemAt<FileProblem | SaveProblem>;
}
export type Notice = keyof Notices;

/** What the preload puts on `window.stet`. */
export type Bridge = {
  [M in Method]: (input: Input<M>) => Promise<Outputs[M]>;
} & {
  on: <N extends Notice>(notice: N, listener: (data: Notices[N]) => void) => () => void;
  /** The path of a file dropped on the window. */
  pathOf: (file: unknown) => string;
};
