import type { MarkKind, State } from '../case/words.ts';

/** The mark of each state, the same on screen and in print: state is never colour alone. */
export const GLYPHS: Readonly<Record<State, string>> = { unverified: '◌', corroborated: '✓', denied: '⊘' };

/** The signs of words that become no allegation, beside the word for it wherever there is room. */
export const MARK_GLYPHS: Readonly<Record<Exclude<MarkKind, 'dismissed'>, string>> = {
  opinion: '≈',
  nothing: '∅',
};

/** Behind the sign of a state: where the passage stands is in doubt. */
export const DOUBT_GLYPH = '?';
