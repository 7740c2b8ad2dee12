import { useLayoutEffect } from 'react';
import { api } from './api.ts';
import { hasDrafts } from './drafts.ts';
import { act } from './frame/actions.ts';
import { CaseFrame } from './frame/case-frame.tsx';
import { Dialogs } from './frame/dialogs.tsx';
import { listenToDrops } from './frame/drops.ts';
import { listenToKeys } from './frame/keys.ts';
import { Opening } from './frame/opening-progress.tsx';
import { tellOpeningProblem } from './frame/opening.ts';
import { ExhibitProgress } from './sources/exhibit-progress.tsx';
import { openingEnded, useWindow } from './store.ts';
import { Announcer } from './ui/announcer.tsx';
import { useT } from './ui/words.tsx';
import { askAboutOutside, outsideIsOver, tellNote } from './ui-state.ts';
import { Welcome } from './welcome/welcome.tsx';

/** The window: the case if one is open, otherwise the welcome; and what may stand in front of either. */
export function App() {
  const t = useT();
  const open = useWindow(({ overview }) => overview !== null);
  // Before the window is painted: who sees it may press a key at once.
  useLayoutEffect(() => {
    const stops = [
      listenToKeys(t),
      listenToDrops(t),
      api.on('menu', ({ action }) => void act(action, t)),
      api.on('changedOutside', askAboutOutside),
      api.on('outsideOver', outsideIsOver),
      api.on('keptBeside', ({ file }) => tellNote(t('frame.keptBeside', { file }))),
      api.on('problem', (problem) => {
        openingEnded();
        tellOpeningProblem(problem, t);
      }),
    ];
    void api.listening(undefined);
    // Main asks the person when a window with unsaved words in a form is closed (electron/windows.ts).
    const keepDrafts = (event: BeforeUnloadEvent): void => {
      if (hasDrafts()) event.preventDefault();
    };
    window.addEventListener('beforeunload', keepDrafts);
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('beforeunload', keepDrafts);
    };
  }, [t]);
  return (
    <>
      {open ? <CaseFrame /> : <Welcome />}
      <Dialogs />
      <Opening />
      <ExhibitProgress />
      <Announcer />
    </>
  );
}
