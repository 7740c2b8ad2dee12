import { create } from 'zustand';
import type { AppInfo, Input, LoadedCase, OpenedReadOnly, Outputs, SavedChange } from '../shared/api.ts';
import type { Overview } from '../shared/queries/overview.ts';
import type { AllegationRow } from '../shared/queries/rows.ts';
import { refNumber } from '../shared/case/case.ts';
import { api } from './api.ts';

/** The views of the rail. A view is a folder, a line here and one in App.tsx. */
export const VIEWS = ['document', 'board', 'history', 'report'] as const;
export type View = (typeof VIEWS)[number];

/** How the case stands with its file, as the title bar says it. */
export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'saving' }
  | { kind: 'failed'; problem: { code: string } }
  | { kind: 'read-only'; because: OpenedReadOnly };

/**
 * What the window knows of the case: light rows in a Map, replaced one by one as changes arrive, never the whole case.
 * Details are asked for when shown (see use-asked.ts), and asked again when `revisions` says they changed.
 */
export interface WindowState {
  app: AppInfo | null;
  loaded: Pick<LoadedCase, 'fileName' | 'path' | 'readOnly' | 'recovered' | 'keptAside'> | null;
  overview: Overview | null;
  rows: ReadonlyMap<string, AllegationRow>;
  /** Counts up for an allegation or document each time something about it changed. */
  revisions: ReadonlyMap<string, number>;
  /** Counts up with every change, for what depends on all of it (names, trash, history, report). */
  revision: number;
  save: SaveState;
  view: View;
  selectedId: string | null;
  documentId: string | null;
}

export const useWindow = create<WindowState>(() => ({
  app: null,
  loaded: null,
  overview: null,
  rows: new Map(),
  revisions: new Map(),
  revision: 0,
  save: { kind: 'saved', at: null },
  view: 'document',
  selectedId: null,
  documentId: null,
}));

const set = useWindow.setState;

/** Connects the window to the main process; called once. Answers a function that disconnects it again. */
export async function connect(): Promise<() => void> {
  const stops = [
    api.on('opened', ({ opened }) => void (opened ? load() : refreshApp())),
    api.on('changed', take),
    api.on('settings', (settings) => set(({ app }) => ({ app: app && { ...app, settings } }))),
  ];
  await refreshApp();
  if (useWindow.getState().app?.caseOpen) await load();
  return () => {
    for (const stop of stops) stop();
  };
}

async function refreshApp(): Promise<void> {
  set({ app: await api.appInfo(undefined), loaded: null, overview: null, rows: new Map(), selectedId: null });
}

async function load(): Promise<void> {
  const loaded = await api.loadCase(undefined);
  if (!loaded) return;
  const { overview, rows, savedAt, ...file } = loaded;
  const { readOnly } = file;
  set({
    loaded: file,
    overview,
    rows: new Map(rows.map((row) => [row.id, row])),
    revisions: new Map(),
    revision: 0,
    save: readOnly ? { kind: 'read-only', because: readOnly } : { kind: 'saved', at: savedAt },
    selectedId: null,
    documentId: overview.documents.at(-1)?.id ?? null,
    view: 'document',
  });
}

function take({ rows, gone, touched, overview, savedAt }: SavedChange): void {
  settled = { kind: 'saved', at: savedAt };
  set((state) => {
    const nextRows = new Map(state.rows);
    const back = rows.some(({ id }) => !nextRows.has(id));
    for (const row of rows) nextRows.set(row.id, row);
    for (const id of gone) nextRows.delete(id);
    const revisions = new Map(state.revisions);
    for (const id of touched) revisions.set(id, (revisions.get(id) ?? 0) + 1);
    const kept = state.documentId !== null && overview.documents.some(({ id }) => id === state.documentId);
    return {
      rows: back ? inOrder(nextRows) : nextRows,
      revisions,
      revision: state.revision + 1,
      overview,
      save: asked > 0 ? state.save : settled,
      selectedId: state.selectedId !== null && nextRows.has(state.selectedId) ? state.selectedId : null,
      documentId: kept ? state.documentId : (overview.documents.at(-1)?.id ?? null),
    };
  });
}

/** In the order they were recorded, which is that of their references; one that comes back was put at the end. */
function inOrder(rows: Map<string, AllegationRow>): ReadonlyMap<string, AllegationRow> {
  const list = [...rows.values()];
  const numbers = list.map(({ ref }) => refNumber(ref));
  if (numbers.every((number, at) => at === 0 || number >= (numbers[at - 1] ?? 0))) return rows;
  list.sort((a, b) => refNumber(a.ref) - refNumber(b.ref));
  return new Map(list.map((row) => [row.id, row]));
}

export type RunAnswer = Outputs['run'];

/** Commands that were not answered yet, and how the case stood with its file before the first of them. */
let asked = 0;
let settled: SaveState = { kind: 'saved', at: null };

/**
 * Runs a command: the one way to change the case. When it answers ok, the change is durable and the lists have it or
 * will in a moment. When it does not, nothing changed; the caller keeps what was typed and shows why.
 */
export async function run(command: Input<'run'>): Promise<RunAnswer> {
  const { save } = useWindow.getState();
  if (asked === 0) settled = save;
  if (save.kind !== 'read-only') set({ save: { kind: 'saving' } });
  asked++;
  const answer = await api.run(command);
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

export function show(view: View): void {
  set({ view });
}

export function showDocument(documentId: string): void {
  set({ documentId, view: 'document' });
}
