import type { State } from '../case/words.ts';

/** The mark of each state, the same on screen and in print: state is never colour alone. */
export const GLYPHS: Readonly<Record<State, string>> = { unverified: '◌', corroborated: '✓', denied: '⊘' };
