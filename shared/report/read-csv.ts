import papaparse from 'papaparse';
import { FORMULA } from './csv.ts';

/** For tests only: reads a report's CSV back. */

/** The cells as a program reads them that knows nothing of Stet. */
export function rawCells(text: string): string[][] {
  const { data, errors } = papaparse.parse<string[]>(text.replace(/^\uFEFF/, '').replace(/\r\n$/, ''), {
    delimiter: ',',
    newline: '\r\n',
  });
  if (errors[0]) throw new Error(errors[0].message);
  return data;
}

/** A cell as it was written: without the apostrophe that keeps it from being taken for a formula. */
export function cellText(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** The cells as they were written. */
export function readCsv(text: string): string[][] {
  return rawCells(text).map((row) => row.map(cellText));
}
