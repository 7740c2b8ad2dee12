import type { FileProblem } from '../../shared/problems.ts';
import type { Extracted, Extractor, Page } from '../../shared/case/document.ts';
import { LIMITS } from '../../shared/case/limits.ts';
import type { DocumentFormat } from '../../shared/case/words.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { codePointLength } from '../../shared/text/code-points.ts';
import { languageOf } from '../../shared/text/language.ts';
import { toWellFormed } from '../../shared/text/well-formed.ts';
import { assembled, type Part } from './assemble.ts';

export type Parsed = Result<Extracted, FileProblem>;

/** What has been read out of a file, before it is one text. */
export interface Reading {
  format: DocumentFormat;
  extractor: Extractor;
  encoding: string | null;
  /** As the file says, whatever it says. */
  declaredLanguage: string | null;
  title: string | null;
  parts: readonly Part[];
  /** What each page is called, and the number of its first part; in their order. */
  pages?: readonly { label: string; firstPart: number }[];
}

/** Makes one text of a reading, or says why that is none that Stet takes. */
export function extracted({ parts, pages = [], declaredLanguage, title, ...rest }: Reading): Parsed {
  const { text, blocks, starts } = assembled(parts);
  if (text.trim() === '') return fail({ code: 'no-text-in-it' });
  if (isTooMuch(text) || blocks.length > LIMITS.blocks || pages.length > LIMITS.pages) return TOO_MUCH;
  const end = codePointLength(text);
  const places: Page[] = pages.map(({ label, firstPart }, index) => ({
    label: oneLine(label, LIMITS.tag) ?? String(index + 1),
    start: starts[firstPart] ?? end,
  }));
  return ok({
    ...rest,
    text,
    blocks,
    pages: places,
    language: languageOf(declaredLanguage, text),
    title: title === null ? null : oneLine(title, LIMITS.title),
  });
}

export const TOO_MUCH = fail({
  code: 'too-much-text',
  limitMillions: Math.floor(LIMITS.documentText / 1_000_000),
} as const);

export const isTooMuch = ({ length }: { length: number }): boolean => length > LIMITS.documentText;

/** One line of at most `limit` UTF-16 units, cut between characters; null when nothing is left. */
export function oneLine(text: string, limit: number): string | null {
  // oxlint-disable-next-line no-control-regex -- Titles of some files end with NULs.
  const line = toWellFormed(text.slice(0, limit * 4).replace(/[\0-\x20\x7f\s]+/g, ' ')).trim();
  const cut = line.length > limit ? toWellFormed(line.slice(0, limit)).replace(/\uFFFD$/u, '') : line;
  return cut === '' ? null : cut;
}
