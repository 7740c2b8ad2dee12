import type { SaveProblem } from '../../shared/problems.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { saveProblem } from '../case-store/problems.ts';
import type { ExhibitFolder } from './folder.ts';

/**
 * Copies the files of a case's exhibits beside the path it is to be written to next, durably: all of them, since taking
 * a step back or forward may bring back an exhibit that the case does not have now. Answers what takes the copying back,
 * for when the case cannot be written there; on failure nothing of it is left.
 */
export async function copyExhibits(
  from: ExhibitFolder,
  to: ExhibitFolder,
): Promise<Result<() => Promise<void>, SaveProblem>> {
  const made: string[] = [];
  const takeBack = async (): Promise<void> => {
    for (const sha256 of made) await to.drop(sha256);
  };
  try {
    for (const sha256 of await from.hashes()) {
      if (await to.copyFrom(from, sha256)) made.push(sha256);
    }
    return ok(takeBack);
  } catch (error) {
    await takeBack();
    return fail(saveProblem(error));
  }
}
