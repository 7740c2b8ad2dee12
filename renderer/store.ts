import { create } from 'zustand';
import type { Input, Notices, Outputs } from '../shared/api.ts';
import type { AppInfo, LoadedCase, SavedChange, Verdict } from '../shared/answers.ts';
import type { OpenedReadOnly } from '../shared/problems.ts';
import type { DocumentTitle } from '../shared/queries/document-view.ts';
import type { Overview } from '../shared/queries/overview.ts';
import { api } from './api.ts';
import { loadRows } from './load-rows.ts';
import { Rows } from './rows.ts';

/** The views of the rail. A view is a folder, a line here and one in App.tsx. */
export const VIEWS = ['document', 'board', 'sources', 'open', 'history', 'report'] as const;
export type View = (typeof VIEWS)[number];

/** How the case stands with its file, as the title bar says it. */
export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'saving' }
  | { kind: 'failed'; problem: { code: string } }
  | { kind: 'read-only'; because: OpenedReadOnly };

/**
 * What the window knows of the case: light rows, replaced one by one as changes arrive, never the whole case.
 * Details are asked for when shown (see use-asked.ts), and asked again when `revisions` says they changed.
 */
export interface WindowState {
  app: AppInfo | null;
  loaded: Pick<
    LoadedCase,
    'key' | 'fileName' | 'path' | 'readOnly' | 'recovered' | 'keptAside' | 'migrated'
  > | null;
  /** Names of copies beside the case that a sync program made. */
  copies: readonly string[];
  /** A case that is being opened, and how far that is, when it takes long. */
  opening: Notices['opening'] | null;
  overview: Overview | null;
  documents: readonly DocumentTitle[];
  rows: Rows;
  /** Counts up for an allegation or document each time something about it changed. */
  revisions: ReadonlyMap<string, number>;
  /** Counts up when something about every allegation changed, as it does with the standard. */
  everything: number;
  /** Counts up with every change, for what depends on all of it (names, trash, history, report). */
  revision: number;
  save: SaveState;
  /** What verifying the case behind the scenes found; null while that goes on. */
  verdict: Verdict | null;
  view: View;
  selectedId: string | null;
  /** The source that the Sources view shows. */
  sourceId: string | null;
  documentId: string | null;
}

export const useWindow = create<WindowState>(() => ({
  app: null,
  loaded: null,
  copies: [],
  opening: null,
  overview: null,
  documents: [],
  rows: Rows.of([]),
  revisions: new Map(),
  everything: 0,
  revision: 0,
  save: { kind: 'saved', at: null },
  verdict: null,
  view: 'document',
  selectedId: null,
  sourceId: null,
  documentId: null,
}));

const set = useWindow.setState;

/** Connects the window to the main process; called once. Answers a function that disconnects it again. */
export async function connect(): Promise<() => void> {
  const stops = [
    api.on('opened', ({ opened }) => void (opened ? load() : refreshApp())),
    api.on('changed', (change) => (waiting ? void waiting.push(change) : take(change))),
    api.on('opening', (opening) => set({ opening: { ...opening, share: opening.share * READ_SHARE } })),
    api.on('leaving', () => void settle()),
    api.on('copies', ({ copies }) => set({ copies })),
    api.on('verified', (verdict) => set({ verdict })),
    api.on('settings', (settings) => set(({ app }) => ({ app: app && { ...app, settings } }))),
  ];
  await refreshApp();
  if (useWindow.getState().app?.caseOpen) await load();
  return () => {
    for (const stop of stops) stop();
  };
}

async function refreshApp(): Promise<void> {
  loading++;
  waiting = null;
  set({ app: await api.appInfo(undefined), ...NOTHING });
}

/** What the window knows of a case when there is none. */
const NOTHING = {
  loaded: null,
  copies: [],
  opening: null,
  overview: null,
  documents: [],
  rows: Rows.of([]),
  verdict: null,
  selectedId: null,
  sourceId: null,
} satisfies Partial<WindowState>;

/** Reading the file is most of the work of opening; handing the rows over is the rest. */
const READ_SHARE = 0.8;
/** Counts openings, so that one that was overtaken by another ends. */
let loading = 0;
/** Changes that came while the rows were on their way; null when none are. */
let waiting: SavedChange[] | null = null;

