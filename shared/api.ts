import { z } from 'zod';
import { commandSchema } from './commands/index.ts';
import type { AllegationDetails } from './queries/details.ts';
import type { AnchorCandidate } from './queries/anchor-candidates.ts';
import type { ChangedText } from './queries/changed-text.ts';
import type { DocumentView } from './queries/document-view.ts';
import type { HistoryLine } from './queries/history.ts';
import type { OpenPoints } from './queries/open-points.ts';
import type { OriginGraph } from './queries/origin-graph.ts';
import type { Names } from './queries/overview.ts';
import type { ReportState } from './queries/report-state.ts';
import type { SourceDetails, SourceRow } from './queries/sources-view.ts';
import type { TrashItem } from './queries/trash.ts';
import type { Result } from './result.ts';
import { ANNOTATED_FORMATS, REPORT_FORMATS } from './report/formats.ts';
import { EXHIBITS_GO, reportWantedSchema } from './report/report-wanted.ts';
import type { ReportReadProblem } from './report/read-report.ts';
import type { ReportVerdict } from './report/verify-report.ts';
import { identitySchema, protectedNamesSchema, type Identity, type ProtectedNames } from './case/identity.ts';
import { idSchema } from './case/ids.ts';
import { EXHIBIT_KINDS } from './case/words.ts';
import type {
  FileProblem,
  SaveProblem,
  ProblemAt,
  RunFailure,
  VaultProblem,
  LeavingProblem,
  ExhibitProblem,
  ReportProblem,
  SigningProblem,
} from './problems.ts';
import type {
  Settings,
  AppInfo,
  Backup,
  SavedChange,
  LoadedCase,
  WrittenFile,
  ExhibitView,
  TakenIn,
  ReportWritten,
  ReportProgress,
  Verdict,
} from './answers.ts';

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
