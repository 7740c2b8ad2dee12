/** For tests only: reads a report's Markdown back, strictly, so that anything that is not as it was meant to be is found. */

export interface Line {
  /** `p` for a paragraph, `quote` for a quoted line, `row` for one of a table, `item` for the first line of an item. */
  kind: 'h1' | 'h2' | 'h3' | 'p' | 'quote' | 'row' | 'item';
  /** How many lists it is in. */
  depth: number;
  /** What a reader sees, without emphasis; cells of a row are parted by a tab, which no line has inside. */
  text: string;
  /** The addresses that are links. */
  links: string[];
}

const TOKEN =
  /\\(?<escaped>[!-/:-@[-`{-~])|&(?<entity>amp|lt|gt|#96|#32|#9);|`(?<code>[!-[\]-_a-{}~]+)`|(?<strong>\*\*)|<(?<link>(?:https:\/\/|mailto:)[^\s<>`|\\]+)>|(?<number>#\d+)|(?<cell>\|)|(?<plain>[^\\`*_{}[\]<>&#|~$^]+)/iy;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', '#96': '`', '#32': ' ', '#9': '\t' };
/** What would begin something else than text at the start of a line. */
const BEGINNING = /^(?:[-+=: \t]|\d{1,9}[.)])/;
/** What readers make links of, whether or not anybody asked for one. */
const ADDRESS = /\/\/|@|www\.|[\p{L}\p{N}]\.\p{L}{2}/iu;

/** The lines of a report in order. Throws where a line is anything but text in one of the forms a report has. */
export function readMarkdown(text: string): Line[] {
  if (!text.endsWith('\n') || text.endsWith('\n\n'))
    throw new Error('the file does not end with one line feed');
  return text
    .slice(0, -1)
    .split('\n')
    .filter((line) => line !== '' && !/^(\| --- )+\|$/.test(line))
    .map(readLine)
    .filter((line) => line !== null);
}

function readLine(source: string): Line | null {
  const {
    indent = '',
    bullet,
    sign,
    rest = '',
  } = /^(?<indent>(?: {2})*)(?<bullet>- )?(?<sign>#{1,3} |> |>$|\| )?(?<rest>.*)$/su.exec(source)?.groups ??
  {};
  const depth = indent.length / 2 + (bullet ? 1 : 0);
  if (sign === '>') return null;
  if (sign === '| ') return { ...readText(rest.slice(0, -2), true), kind: 'row', depth };
  if (sign === '> ')
    return { ...readText(rest.replace(/(?<=(?:^|[^\\])(?:\\\\)*)\\$/, '')), kind: 'quote', depth };
  if (sign) return { ...readText(rest), kind: `h${sign.length - 1}` as 'h1', depth };
  return { ...readText(rest), kind: bullet ? 'item' : 'p', depth };
}

function readText(source: string, inTable = false): Pick<Line, 'text' | 'links'> {
  if (BEGINNING.test(source) && !inTable) throw new Error(`it begins as something else: ${source}`);
  let text = '';
  let strong = 0;
  const links: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const found: Record<string, string | undefined> | undefined = TOKEN.exec(source)?.groups;
    if (!found || (found['cell'] && !inTable))
      throw new Error(`not as a report is written: ${source.slice(at)}`);
    const { escaped, entity, code, link, number, cell, plain } = found;
    if (plain !== undefined && ADDRESS.test(plain)) throw new Error(`it may become a link: ${plain}`);
    if (found['strong']) strong++;
    if (link !== undefined) links.push(link);
    text += escaped ?? code ?? link ?? number ?? plain ?? (cell ? '\t' : (ENTITIES[entity ?? ''] ?? ''));
  }
  if (strong % 2 === 1) throw new Error(`emphasis without an end: ${source}`);
  return { text, links };
}
