/** Why a string is protected. `messages/<language>/protection.json` has a phrase for each. */
export const PROTECTED_WHATS = [
  'identity',
  'earlier-name',
  'protected-name',
  'exhibit-hash',
  'exhibit-name',
  'exhibit-address',
  'exhibit-notes',
] as const;
export type ProtectedWhat = (typeof PROTECTED_WHATS)[number];

/**
 * A string that must be in no file that leaves, and what to link to when it is found: the id of a source, of an exhibit
 * or of a protected name. No answer ever has the string itself, only `what` and `id`.
 */
export interface Needle {
  what: ProtectedWhat;
  id: string;
  text: string;
  /** Whether these are digits that are found with any others before them, as those of a telephone number are. */
  digits?: true;
}
