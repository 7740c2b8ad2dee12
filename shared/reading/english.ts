/** So much of a text is looked at. */
const LOOKED_AT = 20_000;
/** From this share of such words on a text is English: its prose has about a fifth, its neighbours a few percent. */
const ENGLISH = 0.1;

/**
 * Words that English cannot do without and that its neighbours do not have, or rarely: “in”, “was”, “at” and “for”
 * are left out, being German, Dutch or Danish as well.
 */
const FUNCTION_WORDS = new Set(
  'the of and to that with from has this which would they their she his been are were not its it than who but'.split(
    ' ',
  ),
);

/**
 * Whether the rules for English apply to a text: its language says so or, when it has none, its commonest words do.
 * The test is cheap and made to be silent when in doubt; a text in two languages may be taken for either.
 */
export function isEnglish(text: string, language: string | null): boolean {
  if (language !== null) return /^en(?:-|$)/i.test(language);
  const words =
    text
      .slice(0, LOOKED_AT)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const found = words.filter((word) => FUNCTION_WORDS.has(word)).length;
  return found > 0 && found >= words.length * ENGLISH;
}
