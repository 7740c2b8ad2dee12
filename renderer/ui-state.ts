import { create } from 'zustand';
import type { Notices } from '../shared/api.ts';
import type { State } from '../shared/case/words.ts';

export const DIALOGS = [
  'new-case',
  'rename-case',
  'add-document',
  'add-version',
  'versions',
  'trash',
  'standard',
  'publishing',
  'exhibits',
  'paste-exhibit',
  'add-source',
  'protected-names',
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
  /** A second person's finding, a relation to another allegation, that a quote was verified, or a published rating. */
  | { kind: 'review' | 'relation' | 'quote' | 'rating'; id: string }
  /** A new query on words of a document, or the query `itemId`; `id` is the allegation it comes up with, if any. */
  | { kind: 'query'; id: string | null; documentId: string; span: Span | null; itemId: string | null }
  /** When and where the report `id` was published. */
  | { kind: 'publish'; id: string }
  /** The decision on the query `itemId`. */
  | { kind: 'decision'; itemId: string };

/** A span of a document in code points, its end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What can be shown beside the text of a document. */
export type SidePanel = 'passages' | 'hints' | 'queries';

/** Which sentences of a document are seen well: all, or those that are not accounted for with the rest faded or hidden. */
export const COVERAGE_FILTERS = ['all', 'fade', 'untouched'] as const;
export type CoverageFilter = (typeof COVERAGE_FILTERS)[number];

/** What the document on the screen does when it is asked to by key or name. */
export interface ReaderActions {
  /** Goes to the next sentence or the one before. */
  step: (by: 1 | -1) => void;
  /** Selects whole sentences, one more or less. */
  extend: (by: 1 | -1) => void;
  /** Goes to the next sentence nobody has touched, or the one before. */
  toUntouched: (by: 1 | -1) => void;
  /** Marks what is selected, or the sentence that is read; or takes that mark away. */
  mark: (kind: 'opinion' | 'nothing') => void;
  /** Records what a hint proposes on the sentence that is read, or turns it down. */
  takeHint: (accept: boolean) => void;
  find: () => void;
  findNext: (by: 1 | -1) => void;
  copyWithReference: () => void;
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
  /** The document on the screen; null while none is. */
  reader: ReaderActions | null;
  /** What stands beside the text: queries if there are any while nobody chose; null for nothing. */
  sidePanel: SidePanel | 'automatic' | null;
  coverageFilter: CoverageFilter;
  /** Whether hints are shown in the text. */
  hintsShown: boolean;
  /** Makes an allegation of what is selected in the document, or of the sentence that is read; null while there is neither. */
  recordSelection: (() => void) | null;
  /** Opens the form for a query on what is selected in the document, or on the sentence that is read. */
  askAboutSelection: (() => void) | null;
  /** Anchors what is in doubt since a new version to what is selected in the document; null while there is no such thing. */
  anchorSelection: (() => void) | null;
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
  reader: null,
  sidePanel: 'automatic',
  coverageFilter: 'all',
  hintsShown: true,
  recordSelection: null,
  askAboutSelection: null,
  anchorSelection: null,
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
/** Shows something beside the text, or puts it away if it is there. */
export function togglePanel(panel: SidePanel, shown: SidePanel | null): void {
  set({ sidePanel: panel === shown ? null : panel });
}
