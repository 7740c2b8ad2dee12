import { extname } from 'node:path';
import type { LeavingProblem, ProblemAt, VaultProblem } from '../../shared/problems.ts';
import type { Case } from '../../shared/case/case.ts';
import { matcherOf } from '../../shared/protection/matcher.ts';
import type { Needle } from '../../shared/protection/needle.ts';
import { isProtectedFound, protectedFound } from '../../shared/protection/protected-found.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { needlesFor, type VaultOf } from './needles-of.ts';
import { scanFile, type Leaving } from './scan-file.ts';

/**
 * Whether a file may be written where a person said, asked before any of its bytes are: nothing protected may be in
 * them, nor in its name. What cannot be searched does not leave either.
 */
export async function guard(
  leaving: Leaving,
  needles: readonly Needle[],
  kase: Case,
): Promise<Result<null, LeavingProblem>> {
  try {
    const found = await scanFile(leaving, needles);
    const problem = protectedFound(found, kase, matcherOf(needles));
    return problem ? fail(problem) : ok(null);
  } catch (error) {
    return fail({ code: 'not-searched', detail: error instanceof Error ? error.name : 'Error' });
  }
}

/**
 * `guard()` for a case with its vault, read now. Answers of how many sources the vault does not have the identity, which
 * is to be said; a vault that cannot be read stops the file.
 */
export async function guardCase(
  leaving: Leaving,
  kase: Case,
  vaultOf: VaultOf,
): Promise<Result<{ unsearched: number }, ProblemAt<LeavingProblem | VaultProblem>>> {
  const needles = await needlesFor(kase, vaultOf);
  if (!needles.ok) return needles;
  const guarded = await guard(leaving, needles.value.needles, kase);
  if (!guarded.ok) return fail({ problem: guarded.error, file: nameBeside(leaving.fileName, guarded.error) });
  return ok({ unsearched: needles.value.unsearched });
}

/** A file by its name, unless that is where something protected stands. */
export function nameBeside(fileName: string, problem: { code: string }): string {
  const tells = isProtectedFound(problem) && problem.places.some(({ place }) => place.code === 'file-name');
  return tells ? `…${extname(fileName)}` : fileName;
}
