import type { State } from '../case/words.ts';
import { GLYPHS } from '../messages/glyphs.ts';
import type { Translate } from '../messages/translate.ts';
import type { SentenceParams } from '../queries/history.ts';
import type { DenialBadge } from '../queries/rows.ts';
import { whenParts } from '../text/when.ts';
import { markup, sentence, type Html, type HtmlPart } from './html.ts';
import type { Phrase } from './report-phrases.ts';

/** The pieces that the sections of a report share. */

/** What a section is written with: the words, and where each allegation stands in the page. */
export interface Writing {
  t: Translate;
  /** The id of the element an allegation's reference links to. */
  anchors: ReadonlyMap<string, string>;
}

/** A message with markup in some of its places. */
export function say(
  t: Translate,
  key: string,
  pieces: Readonly<Record<string, HtmlPart>>,
  params: SentenceParams = {},
): Html {
  return sentence(pieces, (standIns) => t(key, { ...params, ...standIns }));
}

/** A phrase that every form says alike, with what people wrote marked as theirs. */
export function phrase({ word, params, told: pieces = {} }: Phrase, t: Translate): Html {
  const marked = Object.entries(pieces).map(([name, text]): [string, HtmlPart] => [
    name,
    typeof text === 'string' ? told(text) : joined(text.map(told), t('words.comma')),
  ]);
  return say(t, word, Object.fromEntries(marked), params);
}

/** Text people wrote, inside a line. It finds its own direction and cannot turn what stands beside it. */
export function told(text: string): Html {
  return markup`<bdi>${text}</bdi>`;
}

/** Text people wrote, as a block of its own, with its line breaks; apart from what stands before it also when copied. */
export function block(text: string, className = 'told'): Html {
  return markup`\n<p class="${className}" dir="auto">${text}</p>\n`;
}

/**
 * A moment in UTC, to the minute; seconds and more stay in `datetime`. Whatever has digits only is set from left to right
 * for itself: behind an Arabic letter a date would turn round (UAX 9, W2).
 */
export function moment(at: string): Html {
  return markup`<time datetime="${at}" dir="ltr">${date(at.slice(0, 10))} ${date(`${at.slice(11, 16)} UTC`)}</time>`;
}

/** A time as precise as it is known: a day, month or year, or what a clock showed there, the zone, and that in UTC. */
export function whenTold(stored: string, t: Translate): Html {
  const { date: day, clock } = whenParts(stored);
  if (!clock) return markup`<time datetime="${day}">${date(day)}</time>`;
  const { time, zone, utc } = clock;
  const [utcDay = '', utcTime = ''] = utc.split(' ');
  const inUtc = date(`${utcDay} ${utcTime}`);
  const told =
    zone === 'UTC'
      ? markup`${inUtc} UTC`
      : say(t, 'words.clock', { day: date(day), time: date(time), zone: date(zone), utc: inUtc });
  return markup`<time datetime="${utcDay}T${utcTime}Z">${told}</time>`;
}

/** A date or what a clock showed, which no line breaks in the middle. */
function date(text: string): Html {
  return markup`<span class="date" dir="ltr">${text}</span>`;
}

/** An address as it was written; a link only where following it cannot run anything. */
export function address(text: string): Html {
  const shown = markup`<bdi dir="ltr" class="address">${text}</bdi>`;
  return /^(https:\/\/|mailto:)[^\s]+$/i.test(text)
    ? markup`<a href="${text}" rel="noopener noreferrer">${shown}</a>`
    : shown;
}

/** A hash in hexadecimal, whole: a part of it would show nothing. */
export function hash(hex: string): Html {
  return markup`<code class="hash" dir="ltr">${hex}</code>`;
}

/** The reference of an allegation as a link to where it is told. */
export function refLink({ anchors }: Writing, ref: string): Html {
  const anchor = anchors.get(ref);
  return anchor === undefined ? told(ref) : markup`<a class="ref" href="#${anchor}">${told(ref)}</a>`;
}

