import { visible } from '../text/visible.ts';

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
  // Added up, not joined: a page is put together from the inside out, and joining would copy all of it at each step.
  let text = strings[0] ?? '';
  for (let at = 0; at < parts.length; at++) text += textOf(parts[at] ?? null) + (strings[at + 1] ?? '');
  return { [made]: text };
}

/** The characters of a piece of markup. */
export function rendered(piece: Html): string {
  return piece[made];
}

function textOf(part: HtmlPart): string {
  if (part === null) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  if (isMarkup(part)) return part[made];
  let text = '';
  for (const inner of part) text += textOf(inner);
  return text;
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

const SPECIAL = /[&<>"']/;
const SPECIALS = /[&<>"']/g;

function escaped(text: string): string {
  const shown = visible(text);
  return SPECIAL.test(shown) ? shown.replace(SPECIALS, (character) => ENTITIES[character] ?? '') : shown;
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
