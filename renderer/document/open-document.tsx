import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Document } from '../../shared/case/document.ts';
import type { DocumentView } from '../../shared/queries/document-view.ts';
import { useWindow } from '../store.ts';
import { useT } from '../ui/words.tsx';
import { tellProblem, useUi, type SidePanel, type Span } from '../ui-state.ts';
import css from './document.module.css';
import { FindBar } from './find-bar.tsx';
import { HintPanel } from './hint-panel.tsx';
import { markingsOf } from './markings.ts';
import { PassagePanel } from './passage-panel.tsx';
import { placeCaret } from './place-caret.ts';
import { Queries } from './queries.tsx';
import { ReadingHead } from './reading-head.tsx';
import { Reader } from './reader.tsx';
import { drawer, type Drawn } from './reading/drawn.ts';
import { readerOf, type ReaderParts } from './reading/reader-actions.ts';
import { readingOf, type Reading } from './reading/reading.ts';
import { useAccount, type Account } from './reading/use-account.ts';
import { useCurrent } from './reading/use-current.ts';
import { useFind } from './reading/use-find.ts';
import { useSelected } from './reading/use-selection.ts';
import { SelectionTools } from './selection-tools.tsx';
import { SentenceStrip } from './sentence-strip.tsx';
import { DocumentFacts } from './versions/document-facts.tsx';
import { VersionNotes } from './versions/version-notes.tsx';

/** A document that is read: its text with what is marked in it, how far it is accounted for, and what stands beside. */
export function OpenDocument({ view }: { view: DocumentView }) {
  const { id, title } = view.document;
  const column = useRef<HTMLDivElement>(null);
  const form = useUi((ui) => ui.form);
  const query = form?.kind === 'query' && form.documentId === id ? form : null;
  const asked = query?.itemId === null ? query.span : null;
  const reading = useReading(view.document);
  // An older version is only looked at: what was done in it stands in the newest.
  const isOlder = view.versions.at(-1)?.id !== id;
  const counted = useAccount(reading, view);
  const account = isOlder ? null : counted;
  const drawn = useDrawn(reading, view, account, asked);
  const current = useCurrent({ reading, sentences: account?.sentences ?? NONE, column, drawn });
  const find = useFind({ reading, column, drawn });
  const selected = useSelected(column, reading);
  const parts: ReaderParts = { view, reading, account, current, find, selected, column };
  const reader = useOffered(parts, isOlder);
  const panel = usePanel(view, asked !== null);
  useReturn(column, reading, asked);
  const place = useMemo(() => ({ column, reading }), [reading]);

  return (
    <>
      {!isOlder && <ReadingHead view={view} account={account} reader={reader} panel={panel} />}
      {find.open && <FindBar find={find} />}
      <VersionNotes view={view} place={place} />
      <div className={css['place']}>
        <div className={css['reading']} data-beside={panel !== null || undefined}>
          <div className={css['scroll']}>
            <article className={css['sheet']} aria-label={title}>
              <Reader view={view} reading={reading} drawn={drawn} column={column} asked={asked} />
              <footer className={css['foot']}>
                <DocumentFacts view={view} />
              </footer>
              {selected && !isOlder && (
                <SelectionTools documentId={id} selection={selected} reader={reader} />
              )}
            </article>
            {!selected && !isOlder && <SentenceStrip parts={parts} reader={reader} />}
          </div>
          {panel === 'queries' && <Queries view={view} form={query} />}
          {panel === 'passages' && (
            <PassagePanel view={view} reading={reading} account={account} reader={reader} />
          )}
          {panel === 'hints' && !isOlder && (
            <HintPanel reading={reading} account={account} reader={reader} current={current.index} />
          )}
        </div>
      </div>
    </>
  );
}

const NONE: Account['sentences'] = [];

/** The layout of a document: its text never changes, only which language it is said to be in. */
function useReading(document: Document): Reading {
  const [kept, setKept] = useState(() => readingOf(document));
  if (kept.language === document.language) return kept;
  const next = readingOf(document);
  setKept(next);
  return next;
}

/** What is drawn of the document; of chunks in which nothing changed the same as before. */
function useDrawn(
  reading: Reading,
  view: DocumentView,
  account: Account | null,
  asked: Span | null,
): readonly Drawn[] {
  const [draw] = useState(drawer);
  return useMemo(
    () => draw(reading, markingsOf(view, asked, reading.positions), account),
    [draw, reading, view, account, asked],
  );
}

/** Offers what the document can do to keys, palette and menu, as long as it is on the screen. */
function useOffered(parts: ReaderParts, isOlder: boolean): ReturnType<typeof readerOf> {
  const t = useT();
  const offered = readerOf(parts, t);
  const refuse = (): void => tellProblem(t('versions.oldOnly'));
  const reader = isOlder
    ? { ...offered, record: refuse, ask: refuse, mark: refuse, takeHint: refuse }
    : offered;
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  // What can be done is new with every render, as is what it is done to.
  useEffect(() => {
    useUi.setState({
      reader,
      recordSelection: writable ? reader.record : null,
      askAboutSelection: writable ? reader.ask : null,
    });
  });
  useEffect(() => () => useUi.setState({ reader: null, recordSelection: null, askAboutSelection: null }), []);
  return reader;
}

/** What stands beside the text. A query that is being written, or that a key goes to, brings the queries there. */
function usePanel({ queries }: DocumentView, asking: boolean): SidePanel | null {
  const chosen = useUi((ui) => ui.sidePanel);
  const goes = useUi((ui) => ui.shownQuery?.go === 'list');
  useEffect(() => {
    if (goes || asking) useUi.setState({ sidePanel: 'queries' });
  }, [goes, asking]);
  if (asking) return 'queries';
  if (chosen === 'queries' || chosen === 'automatic') return queries.length > 0 ? 'queries' : null;
  return chosen;
}

/** When the form on some words is gone, the keyboard goes back to these words, unless it went elsewhere. */
function useReturn(column: RefObject<HTMLDivElement | null>, reading: Reading, asked: Span | null): void {
  useEffect(() => {
    const place = column.current;
    if (!asked || !place) return;
    return () => {
      // The form gives the focus back first (ui/entry-form.tsx), to the column as a whole.
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          const left = [place, document.body].some((each) => each === document.activeElement);
          if (left && useUi.getState().form === null)
            placeCaret(place, reading, reading.positions.toUnits(asked.start));
        });
      });
    };
  }, [column, reading, asked]);
}
