import papaparse from 'papaparse';
import { visible } from '../text/visible.ts';

/**
 * What a spreadsheet might take for a formula: a cell that begins with = + - or @, or with the wide, small or
 * typographic form of one, which some take for the same; whatever invisible thing or apostrophe stands before it. And
 * one that begins with a tab or a line break, which some take away (OWASP, CSV Injection).
 */
export const FORMULA = /^[\s\p{C}']*[=＝﹦+＋﹢\-－﹣−@＠﹫]|^'*[\t\r\n]/u;

/** So that spreadsheets know UTF-8, and do not take umlauts and other scripts for something else. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows as CSV (RFC 4180) that opens right in spreadsheets: UTF-8 with a byte order mark, lines that end with CR LF,
 * every text in quotation marks, so that no other separator parts it. A text that would be taken for a formula gets an
 * apostrophe before it, also where it is a negative number, since it is text; who reads it back takes one away where
 * what follows would be such a text. Numbers are Stet's own and stay as they are. What a text file cannot hold is
 * replaced visibly; lines inside of a cell end with a line feed.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? visible(cell) : cell)));
  const text = papaparse.unparse(cells, {
    newline: '\r\n',
    quotes: (cell: unknown) => typeof cell === 'string',
    escapeFormulae: FORMULA,
  });
  return `${BYTE_ORDER_MARK}${text}\r\n`;
}
