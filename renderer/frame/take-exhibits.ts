import type { ExhibitProblem, ProblemAt } from '../../shared/problems.ts';
import { api } from '../api.ts';

/** So many paths can be handed over at a time (api.ts). */
const AT_ONCE = 1_000;

/** What came of files: how many became exhibits, how many were some already, and the first that could not be taken in. */
interface TakenExhibits {
  taken: number;
  known: number;
  failed: ProblemAt<ExhibitProblem> | null;
}

/**
 * Takes files in as exhibits, in their order. Main ends with the first that it cannot take in; the work goes on after
 * it. `cancelled` when the person ended it; what was taken in by then stays.
 */
export async function takeExhibits(paths: readonly string[]): Promise<TakenExhibits | 'cancelled'> {
  const sum: TakenExhibits = { taken: 0, known: 0, failed: null };
  for (let at = 0; at < paths.length;) {
    const some = paths.slice(at, at + AT_ONCE);
    const answer = await api.addExhibitFiles({ paths: some });
    if (answer.ok) {
      if (answer.value === 'cancelled') return 'cancelled';
      sum.taken += answer.value.ids.length;
      sum.known += answer.value.known.length;
      at += some.length;
      continue;
    }
    const { error } = answer;
    sum.failed ??= error;
    const before = some.findIndex((path) => nameOf(path) === error.file);
    // It is not about one of them: none of those that are left would fare better.
    if (before < 0) break;
    sum.taken += before;
    at += before + 1;
  }
  return sum;
}

/** The name of a file without its folder. */
const nameOf = (path: string): string => path.split(/[/\\]/u).at(-1) ?? path;
