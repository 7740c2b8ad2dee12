import type { RefObject } from 'react';
import type { Translate } from '../../../shared/messages/translate.ts';
import type { DocumentView } from '../../../shared/queries/document-view.ts';
import { nextUntouched } from '../../../shared/reading/coverage.ts';
import { runHere } from '../../frame/actions.ts';
import { useWindow } from '../../store.ts';
import { announce } from '../../ui/announcer.tsx';
import { openForm, tellProblem, useUi, type ReaderActions, type Span } from '../../ui-state.ts';
import { placeCaret } from '../place-caret.ts';
import { selectedSpan, type SelectedSpan } from '../selected-span.ts';
import { hintLabels } from './hint-words.ts';
import type { Reading } from './reading.ts';
import { recordHere, toggleMark } from './recording.ts';
import { withReference } from './reference.ts';
import type { Hint } from './counting.ts';
import type { Account } from './use-account.ts';
import type { Current } from './use-current.ts';
import type { Find } from './use-find.ts';

/** What the actions are about. */
export interface ReaderParts {
  view: DocumentView;
  reading: Reading;
  /** Null until a long document is counted. */
  account: Account | null;
  current: Current;
  find: Find;
  /** What is selected in the text. */
  selected: SelectedSpan | null;
  column: RefObject<HTMLDivElement | null>;
}

/** All that can be done with a place of the document. */
export interface Reader extends ReaderActions {
  /** Records the words that are selected, or the sentence that is read. */
  record: () => void;
  /** Opens the form for a query on them. */
  ask: () => void;
  acceptHint: (hint: Hint) => void;
  dismissHint: (hint: Hint) => void;
  /** Puts the keyboard before a sentence, and says which it is. */
  goTo: (sentence: number) => void;
  /** Puts the keyboard before words, counted in UTF-16 units. */
  show: (words: { from: number; to: number }) => void;
}

/** What can be done with the document as it is now. */
export function readerOf(parts: ReaderParts, t: Translate): Reader {
  const { view, reading, account, current, find, column } = parts;
  const documentId = view.document.id;
  const sentences = account?.sentences ?? [];

  /** What is meant when nothing is named: what is selected in the text, or else the sentence that is read. */
  const here = (): SelectedSpan | null => {
    // What was selected a moment ago is not drawn yet; and pressing a button may end the selection it is about.
    const selected = (column.current && selectedSpan(column.current, reading)) ?? parts.selected;
    const sentence = current.index === null ? undefined : sentences[current.index];
    if (selected || !sentence) return selected;
    const { start, end, from, to } = sentence;
    return { start, end, words: reading.text.slice(from, to) };
  };
  /** Does something with what is meant, or says that nothing is. */
  const withHere = (does: (span: SelectedSpan) => void): void => {
    const span = here();
    if (span) does(span);
    else tellProblem(t('frame.selectFirst'));
  };
  const wordsIn = (span: Span): string => {
    const { text, positions } = reading;
    return inOneLine(text.slice(positions.toUnits(span.start), positions.toUnits(span.end)));
  };
  const goTo = (index: number): void => {
    current.goTo(index);
    announce(spoken(parts, index, t));
  };
  const acceptHint = ({ start, end, statement, quotation, claimant }: Hint): void => {
    const notes = quotation ? t('document.hints.quoted', { words: wordsIn(quotation) }) : '';
    const passage = { documentId, start, end };
    void recordHere(t, { statement: wordsIn(statement), claimant, notes, passage });
  };
  const dismissHint = async ({ start, end }: Hint): Promise<void> => {
    const done = await runHere(t, { type: 'mark-text', kind: 'dismissed', span: { documentId, start, end } });
    if (done) announce(t('document.hints.dismissed'));
  };

  return {
    goTo,
    show: ({ from, to }) => {
      if (column.current) placeCaret(column.current, reading, from, to);
    },
    acceptHint,
    dismissHint: (hint) => void dismissHint(hint),
    record: () =>
      withHere(({ start, end, words }) => {
        document.getSelection()?.collapseToStart();
        void recordHere(t, { statement: inOneLine(words), passage: { documentId, start, end } });
      }),
    ask: () =>
      withHere(({ start, end }) => {
        // The words stay marked while the form is open, and the caret waits before them.
        document.getSelection()?.collapseToStart();
        const id = useWindow.getState().selectedId;
        openForm({ kind: 'query', id, documentId, span: { start, end }, itemId: null });
      }),
    step: (by) => {
      // Where only what is untouched is shown, there is nothing else to go to.
      const next =
        useUi.getState().coverageFilter === 'untouched'
          ? untouchedFrom(parts, by)
          : (current.index ?? (by === 1 ? -1 : sentences.length)) + by;
      if (next === null || !sentences[next])
        announce(t(`document.sentence.end.${by === 1 ? 'last' : 'first'}`));
      else goTo(next);
    },
    toUntouched: (by) => {
      const next = untouchedFrom(parts, by);
      if (next === null) announce(t('document.coverage.none'));
      else goTo(next);
    },
    extend: (by) => announce(t('document.sentence.selected', { count: current.extend(by) })),
    mark: (kind) => withHere((span) => void toggleMark(t, documentId, view.marks, kind, span)),
    takeHint: (accept) => {
      const hint = account?.hints.find(({ sentence }) => sentence === current.index);
      if (!hint) tellProblem(t('document.hints.noneHere'));
      else if (accept) acceptHint(hint);
      else void dismissHint(hint);
    },
    find: find.begin,
    findNext: (by) => {
      const at = find.step(by);
      if (at !== null) announce(t('document.find.at', { at: at + 1, count: find.hits.length }));
      else if (find.words === '') find.begin();
      else announce(t('document.find.nothing'));
    },
    copyWithReference: () => withHere((span) => void copy(withReference(view, reading, span, t), t)),
  };
}

/** A statement is one line: line breaks and tabs are the layout of the text. */
const inOneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** The next sentence that is not accounted for in full, or the one before; round the ends. Null when none is left. */
function untouchedFrom({ account, current }: ReaderParts, by: 1 | -1): number | null {
  if (!account) return null;
  const { sentences, coverage } = account;
  const from = current.index === null ? null : (sentences[current.index]?.start ?? null);
  if (by === 1) return nextUntouched(coverage, sentences, from ?? -1);
  const count = sentences.length;
  for (let steps = 1; steps <= count; steps++) {
    const at = ((current.index ?? 0) - steps + count) % count;
    if (coverage.sentences[at] === 'untouched' || coverage.sentences[at] === 'partly') return at;
  }
  return null;
}

/** A sentence as it is spoken when the caret comes to it: its words, how far it is accounted for, and what hints say. */
function spoken({ reading, account }: ReaderParts, index: number, t: Translate): string {
  const sentence = account?.sentences[index];
  if (!account || !sentence) return '';
  const hint = account.hints.find((each) => each.sentence === index);
  return [
    reading.text.slice(sentence.from, sentence.to),
    t(`document.cover.${account.coverage.sentences[index] ?? 'none'}`),
    ...(hint ? [t('document.hints.spoken', { reasons: hintLabels(hint, t).join(', ') })] : []),
  ].join(' · ');
}

async function copy(text: string, t: Translate): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(t('document.reference.copied'));
  } catch {
    tellProblem(t('document.reference.notCopied'));
  }
}
