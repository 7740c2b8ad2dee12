import { select, show } from '../store.ts';
import { focusView } from '../ui/focus-view.ts';

/** Selects an allegation and goes to the board, where it is seen with everything about it, and the keyboard with it. */
export function showAllegation(id: string): void {
  select(id);
  show('board');
  focusView();
}
