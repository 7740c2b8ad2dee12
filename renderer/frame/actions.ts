import type { State } from '../../shared/case/words.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { api } from '../api.ts';
import { failureSentence } from '../failure.ts';
import { run, select, show, useWindow, VIEWS } from '../store.ts';
import {
  askToEdit,
  openDialog,
  openForm,
  tellProblem,
  useUi,
  type DialogName,
  type ReaderActions,
} from '../ui-state.ts';
import { announce } from '../ui/announcer.tsx';
import { focusView } from '../ui/focus-view.ts';
import { takeInExhibits } from '../sources/taking-in.ts';
import { takeOpening } from './opening.ts';

/**
 * Everything that can be asked for by name: the palette and the shortcut sheet list these, the native menu and the keys
 * call them. An action is an entry here and its words in `menu.json` under `actions`.
 */
export interface Action {
  id: string;
  /** `Mod` is Ctrl, or Command on a Mac. A key by itself works only outside text fields and can be switched off. */
  keys: string | null;
  /** Whether it makes sense now. */
  when: () => boolean;
  run: (t: Translate) => unknown;
}

const state = useWindow.getState;
const always = (): boolean => true;
const inCase = (): boolean => state().overview !== null;
const writable = (): boolean => inCase() && state().loaded?.readOnly === null;
const selected = (): string | null => state().selectedId;
/** Where the selected allegation is not in sight, keys must not change it. */
const onSelected = (): boolean =>
  writable() && selected() !== null && !['report', 'sources'].includes(state().view);

const dialog = (id: DialogName, keys: string | null, when = always): Action => ({
  id,
  keys,
  when,
  run: () => openDialog(id),
});

const sample = (action: string, id: string): Action => ({
  id: action,
  keys: null,
  when: always,
  run: (t) => takeOpening(api.openSample({ id }), t),
});

/** Carries out a command that has no form to show a problem in. Answers whether it was done. */
export async function runHere(t: Translate, command: Parameters<typeof run>[0]): Promise<boolean> {
  const answer = await run(command);
  tellProblem(answer.ok ? null : failureSentence(answer.error, t));
  return answer.ok;
}

async function takeBack(t: Translate, type: 'undo' | 'redo'): Promise<void> {
  const named = state().overview?.[type];
  if (await runHere(t, { type })) announce(t(`frame.${type}Done`, { ...(named ?? { action: '', on: '' }) }));
}

function step(by: 1 | -1): void {
  const ids = [...state().rows.keys()];
  if (ids.length === 0) return;
  const at = ids.indexOf(selected() ?? '');
  const next = at < 0 ? (by === 1 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, at + by));
  select(ids[next] ?? null);
}

/** Moves the selected allegation, or the one given, by opening the form for it. */
export function askToMove(to: State | null, id = selected()): void {
  if (id === null || !writable()) return;
  select(id);
  openForm({ kind: 'move', id, to });
}

/** Opens the form for the published rating of an allegation, or what has to be said before there can be one. */
export function askToRate(id: string): void {
  const { publisher = null, scale = null } = state().overview ?? {};
  if (publisher && scale) openForm({ kind: 'rating', id });
  else openDialog('publishing');
}

/** The allegation after this one in its column, or else before it: where the work goes on when this one leaves. */
function neighbourOf(id: string): string | null {
  const { rows } = state();
  const column = rows.columns[rows.get(id)?.state ?? 'unverified'];
  const at = column.findIndex((row) => row.id === id);
  return (column[at + 1] ?? column[at - 1])?.id ?? null;
}

const onAllegation = (action: string, keys: string | null, open: (id: string) => void): Action => ({
  id: action,
  keys,
  when: onSelected,
  run: () => {
    const id = selected();
    if (id !== null) open(id);
  },
});

/** What the document on the screen does. A change needs a case that can be written. */
const inReader = (
  id: string,
  keys: string | null,
  does: (reader: ReaderActions) => void,
  changes = false,
): Action => ({
  id,
  keys,
  when: () => useUi.getState().reader !== null && (!changes || writable()),
  run: () => {
    const { reader } = useUi.getState();
    if (reader) does(reader);
  },
});

function formOn(kind: 'evidence' | 'response'): void {
  const id = selected();
  if (id !== null) openForm({ kind, id, itemId: null });
}

async function duplicate(t: Translate): Promise<void> {
  if (await takeOpening(api.duplicate(undefined), t)) announce(t('frame.duplicated'));
}

