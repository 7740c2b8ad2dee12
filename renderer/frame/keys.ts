import type { Translate } from '../../shared/messages/translate.ts';
import { useWindow } from '../store.ts';
import { ACTIONS, act } from './actions.ts';

const isMac = (): boolean => useWindow.getState().app?.platform === 'darwin';

/** A press as it is written in actions.ts: `Mod+Shift+Z`, `A`, `F2`. */
function written(event: KeyboardEvent): string {
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return [...(mod ? ['Mod'] : []), ...(event.shiftKey && key !== '/' ? ['Shift'] : []), key].join('+');
}

/** The reading column has a caret too, but nothing can be typed there. */
const FIELDS = 'input, textarea, select, [contenteditable]:not([data-reader])';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(FIELDS) !== null;
}

/** The same action under a second habit: Ctrl+Y redoes where that is the custom. */
const ALSO: Readonly<Record<string, string>> = { 'Mod+Y': 'Mod+Shift+Z', Backspace: 'Delete' };

/**
 * Listens to the keys of all actions. Inside a text field plain keys write, and undo takes back typing; while a dialog
 * is open it has all keys to itself. Keys without Ctrl can be switched off (WCAG 2.1.4). Answers how to stop.
 */
export function listenToKeys(t: Translate): () => void {
  const hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const typed = written(event);
    const pressed = ALSO[typed] ?? typed;
    const action = ACTIONS.find(({ keys }) => keys === pressed);
    if (!action) return;
    const plain = !pressed.startsWith('Mod+');
    const typing = isTyping(event.target);
    const offered = useWindow.getState().app?.settings.plainKeys ?? true;
    if (plain && (typing || !offered || event.ctrlKey || event.metaKey)) return;
    if (typing && (action.id === 'undo' || action.id === 'redo')) return;
    if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'))
      return;
    if (act(action.id, t)) event.preventDefault();
  };
  document.addEventListener('keydown', hear);
  return () => document.removeEventListener('keydown', hear);
}

/** Keys as people read them on this system: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function keysForPeople(keys: string): string {
  if (!isMac()) return keys.replace('Mod', 'Ctrl');
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  return `${parts.includes('Shift') ? '⇧' : ''}${parts.includes('Mod') ? '⌘' : ''}${key}`;
}
