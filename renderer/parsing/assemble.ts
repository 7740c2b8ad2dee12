import type { Block } from '../../shared/case/document.ts';
import type { BlockKind } from '../../shared/case/words.ts';
import { codePointLength } from '../../shared/text/code-points.ts';
import { toWellFormed } from '../../shared/text/well-formed.ts';

/** A paragraph of a text on its way, or what else stands apart in it. Its text has no blank lines at its ends. */
export interface Part {
  text: string;
  /** Null: a paragraph. */
  kind: BlockKind | null;
  /** Of a heading or an item, from 1. */
  level: number | null;
  /** What its items have in common: they follow each other on lines, without a blank one between them. */
  list: object | null;
}

/** A text and where its parts begin; positions count code points. */
export interface Assembled {
  text: string;
  blocks: Block[];
  /** Of each part, in their order. */
  starts: number[];
}

/**
 * Puts parts into one text, with a blank line between them, and none between items of a list. Lone surrogates and NULs,
 * which no stored text may have, become U+FFFD, one for one.
 */
export function assembled(parts: readonly Part[]): Assembled {
  const pieces: string[] = [];
  const blocks: Block[] = [];
  const starts: number[] = [];
  let at = 0;
  let last: Part | null = null;
  for (const part of parts) {
    const between = last === null ? '' : last.list !== null && last.list === part.list ? '\n' : '\n\n';
    const text = toWellFormed(part.text).replaceAll('\0', '\uFFFD');
    pieces.push(between, text);
    const start = at + between.length;
    at = start + codePointLength(text);
    starts.push(start);
    if (part.kind !== null) blocks.push({ kind: part.kind, start, end: at, level: part.level });
    last = part;
  }
  return { text: pieces.join(''), blocks, starts };
}
