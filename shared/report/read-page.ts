/** For tests only: reads a report's HTML back, strictly, so that anything that is not as it was meant to be is found. */

export interface Element {
  name: string;
  attributes: Record<string, string>;
  /** All text inside, as a reader sees it. */
  text: string;
  parent: Element | null;
}

const VOID = new Set(['meta', 'br', 'img']);
const TOKEN = /<(?<close>\/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?: [a-z-]+="[^"<>]*")*)>|(?<text>[^<>]+)/y;
const ATTRIBUTE = / (?<name>[a-z-]+)="(?<value>[^"]*)"/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * The elements of a page in the order they open. Throws where the page is anything but nested elements with quoted
 * attributes and text whose special characters are all escaped.
 */
export function readPage(page: string): Element[] {
  const doctype = '<!DOCTYPE html>\n';
  if (!page.startsWith(doctype)) throw new Error('the page has no doctype');
  // The style is the report's own, and the only text that is not escaped.
  const source = page.slice(doctype.length).replace(/<style>[^<]*<\/style>/, '');
  const elements: Element[] = [];
  const open: Element[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const groups: Record<string, string | undefined> | undefined = TOKEN.exec(source)?.groups;
    if (!groups) throw new Error(`not as a report is written: ${source.slice(at, at + 60)}`);
    if (groups['text'] !== undefined) {
      const text = unescaped(groups['text']);
      for (const element of open) element.text += text;
    } else if (groups['close'] === '/') {
      const last = open.pop();
      if (last?.name !== groups['name']) throw new Error(`</${groups['name']}> closes <${last?.name}>`);
    } else {
      const element: Element = {
        name: groups['name'] ?? '',
        attributes: attributesOf(groups['attributes'] ?? ''),
        text: '',
        parent: open.at(-1) ?? null,
      };
      elements.push(element);
      if (!VOID.has(element.name)) open.push(element);
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is never closed`);
  return elements;
}

function attributesOf(source: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { groups } of source.matchAll(ATTRIBUTE)) {
    found[groups?.['name'] ?? ''] = unescaped(groups?.['value'] ?? '');
  }
  return found;
}

function unescaped(text: string): string {
  return text.replace(/&(?:([a-z]+|#39);)?/g, (whole, name: string | undefined) => {
    const character = name === undefined ? undefined : ENTITIES[name];
    if (character === undefined) throw new Error(`not escaped: ${whole}`);
    return character;
  });
}