export const ACTIONS: readonly Action[] = [
  dialog('new-case', 'Mod+N'),
  { id: 'open-case', keys: 'Mod+O', when: always, run: (t) => takeOpening(api.openCase(undefined), t) },
  sample('open-sample', 'foreign-fighters'),
  sample('open-worked-example', 'worked-example'),
  dialog('add-document', 'Mod+I', writable),
  dialog('add-version', null, () => writable() && state().documentId !== null),
  dialog('versions', null, () => inCase() && state().documentId !== null),
  {
    id: 'save',
    keys: 'Mod+S',
    when: inCase,
    run: (t) => announce(t(state().save.kind === 'failed' ? 'frame.notSaved' : 'frame.alreadySaved')),
  },
  { id: 'save-as', keys: 'Mod+Shift+S', when: inCase, run: (t) => takeOpening(api.saveAs(undefined), t) },
  { id: 'duplicate', keys: null, when: inCase, run: duplicate },
  dialog('earlier-versions', null, inCase),
  dialog('rename-case', null, writable),
  { id: 'close-case', keys: null, when: inCase, run: () => api.closeCase(undefined) },
  {
    id: 'undo',
    keys: 'Mod+Z',
    when: () => writable() && Boolean(state().overview?.undo),
    run: (t) => takeBack(t, 'undo'),
  },
  {
    id: 'redo',
    keys: 'Mod+Shift+Z',
    when: () => writable() && Boolean(state().overview?.redo),
    run: (t) => takeBack(t, 'redo'),
  },
  dialog('standard', null, inCase),
  dialog('publishing', null, inCase),
  dialog('add-source', null, writable),
  dialog('protected-names', null, inCase),
  dialog('exhibits', null, inCase),
  {
    id: 'add-exhibits',
    keys: null,
    when: writable,
    run: (t) => takeInExhibits(api.addExhibits(undefined), t),
  },
  dialog('paste-exhibit', null, writable),
  dialog('changed-text', null, () => inCase() && state().documentId !== null),
  dialog('trash', null, inCase),
  {
    id: 'new-allegation',
    keys: 'A',
    when: writable,
    run: (t) => {
      const record = useUi.getState().recordSelection;
      if (record) record();
      else tellProblem(t('frame.selectFirst'));
    },
  },
  { id: 'edit-allegation', keys: 'F2', when: onSelected, run: askToEdit },
  { id: 'move', keys: 'M', when: onSelected, run: () => askToMove(null) },
  { id: 'add-evidence', keys: 'E', when: onSelected, run: () => formOn('evidence') },
  { id: 'add-response', keys: 'R', when: onSelected, run: () => formOn('response') },
  {
    id: 'add-query',
    keys: 'Q',
    when: writable,
    run: (t) => {
      const ask = useUi.getState().askAboutSelection;
      if (ask) ask();
      else tellProblem(t('frame.selectFirst'));
    },
  },
  {
    id: 'anchor-here',
    keys: 'H',
    when: () => writable() && useUi.getState().anchorSelection !== null,
    run: () => useUi.getState().anchorSelection?.(),
  },
  // J and K are next and previous in many programs for reading, and free here; arrow keys move the caret.
  inReader('next-sentence', 'J', (reader) => reader.step(1)),
  inReader('previous-sentence', 'K', (reader) => reader.step(-1)),
  inReader('extend-forward', 'Shift+J', (reader) => reader.extend(1)),
  inReader('extend-back', 'Shift+K', (reader) => reader.extend(-1)),
  inReader('next-untouched', 'U', (reader) => reader.toUntouched(1)),
  inReader('previous-untouched', 'Shift+U', (reader) => reader.toUntouched(-1)),
  inReader('mark-opinion', 'O', (reader) => reader.mark('opinion'), true),
  inReader('mark-nothing', 'C', (reader) => reader.mark('nothing'), true),
  inReader('accept-hint', 'S', (reader) => reader.takeHint(true), true),
  inReader('dismiss-hint', 'D', (reader) => reader.takeHint(false), true),
  inReader('find', 'Mod+F', (reader) => reader.find()),
  inReader('find-next', 'F3', (reader) => reader.findNext(1)),
  inReader('find-previous', 'Shift+F3', (reader) => reader.findNext(-1)),
  inReader('copy-with-reference', 'Mod+Shift+C', (reader) => reader.copyWithReference()),
  inReader('show-passages', 'L', () => useUi.setState({ sidePanel: 'passages' })),
  inReader('show-hints', 'W', () => useUi.setState({ sidePanel: 'hints' })),
  {
    id: 'hide-hints',
    keys: null,
    when: () => useUi.getState().reader !== null,
    run: () => useUi.setState(({ hintsShown }) => ({ hintsShown: !hintsShown })),
  },
  onAllegation('review', 'V', (id) => openForm({ kind: 'review', id })),
  onAllegation('relate', null, (id) => openForm({ kind: 'relation', id })),
  onAllegation('verify-quote', null, (id) => openForm({ kind: 'quote', id })),
  onAllegation('rate', null, askToRate),
  {
    id: 'remove-allegation',
    keys: 'Delete',
    when: onSelected,
    run: async (t) => {
      const id = selected();
      const row = id === null ? undefined : state().rows.get(id);
      if (!row) return;
      const beside = neighbourOf(row.id);
      if (await runHere(t, { type: 'remove', kind: 'allegations', id: row.id })) {
        announce(t('frame.removed', { ref: row.ref }));
        select(beside);
        focusView();
      }
    },
  },
  { id: 'next-allegation', keys: 'N', when: inCase, run: () => step(1) },
  { id: 'previous-allegation', keys: 'P', when: inCase, run: () => step(-1) },
  ...VIEWS.map((view, index): Action => ({
    id: `view-${view}`,
    keys: `Mod+${index + 1}`,
    when: inCase,
    run: () => {
      show(view);
      focusView();
    },
  })),
  {
    id: 'verify',
    keys: null,
    when: inCase,
    run: () => {
      show('history');
      useUi.setState({ verifyAsked: true });
    },
  },
  dialog('palette', 'Mod+K'),
  dialog('shortcuts', 'Mod+/'),
  dialog('settings', 'Mod+,'),
  dialog('about', null),
];

const byId = new Map(ACTIONS.map((action) => [action.id, action]));

/** Carries out an action by its id, if it makes sense now. Answers whether it did. */
export function act(id: string, t: Translate): boolean {
  const action = byId.get(id);
  if (!action?.when()) return false;
  action.run(t);
  return true;
}
