import { whatLeaves } from './004-what-leaves.ts';
import { readLineByLine } from './003-read-line-by-line.ts';
import { whyAFindingHolds } from './002-why-a-finding-holds.ts';

/**
 * The steps from one version of the case file to the next. Each is a file of its own, named `NNN-what-it-does.ts`,
 * frozen once released, and imports nothing that may change later. Its golden files stand beside it.
 */
export interface Migration {
  /** The version it makes. The file it is given has the version before. */
  readonly to: number;
  /** Answers the file in the new form, without changing what it was given. */
  readonly migrate: (file: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

/** In order, without gaps, ending with the current version. */
export const MIGRATIONS: readonly Migration[] = [whyAFindingHolds, readLineByLine, whatLeaves];
