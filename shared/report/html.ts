/**
 * HTML put together so that nothing people wrote can ever become markup: text and markup are different types, and
 * whatever is put into a template is escaped unless it is markup made here.
 */

const made: unique symbol = Symbol('made');

/** A piece of markup. Only this file makes any. */
export interface Html {
  readonly [made]: string;
}

export type HtmlPart = string | number | null | Html | readonly HtmlPart[];

/** A template whose parts are escaped; nested markup stays as it is, lists are joined, null is nothing. */
export function markup(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const pieces: string[] = [];
  for (const [index, fixed] of strings.entries()) {
    pieces.push(fixed);
    if (index < parts.length) pieces.push(textOf(parts[index] ?? null));
  }
  return { [made]: pieces.join('') };
}

/** The characters of a piece of markup. */
export function rendered(piece: Html): string {
  return piece[made];
}

function textOf(part: HtmlPart): string {
  if (part === null) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return isMarkup(part) ? part[made] : part.map(textOf).join('');
}

function isMarkup(part: Html | readonly HtmlPart[]): part is Html {
  return made in part;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

// Everything but tab, line feed and carriage return, which HTML text may hold.
// oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
const OTHER_FORBIDDEN = /[\u0080-\u009F]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

/**
 * Text with what HTML cannot hold (WHATWG HTML 13.2.3.5: controls, surrogates, noncharacters) replaced by something
 * that is seen: a control character by its picture, the rest by U+FFFD. Dropped characters would go unnoticed.
 */
function visible(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, (character) =>
      character === '\u007F' ? '\u2421' : String.fromCharCode(0x2400 + character.charCodeAt(0)),
    )
    .replace(OTHER_FORBIDDEN, '\uFFFD');
}

/**
 * A sentence with markup put into it. `say` gets a stand-in for each piece, which is text no message contains, and
 * answers the sentence; the sentence is escaped before the pieces take their places.
 */
export function sentence<K extends string>(
  pieces: Readonly<Record<K, HtmlPart>>,
  say: (standIns: Record<K, string>) => string,
): Html {
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