/** A state in its three ways at once: glyph, word and colour. */
export function stateMark(state: State, t: Translate): Html {
  const glyph = markup`<span aria-hidden="true">${GLYPHS[state]}</span>`;
  return markup`<span class="state ${state}">${glyph} ${t(`words.states.${state}`)}</span>`;
}

/** A denial by a party, as its badge says it (messages/sentences.ts). */
export function denial({ party, extent, denies }: DenialBadge, t: Translate): Html {
  const said = say(t, `words.denials.${extent}`, { party: told(party) });
  return denies === null ? said : say(t, 'words.denialOf', { denial: said, denies: told(denies) });
}

/** Facts by name; those without a value are left out. */
export function facts(entries: readonly (readonly [name: string, value: HtmlPart])[]): Html | null {
  const known = entries.filter(([, value]) => value !== null && value !== '');
  if (known.length === 0) return null;
  const rows = known.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>\n`);
  return markup`<dl>\n${rows}</dl>\n`;
}

/** A table whose first column names its rows. */
export function table(
  caption: HtmlPart,
  heads: readonly string[],
  rows: readonly (readonly [HtmlPart, ...HtmlPart[]])[],
  className: string,
): Html {
  const columns = heads.map((head) => markup`<th scope="col">${head}</th>`);
  const lines = rows.map(
    ([head, ...cells]) =>
      markup`<tr><th scope="row">${head}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`,
  );
  return markup`<table class="${className}">
<caption>${caption}</caption>
<thead><tr>${columns}</tr></thead>
<tbody>
${lines}</tbody>
</table>
`;
}

/** Pieces in a line with something between them; pieces that are null are left out. */
export function joined(pieces: readonly HtmlPart[], between = ' · '): Html {
  const known = pieces.filter((piece) => piece !== null && piece !== '');
  return markup`${known.map((piece, index) => (index === 0 ? piece : [between, piece]))}`;
}

/** A section with its heading and a place in the contents. */
export function section(id: string, title: string, ...content: readonly HtmlPart[]): Html {
  return markup`<section id="${id}">\n<h2>${title}</h2>\n${content}</section>\n`;
}

/** A list, or null when there is nothing to list. */
export function list(items: readonly HtmlPart[], className: string): Html | null {
  if (items.length === 0) return null;
  return markup`<ul class="${className}">\n${items.map((item) => markup`<li>${item}</li>\n`)}</ul>\n`;
}

/**
 * A section that is a table, or the sentence that there is nothing to tell: `report.ID` has its title, caption, heads
 * and the words for none. The columns are the keys of the heads.
 */
export function tableSection(
  id: string,
  columns: readonly string[],
  rows: readonly [HtmlPart, ...HtmlPart[]][],
  t: Translate,
  className: string = id,
): Html {
  const heads = columns.map((column) => t(`report.${id}.${column}`));
  const body =
    rows.length === 0
      ? paragraph(t(`report.${id}.none`))
      : table(t(`report.${id}.caption`), heads, rows, className);
  return section(id, t(`report.${id}.title`), body);
}

/** A paragraph of the report's own words. */
export function paragraph(content: HtmlPart, className?: string): Html {
  return className === undefined
    ? markup`<p>${content}</p>\n`
    : markup`<p class="${className}">${content}</p>\n`;
}

/** What stands below something, smaller. */
export function small(content: HtmlPart): Html {
  return markup` <span class="small line">${content}</span>`;
}

/** The same, or null when there is nothing to say. */
export function smallOrNone(content: HtmlPart): Html | null {
  return content === null ? null : small(content);
}

/** A small line of a message about a value; null when the value is not known. */
export function smallOf<V>(value: V | null, tell: (value: V) => HtmlPart): Html | null {
  return value === null ? null : small(tell(value));
}

/** A name as it was given, or that none was. */
export function nameOf(name: string, t: Translate): Html {
  return name.trim() === '' ? markup`${t('report.facts.unnamed')}` : told(name);
}
