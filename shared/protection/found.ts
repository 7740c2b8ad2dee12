import type { ProtectedWhat } from './needle.ts';

/**
 * Where in a file. `messages/<language>/protection.json` has a phrase for each code. A text in a place, such as a heading
 * or the name of a part, is told only when nothing protected is in it: `Matcher.find()` sees to that.
 */
export type Place =
  | { code: 'file-name' | 'top' | 'raw' | 'outline' }
  /** Below a heading of the file; of an allegation its reference alone. */
  | { code: 'heading'; text: string; number: number }
  /** Lines and rows count from 1, as programs for such files show them. */
  | { code: 'line'; number: number }
  | { code: 'cell'; text: string; number: number }
  /** Of JSON, such as `allegations[2].statement`. */
  | { code: 'path'; text: string; number: number }
  | { code: 'page'; number: number }
  /** Of a file that says something about itself, such as its title. */
  | { code: 'metadata'; text: string; number: number }
  /** A part of a zip, by its name or, where that would tell, by its number from 1; and the name of such a part. */
  | { code: 'part' | 'part-name'; text: string; number: number };

/** A piece of a file to be searched, and where it is. */
export interface Piece {
  text: string;
  place: Place;
}

/** That something protected stands in a place: what it is, never which words. */
export interface Found {
  place: Place;
  what: ProtectedWhat;
  /** Of the source, the exhibit or the protected name. */
  id: string;
}
