import type { State } from '../../case/words.ts';
import { GLYPHS } from '../../messages/glyphs.ts';
import type { Translate } from '../../messages/translate.ts';
import type { SentenceParams } from '../../queries/history.ts';
import type { DenialBadge } from '../../queries/rows.ts';
import { whenParts } from '../../text/when.ts';
import type { Phrase } from '../report-phrases.ts';
import {
  isNothing,
  linkInside,
  look,
  paragraph,
  told,
  toldParagraph,
  type ParagraphStyle,
  type Part,
  type WordBlock,
  type WordParagraph,
} from './word.ts';

/** The pieces that the sections of a report for a word processor share; the same as for HTML (report-parts.ts). */

/** What a section is written with: the words, and the bookmark of each allegation by its reference. */
export interface WordWriting {
  t: Translate;
  bookmarks: ReadonlyMap<string, string>;
}

/** A section: the heading, the name of its place, and what is below. */
export interface WordSection {
  id: string;
  title: string;
  blocks: Iterable<WordBlock>;
}

/** A message with pieces in some of its places. */
export function say(
  t: Translate,
  key: string,
  pieces: Readonly<Record<string, Part>>,
  params: SentenceParams = {},
): Part {
  // Stand-ins are text no message contains, as in html.ts.
  const names = Object.keys(pieces);
  const standIns = Object.fromEntries(names.map((name, index) => [name, `\uE000${index}\uE001`]));
  return t(key, { ...params, ...standIns })
    .split(/\uE000(\d+)\uE001/)
    .map((text, index) => (index % 2 === 0 ? text : (pieces[names[Number(text)] ?? ''] ?? null)));
}

/** A phrase that every form says alike, with what people wrote marked as theirs. */
export function phrase({ word, params, told: pieces = {} }: Phrase, t: Translate): Part {
  const marked = Object.entries(pieces).map(([name, text]): [string, Part] => [
    name,
    typeof text === 'string' ? told(text) : namesText(text, t),
  ]);
  return say(t, word, Object.fromEntries(marked), params);
}

/** Names people wrote, in a line; null for none. */
export function namesText(names: readonly string[], t: Translate): Part {
  return joined(
    names.map((name) => told(name)),
    t('words.comma'),
  );
}

/** A moment in UTC, to the minute. */
export function moment(at: string, t: Translate): string {
  return t('words.moment', { day: at.slice(0, 10), time: at.slice(11, 16) });
}

/** A time as precise as it is known: a day, month or year, or what a clock showed there, the zone, and that in UTC. */
export function whenTold(stored: string, t: Translate): string {
  const { date, clock } = whenParts(stored);
  if (!clock) return t('words.day', { day: date });
  const { time, zone, utc } = clock;
  return zone === 'UTC'
    ? t('words.moment', { day: date, time })
    : t('words.clock', { day: date, utc, time, zone });
}

/** Pieces in a line with something between them; pieces that are null are left out, null when there are none. */
export function joined(parts: readonly Part[], between = ' · '): Part {
  const known = parts.filter((part) => !isNothing(part));
  return known.length === 0 ? null : known.map((part, index) => (index === 0 ? part : [between, part]));
}

/** What a message says of a value; null when the value is not known. */
export function ofKnown<V>(value: V | null, tell: (value: V) => Part): Part {
  return value === null ? null : tell(value);
}

/** A state by glyph, word and colour. */
export function stateMark(state: State, t: Translate): Part {
  return look(state, `${GLYPHS[state]} ${t(`words.states.${state}`)}`);
}

/** The reference of an allegation as a link to where it is told. */
export function refLink({ bookmarks }: WordWriting, ref: string): Part {
  const bookmark = bookmarks.get(ref);
  const shown = told(ref, 'Reference');
  return bookmark === undefined ? shown : linkInside(bookmark, shown);
}

/** References in a line; null for none. */
export function refLinks(writing: WordWriting, refs: readonly string[]): Part {
  return joined(
    refs.map((ref) => refLink(writing, ref)),
    writing.t('words.comma'),
  );
}

/** A denial by a party, as its badge says it. */
export function denial({ party, extent, denies }: DenialBadge, t: Translate): Part {
  const said = say(t, `words.denials.${extent}`, { party: told(party) });
  return denies === null ? said : say(t, 'words.denialOf', { denial: said, denies: told(denies) });
}

/** A name as it was given, or that none was. */
export function nameOf(name: string, t: Translate): Part {
  return name.trim() === '' ? t('report.facts.unnamed') : told(name);
}

export function byAt(by: string, at: string, t: Translate): Part {
  return say(t, 'report.finding.byAt', { name: nameOf(by, t), at: moment(at, t) });
}

/** A fact by its name; nothing when it is not known. */
export function fact(name: string, value: Part, style: ParagraphStyle = 'Fact'): WordParagraph[] {
  return isNothing(value) ? [] : [paragraph(style, [look('Soft', name), { kind: 'tab' }, value])];
}

/** The same of what people wrote at length. */
export function quoted(
  name: string,
  text: string,
  [nameStyle, style]: readonly [ParagraphStyle, ParagraphStyle] = ['Fact', 'Told'],
): WordParagraph[] {
  return text.trim() === '' ? [] : [paragraph(nameStyle, look('Soft', name)), toldParagraph(style, text)];
}

/** A list below its heading; nothing when there is nothing to list. */
export function labelled(
  heading: 'Heading2' | 'Heading3',
  name: string,
  lines: readonly Part[],
  style: ParagraphStyle = 'Item',
): WordParagraph[] {
  return lines.length === 0 ? [] : [paragraph(heading, name), ...lines.map((line) => paragraph(style, line))];
}
