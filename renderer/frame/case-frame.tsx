import { useEffect } from 'react';
import { Board } from '../board/board.tsx';
import { DocumentView } from '../document/document-view.tsx';
import { HistoryView } from '../history/history-view.tsx';
import { Inspector } from '../inspector/inspector.tsx';
import { OpenPointsView } from '../open-points/open-points-view.tsx';
import { ReportView } from '../report/report-view.tsx';
import { SourceInspector } from '../sources/source-inspector.tsx';
import { SourcesView } from '../sources/sources-view.tsx';
import { useWindow, type View } from '../store.ts';
import { closeForm } from '../ui-state.ts';
import css from './frame.module.css';
import { OpeningNotes } from './opening-notes.tsx';
import { Problem } from './problem.tsx';
import { Rail } from './rail.tsx';
import { TitleBar } from './title-bar.tsx';

const VIEWS: Record<View, () => React.ReactNode> = {
  document: () => <DocumentView />,
  board: () => <Board />,
  sources: () => <SourcesView />,
  open: () => <OpenPointsView />,
  history: () => <HistoryView />,
  report: () => <ReportView />,
};

/** A case on the screen: title bar, rail, one view, and the inspector beside it where something can be selected. */
export function CaseFrame() {
  const view = useWindow((state) => state.view);
  const caseId = useWindow(({ overview }) => overview?.id);
  // A form that was open is of another case; its words wait in the drafts.
  useEffect(closeForm, [caseId]);
  const inspected = view !== 'report';
  return (
    <div className={`${css['frame']} ${inspected ? '' : css['wide']}`}>
      <TitleBar />
      <Rail />
      <main className={css['centre']} data-view={view} tabIndex={-1}>
        <OpeningNotes />
        <Problem />
        <div className={css['view']}>{VIEWS[view]()}</div>
      </main>
      {inspected && (view === 'sources' ? <SourceInspector /> : <Inspector />)}
    </div>
  );
}
