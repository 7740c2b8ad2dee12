import { isolated } from '../text/isolated.ts';
import { visible } from '../text/visible.ts';

/**
 * Markdown put together so that nothing people wrote can ever become markup: text and markup are different types, as in
 * html.ts. It is CommonMark with the tables of GFM and holds no HTML at all, so that it reads the same where HTML is
 * not let through.
 */

const made: unique symbol = Symbol('made');

/** A piece of markup inside a line. Only this file makes any. */
export interface Md {
  readonly [made]: string;
}

export type MdPart = string | number | null | Md | readonly MdPart[];

/** Lines of whole blocks: headings, paragraphs, lists, quotations, tables. */
export type Block = readonly string[];

/** A template whose parts are escaped; nested markup stays as it is, lists are joined, null is nothing. */
export function md(strings: TemplateStringsArray, ...parts: readonly MdPart[]): Md {
  const pieces: string[] = [];
  for (const [index, fixed] of strings.entries()) {
    pieces.push(fixed);
    if (index < parts.length) pieces.push(textOf(parts[index] ?? null));
  }
  return { [made]: pieces.join('') };
}

function textOf(part: MdPart): string {
  if (part === null) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return made in part ? part[made] : part.map(textOf).join('');
}

/** What a line break becomes where there can be none: the picture of the key. */
const LINE_BREAK = ' ⏎ ';

/** Everything that is markup in some Markdown wherever it stands. What is so at the start of a line: lineOf(). */
const SPECIAL = /[\\`*_{}[\]<>&#|~$^]|([=+%:])(?=\1)|:(?=[^\s\d])|\.(?=\p{L}{2})/gu;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '`': '&#96;' };

/** A run of what may stand inside of a piece of code as it is, in a table, too: ASCII without `` \ ` | `` and space. */
const RUN = /[!-[\]-_a-{}~]+/g;

/**
 * Text inside a line. Many a reader makes links of whatever looks like an address of the web or of mail, and does so
 * after it has taken the escapes away: such a run is set as code, in which none is ever made.
 */
function escaped(text: string): string {
  const line = visible(text).replace(/[\n\u2028\u2029]+/g, LINE_BREAK);
  let told = '';
  let from = 0;
  for (const { 0: run, index } of line.matchAll(RUN)) {
    if (!/\/\/|@|www\./i.test(run)) continue;
    const { start, end } = withoutStops(run);
    told += `${plain(line.slice(from, index + start))}\`${run.slice(start, end)}\``;
    from = index + end;
  }
  return told + plain(line.slice(from));
}

/** Where an address in a sentence begins and ends: without the quotation marks, brackets and stops around it. */
function withoutStops(run: string): { start: number; end: number } {
  let start = 0;
  let end = run.length;
  while (start < end - 1 && '("\'[{<'.includes(run.charAt(start))) start++;
  while (end > start + 1 && '.,;:!?)]}>"\''.includes(run.charAt(end - 1))) end--;
  return { start, end };
}

function plain(text: string): string {
  return text.replace(SPECIAL, (character) => ENTITIES[character] ?? `\\${character}`);
}

/** A sentence with markup put into it, as in html.ts. */
export function sentence<K extends string>(
  pieces: Readonly<Record<K, MdPart>>,
  say: (standIns: Record<K, string>) => string,
): Md {
  const names = Object.keys(pieces) as K[];
  const standIns = Object.fromEntries(names.map((name, index) => [name, `\uE000${index}\uE001`])) as Record<
    K,
    string
  >;
  const text = escaped(say(standIns)).replace(/\uE000(\d+)\uE001/g, (_, index: string) => {
    const name = names[Number(index)];
    return name === undefined ? '' : textOf(pieces[name]);
  });
  return { [made]: text };
}

/** Text people wrote, inside a line, so that its direction cannot turn what stands beside it. */
export function told(text: string): Md {
  return {
    [made]: escaped(
      text
        .split(/\r\n?|[\n\u2028\u2029]/)
        .map(isolated)
        .join('\n'),
    ),
  };
}

/** Something that has no meaning but as it is: a hash, an id. */
export function code(text: string): Md {
  return { [made]: /^[!-[\]-_a-{}~]+$/.test(text) ? `\`${text}\`` : escaped(text) };
}

/** An address as it was written; a link only where following it cannot run anything. */
export function address(text: string): Md {
  return /^(https:\/\/|mailto:)[!-;=?-[\]-_a-{}~]+$/i.test(text) ? { [made]: `<${text}>` } : told(text);
}

/** A line whose beginning is nothing but text, and whose spaces at either end stay and mean nothing. */
function lineOf(part: MdPart): string {
  return textOf(part)
    .replace(/^[ \t]+|[ \t]+$/g, (spaces) => spaces.replaceAll(' ', '&#32;').replaceAll('\t', '&#9;'))
    .replace(/^[-+=:]/, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`);
}

export function heading(level: 1 | 2 | 3, content: MdPart): Block {
  return [`${'#'.repeat(level)} ${lineOf(content)}`];
}

export function paragraph(content: MdPart): Block {
  return [lineOf(content)];
}

/** Text people wrote, as a quotation, with its line breaks; empty lines part paragraphs. */
export function quotation(text: string): Block {
  const lines = visible(text)
    .split(/[\n\u2028\u2029]/)
    .map((line) => (line.trim() === '' ? '' : lineOf(told(line))));
  const said = lines.filter((line, index) => line !== '' || lines[index - 1] !== '');
  if (said[0] === '') said.shift();
  if (said.at(-1) === '') said.pop();
  // A backslash at the end of a line breaks it there.
  return said.map((line, index) => (line === '' ? '>' : `> ${line}${said[index + 1] ? '\\' : ''}`));
}

/** A list whose items are blocks; empty ones are left out. */
export function bullets(items: readonly Block[]): Block {
  return items.flatMap((item) =>
    item.map((line, index) => (index === 0 ? `- ${line}` : line === '' ? '' : `  ${line}`)),
  );
}

/** A list whose items are lines. */
export function lines(items: readonly MdPart[]): Block {
  return bullets(items.map(paragraph));
}

/** A table; its cells are lines. */
export function table(heads: readonly string[], rows: readonly (readonly MdPart[])[]): Block {
  const row = (cells: readonly MdPart[]): string => `| ${cells.map(lineOf).join(' | ')} |`;
  return [row(heads), `|${' --- |'.repeat(heads.length)}`, ...rows.map(row)];
}

/** Blocks below one another, each apart from the next. Empty ones are left out. */
export function together(...blocks: readonly Block[]): Block {
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}
