import { create } from 'zustand';
import type { Notices } from '../shared/api.ts';
import type { State } from '../shared/case/words.ts';

export const DIALOGS = [
  'new-case',
  'rename-case',
  'add-document',
  'trash',
  'standard',
  'exhibits',
  'paste-exhibit',
  'add-source',
  'changed-text',
  'settings',
  'about',
  'shortcuts',
  'palette',
  'changed-outside',
  'earlier-versions',
] as const;
export type DialogName = (typeof DIALOGS)[number];

/** A form that is open: on the allegation `id`, for the item `itemId`, or for a new one when that is null. */
export type OpenForm =
  | { kind: 'move'; id: string; to: State | null }
  | { kind: 'evidence' | 'response'; id: string; itemId: string | null }
  /** One more try to reach the party of the response `itemId`. */
  | { kind: 'attempt'; id: string; itemId: string }
  /** A second person's finding, a relation to another allegation, or that a quote was verified. */
  | { kind: 'review' | 'relation' | 'quote'; id: string }
  /** A new query on words of a document, or the query `itemId`; `id` is the allegation it comes up with, if any. */
  | { kind: 'query'; id: string | null; documentId: string; span: Span | null; itemId: string | null }
  /** The decision on the query `itemId`. */
  | { kind: 'decision'; itemId: string };

/** A span of a document in code points, its end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What is open on the screen; nothing of the case. */
interface UiState {
  dialog: DialogName | null;
  form: OpenForm | null;
  /** What went wrong last with something that has no form of its own, in a sentence. */
  problem: string | null;
  /** When the backup was made that can be opened instead of what could not be opened; null when there is none. */
  backupAt: string | null;
  /** What was done last that a person should find again later, such as the name of a file. */
  note: string | null;
  /** What main said of the file that something else changed, while a person is to decide. */
  outside: Notices['changedOutside'] | null;
  /** An article that waits for a case to go into. */
  article: string | null;
  /** Whether the inspector's first field is to take the focus; it says false when it did. */
  editAsked: boolean;
  /** Whether the history is to be verified when it is shown; it says false when it began. */
  verifyAsked: boolean;
  /** Makes an allegation of what is selected in the document; null while nothing is. */
  recordSelection: (() => void) | null;
  /** Opens the form for a query on what is selected in the document; null while nothing is. */
  askAboutSelection: (() => void) | null;
  /** The query that stands out in the document, and where the work goes on; that says null when it did. */
  shownQuery: { id: string; go: 'text' | 'list' | null } | null;
}

export const useUi = create<UiState>(() => ({
  dialog: null,
  form: null,
  problem: null,
  backupAt: null,
  note: null,
  outside: null,
  article: null,
  editAsked: false,
  verifyAsked: false,
  recordSelection: null,
  askAboutSelection: null,
  shownQuery: null,
}));

const set = useUi.setState;

export const openDialog = (dialog: DialogName): void => set({ dialog });
export const closeDialog = (): void => set({ dialog: null, article: null });
export const openForm = (form: OpenForm): void => set({ form });
export const closeForm = (): void => set({ form: null });
export const tellProblem = (problem: string | null, backupAt: string | null = null): void =>
  set({ problem, backupAt });
export const tellNote = (note: string | null): void => set({ note });
export function askAboutOutside(outside: Notices['changedOutside']): void {
  set({ outside, dialog: 'changed-outside' });
}
/** Nothing is to be decided any more: the file is as Stet left it again. */
export function outsideIsOver(): void {
  set(({ dialog }) => ({ outside: null, dialog: dialog === 'changed-outside' ? null : dialog }));
}
export const showQuery = (id: string, go: 'text' | 'list' | null): void => set({ shownQuery: { id, go } });
export const askToEdit = (): void => set({ editAsked: true });
