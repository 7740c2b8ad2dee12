import type { Translate } from '../../shared/messages/translate.ts';
import { api } from '../api.ts';
import { useWindow } from '../store.ts';
import { useUi } from '../ui-state.ts';
import { openAll } from './opening.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Whether the person is where exhibits are looked after: what is dropped there is one, even if it could be read. */
function amongExhibits(): boolean {
  const { overview, view } = useWindow.getState();
  return overview !== null && (view === 'sources' || useUi.getState().dialog === 'exhibits');
}

/** Files may be dropped anywhere on the window: a case is opened, anything else is taken in. Answers how to stop. */
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
    const paths = [...(event.dataTransfer?.files ?? [])].map((file) => api.pathOf(file));
    void openAll(
      paths.filter((path) => path !== ''),
      t,
      amongExhibits(),
    );
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
