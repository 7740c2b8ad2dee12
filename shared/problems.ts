import type { Refusal } from './commands/command.ts';
import type { OpenProblem } from './migrations/open-case.ts';
import type { ProtectedFound } from './protection/protected-found.ts';
import type { FormProblem } from './report/form-problem.ts';

/** Why main did not do what it was asked: values. `messages/<language>/problems.json` has the sentence for each code. */

/** Something about a file went wrong. */
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

export type RunFailure = { refusal: Refusal } | { save: SaveProblem } | { noCase: true };

/**
 * Why the vault cannot be read or written; what it held before is untouched. Only after `erased-not-recorded` it is not:
 * the identity is erased, and the case could not be told.
 */
export type VaultProblem = SaveProblem | FileProblem | { code: 'vault-damaged' | 'erased-not-recorded' };

/** Why a file does not leave: something protected stands in it, or it could not be searched. It was not written. */
export type LeavingProblem = ProtectedFound | { code: 'not-searched'; detail: string };

/** Why a file was not taken in, or cannot be shown. Nothing half-stored is left, and the file it came from is as it was. */
export type ExhibitProblem =
  | SaveProblem
  | FileProblem
  | { code: 'exhibit-missing' | 'exhibit-altered' | 'exhibit-not-shown' | 'changed-while-read' };

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
