import type { Result } from './benchmark.ts';

/** A table in Markdown, padded so that it reads as well in a terminal. Numbers, that is all but the first column, to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) =>
    Math.max(3, ...[title, ...rows.map((row) => row[at] ?? '')].map(width)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((wanted, at) => padded(cells[at] ?? '', wanted, at > 0)).join(' | ')} |`;
  const rule = `| ${widths.map((wanted, at) => (at > 0 ? `${'-'.repeat(wanted - 1)}:` : '-'.repeat(wanted))).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

const width = (text: string): number => [...text].length;

function padded(text: string, wanted: number, right: boolean): string {
  const space = ' '.repeat(wanted - width(text));
  return right ? space + text : text + space;
}

/** A number with as many places as say something: three digits that count. */
export function number(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  const places = value === 0 ? 0 : Math.min(4, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
  return value.toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** Whether a result keeps to its target; null where there is none or nothing could be measured. */
export function isMet({ value, target }: Result): boolean | null {
  if (value === null || target === null) return null;
  return target.sign === '≤' ? value <= target.limit : value >= target.limit;
}
