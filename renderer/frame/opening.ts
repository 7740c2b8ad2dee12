import type { Outputs } from '../../shared/api.ts';
import type { ProblemAt, RunFailure } from '../../shared/problems.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { api } from '../api.ts';
import { failureSentence, fileSentence } from '../failure.ts';
import { countWords } from '../sources/taking-in.ts';
import { openingEnded, useWindow } from '../store.ts';
import { openDialog, tellNote, tellProblem, useUi } from '../ui-state.ts';
import { announce } from '../ui/announcer.tsx';
import { takeExhibits } from './take-exhibits.ts';

/** Waits for a case to be opened or made, and says so when it was not. Answers whether it was. */
export async function takeOpening(
  opening: Promise<Outputs['openCase'] | Outputs['newCase'] | Outputs['openSample']>,
  t: Translate,
): Promise<boolean> {
  const answer = await opening;
  if (!answer.ok || answer.value === 'cancelled') openingEnded();
  if (answer.ok) tellProblem(null);
  else tellOpeningProblem(answer.error, t);
  return answer.ok && answer.value === 'opened';
}

/** Says why something could not be opened, and what could be opened instead; nothing when the person did not want it. */
export function tellOpeningProblem(error: ProblemAt<{ code: string }>, t: Translate): void {
  if (error.problem.code === 'cancelled') tellProblem(null);
  else tellProblem(fileSentence(error, t), error.backupAt);
}

/** Articles that wait, after the one that `useUi` tells of, for the case that is made for it. */
let following: { first: string; paths: readonly string[] } | null = null;

/** Opens a case, or takes an article in. An article without a case waits until one was made for it, as do those after it. */
export async function openPath(path: string, t: Translate): Promise<void> {
  const paths = following?.first === path ? following.paths : [];
  await openAll([path, ...paths], t);
}

/** What is opened as a case, by its ending. */
const CASES = /\.(?:stet|json)$/iu;
/** What is read as a document, by its ending: what electron/import-document.ts reads. */
const DOCUMENTS = /\.(?:txt|md|markdown|html?|mht|mhtml|docx|pdf)$/iu;

type OpeningFailure = RunFailure | ProblemAt<{ code: string }>;

/** What came of several files, and the articles of them that wait for a case. */
interface Sum {
  documents: number;
  exhibits: { taken: number; known: number };
  waiting: string[];
  failed: OpeningFailure | 'exhibit-needs-case' | null;
}

/**
 * Opens files, one after the other in the order they came, a case first: the others may go into it. What can be read is
 * taken in as a document, unless the person is where `exhibits` are looked after, and everything else as an exhibit. The
 * first that cannot be taken in is told, and the rest goes on; who ends one of them ends all that follow.
 */
export async function openAll(paths: readonly string[], t: Translate, exhibits = false): Promise<void> {
  following = null;
  const ordered = paths.toSorted((a, b) => Number(CASES.test(b)) - Number(CASES.test(a)));
  const isOpened = (path: string): boolean => CASES.test(path) || (!exhibits && DOCUMENTS.test(path));
  const sum: Sum = { documents: 0, exhibits: { taken: 0, known: 0 }, waiting: [], failed: null };
  for (let at = 0; at < ordered.length;) {
    const next = ordered.findIndex((path, index) => index >= at && isOpened(path));
    const end = next === at ? at + 1 : next < 0 ? ordered.length : next;
    const some = ordered.slice(at, end);
    const went = next === at ? await openOne(some[0] ?? '', sum) : await exhibitAll(some, sum);
    if (!went) break;
    at = end;
  }
  tell(sum, t);
  const [first, ...rest] = sum.waiting;
  if (first === undefined) return;
  following = { first, paths: rest };
  useUi.setState({ article: first });
  openDialog('new-case');
}

/** Opens a case, or takes an article in. Answers whether to go on: not when a person ended it. */
async function openOne(path: string, sum: Sum): Promise<boolean> {
  const answer = await api.openPath({ path });
  if (answer.ok) {
    if (answer.value === 'document-added') {
      sum.documents++;
      // The document view shows it from now on; who is elsewhere is not led away from there.
      const newest = useWindow.getState().documents.at(-1);
      if (newest) useWindow.setState({ documentId: newest.id });
    }
    if (answer.value === 'cancelled') openingEnded();
    return answer.value !== 'cancelled';
  }
  const { error } = answer;
  if ('needsCase' in error) {
    sum.waiting.push(path);
    return true;
  }
  openingEnded();
  if ('problem' in error && error.problem.code === 'cancelled') return false;
  sum.failed ??= error;
  return true;
}

/** Takes files in as exhibits. Answers whether to go on: not when a person ended it. */
async function exhibitAll(paths: readonly string[], sum: Sum): Promise<boolean> {
  if (useWindow.getState().overview === null) {
    sum.failed ??= 'exhibit-needs-case';
    return true;
  }
  const came = await takeExhibits(paths);
  if (came === 'cancelled') return false;
  sum.exhibits.taken += came.taken;
  sum.exhibits.known += came.known;
  sum.failed ??= came.failed;
  return true;
}

/** Tells what came of files: beside the text itself, where that is not what is looked at. */
function tell({ documents, exhibits: { taken, known }, failed }: Sum, t: Translate): void {
  const notes = taken + known === 0 ? [] : [countWords(taken, known, t)];
  const added = documents === 1 ? t('document.added') : t('frame.documentsAdded', { count: documents });
  const said = documents === 0 ? notes : [added, ...notes];
  if (said.length > 0) announce(said.join(' '));
  const lasting = useWindow.getState().view === 'document' && documents < 2 ? notes : said;
  if (lasting.length > 0) tellNote(lasting.join(' '));
  if (failed === null) tellProblem(null);
  else if (failed === 'exhibit-needs-case') tellProblem(t('frame.exhibitNeedsCase'));
  else if ('problem' in failed) tellOpeningProblem(failed, t);
  else tellProblem(failureSentence(failed, t));
}
