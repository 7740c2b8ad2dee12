/** For tests only: an element of a part of a DOCX file. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  parent: XmlElement | null;
  /** All text in it. */
  text: string;
}

const TOKEN = /<\?[^?]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<>]+)/gy;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
// oxlint-disable-next-line no-control-regex -- these are what XML cannot hold
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/** The elements of a file of XML in their order. Throws where it is none, as far as what libraries write goes. */
export function readXml(xml: string): XmlElement[] {
  if (FORBIDDEN.test(xml)) throw new Error('a character that XML cannot hold');
  const elements: XmlElement[] = [];
  let open: XmlElement | null = null;
  TOKEN.lastIndex = 0;
  let end = 0;
  for (let found = TOKEN.exec(xml); found; found = TOKEN.exec(xml)) {
    end = TOKEN.lastIndex;
    const [, closing, name, attributes = '', alone, text] = found;
    if (text !== undefined) {
      for (let at = open; at; at = at.parent) at.text += decoded(text);
    } else if (name !== undefined && closing === '/') {
      if (open?.name !== name) throw new Error(`${name} ends what it did not begin`);
      open = open.parent;
    } else if (name !== undefined) {
      const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)];
      const element: XmlElement = {
        name,
        attributes: Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, decoded(value)])),
        parent: open,
        text: '',
      };
      elements.push(element);
      if (alone !== '/') open = element;
    }
  }
  if (end !== xml.length || open) throw new Error(`no XML from ${xml.slice(end, end + 40)} on`);
  return elements;
}

function decoded(text: string): string {
  return text.replace(
    /&(?:(\w+)|#(\d+)|#x([\da-f]+));/gi,
    (_whole, name?: string, decimal?: string, hex?: string) => {
      if (name === undefined)
        return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16));
      const sign = ENTITIES[name];
      if (sign === undefined) throw new Error(`an entity that XML has not: ${name}`);
      return sign;
    },
  );
}
