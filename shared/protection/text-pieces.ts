import { decodeHTML } from 'entities';
import papaparse from 'papaparse';
import type { Piece } from './found.ts';

/** So many lines of a paragraph are told of as one place at most. */
const LINES = 20;

/**
 * Plain text and Markdown, paragraph by paragraph, entities decoded. What escapes and emphasises in Markdown needs no
 * more, since the search does not see it (squeeze.ts). Lines count from 1.
 */
export function* textPieces(source: string): Generator<Piece, void, void> {
  let paragraph: string[] = [];
  let first = 1;
  const lines = source.split('\n');
  for (const [index, line] of [...lines, ''].entries()) {
    if (line.trim() !== '' && paragraph.length < LINES) {
      if (paragraph.length === 0) first = index + 1;
      paragraph.push(line);
      continue;
    }
    if (paragraph.length > 0)
      yield { text: decodeHTML(paragraph.join('\n')), place: { code: 'line', number: first } };
    // A part of a longer paragraph begins with the last line of the one before, over whose end a name may go on.
    paragraph = line.trim() === '' ? [] : [...paragraph.slice(-1), line];
    first = index;
  }
}

/** The cells of CSV, as a spreadsheet takes them. Rows count from 1; columns are called as their first row calls them. */
export function* csvPieces(source: string): Generator<Piece, void, void> {
  const { data, errors } = papaparse.parse<string[]>(source, { delimiter: ',' });
  const [columns = []] = data;
  for (const [row, cells] of data.entries()) {
    for (const [column, text] of cells.entries()) {
      if (text !== '') yield { text, place: { code: 'cell', text: columns[column] ?? '', number: row + 1 } };
    }
  }
  // What cannot be told apart is searched as it stands.
  if (errors.length > 0) yield { text: source, place: { code: 'raw' } };
}

/** The strings, numbers and names of fields of JSON, escapes decoded; all of it as it stands when it is no JSON. */
export function* jsonPieces(source: string): Generator<Piece, void, void> {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    yield { text: source, place: { code: 'raw' } };
    return;
  }
  let number = 0;
  const stack: { value: unknown; path: string }[] = [{ value, path: '' }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { value, path } = top;
    const place = { code: 'path', text: path, number: ++number } as const;
    if (typeof value === 'string' || typeof value === 'number') yield { text: String(value), place };
    if (typeof value !== 'object' || value === null) continue;
    const inner = Array.isArray(value)
      ? value.map((each: unknown, index) => ({ value: each, path: `${path}[${index}]` }))
      : Object.entries(value).map(([key, each]: [string, unknown]) => ({
          value: each,
          path: path === '' ? key : `${path}.${key}`,
        }));
    if (!Array.isArray(value)) yield { text: Object.keys(value).join('\n'), place };
    for (const each of inner.toReversed()) stack.push(each);
  }
}
