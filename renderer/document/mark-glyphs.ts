import type { MarkKind } from '../../shared/case/words.ts';

/** The signs of words that become no allegation, beside the word for it wherever there is room. */
export const MARK_GLYPHS: Readonly<Record<Exclude<MarkKind, 'dismissed'>, string>> = {
  opinion: '≈',
  nothing: '∅',
};

/** Behind the sign of a state: where the passage stands is in doubt. */
export const DOUBT_GLYPH = '?';