async function load(): Promise<void> {
  const own = ++loading;
  waiting = [];
  const loaded = await api.loadCase(undefined);
  if (!loaded) return openingEnded();
  const { overview, documents, savedAt, verdict, copies, ...file } = loaded;
  // Verifying goes on meanwhile, and may be over before the last row is here.
  set({ verdict });
  const count = Object.values(overview.counts).reduce((sum, each) => sum + each, 0);
  const rows = await loadRows((done) => {
    const share = READ_SHARE + ((1 - READ_SHARE) * done) / Math.max(1, count);
    if (own === loading) set({ opening: { file: file.fileName, share } });
    return own === loading;
  });
  // Another opening, or the end of this one, came in between.
  if (!rows || own !== loading) return;
  const { readOnly } = file;
  const changes = waiting;
  waiting = null;
  set({
    loaded: file,
    copies,
    opening: null,
    overview,
    documents,
    rows: Rows.of(rows),
    revisions: new Map(),
    everything: 0,
    revision: 0,
    save: readOnly ? { kind: 'read-only', because: readOnly } : { kind: 'saved', at: savedAt },
    selectedId: null,
    sourceId: null,
    documentId: documents.at(-1)?.id ?? null,
    view: 'document',
  });
  for (const change of changes) take(change);
}

/** No case is being opened any more: it was refused, or the person ended it. What was shown stays. */
export function openingEnded(): void {
  set({ opening: null });
}

function take({ rows, gone, touched, everything, overview, documents, savedAt }: SavedChange): void {
  settled = { kind: 'saved', at: savedAt };
  set((state) => {
    const nextRows = state.rows.changed(rows, gone);
    const revisions = new Map(state.revisions);
    for (const id of touched) revisions.set(id, (revisions.get(id) ?? 0) + 1);
    const titles = documents ?? state.documents;
    return {
      rows: nextRows,
      revisions,
      everything: state.everything + (everything ? 1 : 0),
      revision: state.revision + 1,
      overview,
      documents: titles,
      save: asked > 0 ? state.save : settled,
      selectedId: state.selectedId !== null && nextRows.has(state.selectedId) ? state.selectedId : null,
      documentId: shownAfter(state.documentId, state.documents, titles),
    };
  });
}

/**
 * Which document is shown when their list changed. One that was not listed is an older version, which a person looks at
 * and goes on looking at. Where the newest version is another one than before, that stands in the same place of the list.
 */
function shownAfter(
  shown: string | null,
  before: readonly DocumentTitle[],
  after: readonly DocumentTitle[],
): string | null {
  const last = after.at(-1)?.id ?? null;
  const has = (titles: readonly DocumentTitle[], id: string): boolean =>
    titles.some((each) => each.id === id);
  if (shown === null || has(after, shown)) return shown ?? last;
  if (!has(before, shown)) return last === null ? null : shown;
  const inItsPlace = after[before.findIndex(({ id }) => id === shown)];
  const replaced = after.length === before.length && inItsPlace && !has(before, inItsPlace.id);
  return replaced ? inItsPlace.id : last;
}

export type RunAnswer = Outputs['run'];

/** Commands that were not answered yet, and how the case stood with its file before the first of them. */
let asked = 0;
let settled: SaveState = { kind: 'saved', at: null };
const pending = new Set<Promise<RunAnswer>>();

/** Saves what is being written in the field that has the keyboard, and waits for all that was asked. */
export async function settle(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  // Leaving a field asks main in the next moment.
  await Promise.resolve();
  await Promise.allSettled(pending);
  await api.settled(undefined);
}

/**
 * Runs a command: the one way to change the case. When it answers ok, the change is durable and the lists have it or
 * will in a moment. When it does not, nothing changed; the caller keeps what was typed and shows why.
 */
export async function run(command: Input<'run'>): Promise<RunAnswer> {
  const { save } = useWindow.getState();
  if (asked === 0) settled = save;
  if (save.kind !== 'read-only') set({ save: { kind: 'saving' } });
  asked++;
  const asking = api.run(command);
  pending.add(asking);
  const answer = await asking;
  pending.delete(asking);
  asked--;
  // The change itself came before the answer, with the time it was saved at.
  if (answer.ok && settled.kind !== 'saved') settled = { kind: 'saved', at: null };
  if (!answer.ok && 'save' in answer.error && settled.kind !== 'read-only') {
    settled = { kind: 'failed', problem: answer.error.save };
  }
  if (asked === 0) set({ save: settled });
  return answer;
}

export function select(id: string | null): void {
  set({ selectedId: id });
}

/** Shows a source in the Sources view. */
export function showSource(sourceId: string | null): void {
  set({ sourceId, view: 'sources' });
}

export function show(view: View): void {
  set({ view });
}

export function showDocument(documentId: string): void {
  set({ documentId, view: 'document' });
}
