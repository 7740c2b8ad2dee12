import type { Translate } from '../../shared/messages/translate.ts';
import { api } from '../api.ts';
import { takeInExhibits } from '../sources/taking-in.ts';
import { useWindow } from '../store.ts';
import { tellProblem } from '../ui-state.ts';
import { openPath } from './opening.ts';

/** What is opened as a case, or taken in as a document. */
const OPENED = /\.(stet|json|txt|md|markdown)$/iu;
/** So many paths can be handed over at a time (api.ts). */
const AT_ONCE = 1_000;

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Files may be dropped anywhere on the window: a case is opened, an article is taken in. Answers how to stop. */
export function listenToDrops(t: Translate): () => void {
  const over = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    document.documentElement.toggleAttribute('data-dropping', true);
  };
  const leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) document.documentElement.toggleAttribute('data-dropping', false);
  };
  const drop = (event: DragEvent): void => {
    document.documentElement.toggleAttribute('data-dropping', false);
    if (!holdsFiles(event)) return;
    event.preventDefault();
    void openAll([...(event.dataTransfer?.files ?? [])].map((file) => api.pathOf(file)));
  };
  /** One after the other: the first may be the case the others go into. What is no case and no article is an exhibit. */
  const openAll = async (paths: string[]): Promise<void> => {
    const files: string[] = [];
    for (const path of paths) {
      if (path === '') continue;
      if (OPENED.test(path)) await openPath(path, t);
      else files.push(path);
    }
    if (files.length === 0) return;
    if (useWindow.getState().overview === null) return tellProblem(t('frame.exhibitNeedsCase'));
    for (let at = 0; at < files.length; at += AT_ONCE) {
      await takeInExhibits(api.addExhibitFiles({ paths: files.slice(at, at + AT_ONCE) }), t);
    }
  };
  document.addEventListener('dragover', over);
  document.addEventListener('dragleave', leave);
  document.addEventListener('drop', drop);
  return () => {
    document.removeEventListener('dragover', over);
    document.removeEventListener('dragleave', leave);
    document.removeEventListener('drop', drop);
  };
}
