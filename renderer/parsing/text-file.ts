import type { Block } from '../../shared/case/document.ts';
import { fail, ok } from '../../shared/result.ts';
import { codePointLength } from '../../shared/text/code-points.ts';
import { languageOf } from '../../shared/text/language.ts';
import { decodeBytes } from './decode-bytes.ts';
import { isTooMuch, TOO_MUCH, type Parsed } from './extracted.ts';

/** A text is taken as it is, to the last sign; of Markdown its headings are told. */
export function textFile(bytes: Uint8Array, format: 'text' | 'markdown'): Parsed {
  const decoded = decodeBytes(bytes);
  if (!decoded) return fail({ code: 'not-text' });
  const { text, encoding } = decoded;
  if (text.trim() === '') return fail({ code: 'no-text-in-it' });
  if (isTooMuch(text)) return TOO_MUCH;
  return ok({
    format,
    text,
    encoding,
    extractor: null,
    language: languageOf(null, text),
    blocks: format === 'markdown' ? headingsOf(text) : [],
    pages: [],
    title: null,
  });
}

/** ATX headings outside of fenced code (CommonMark 0.31, 4.2 and 4.5): the whole lines, their marks included. */
function headingsOf(text: string): Block[] {
  const blocks: Block[] = [];
  let fence: string | null = null;
  let at = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const words = line.replace(/[\r\n]+$/, '');
    const [, marks] = /^ {0,3}(#{1,6})[\t ]+\S/.exec(words) ?? [];
    const [, opens] = /^ {0,3}(`{3,}|~{3,})/.exec(words) ?? [];
    if (fence !== null) {
      if (opens?.startsWith(fence) && words.trim() === opens) fence = null;
    } else if (opens !== undefined) {
      fence = opens;
    } else if (marks !== undefined) {
      blocks.push({ kind: 'heading', start: at, end: at + codePointLength(words), level: marks.length });
    }
    at += codePointLength(line);
  }
  return blocks;
}
