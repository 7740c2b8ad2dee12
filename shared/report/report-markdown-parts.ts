import type { State } from '../case/words.ts';
import { GLYPHS } from '../messages/glyphs.ts';
import type { Translate } from '../messages/translate.ts';
import type { SentenceParams } from '../queries/history.ts';
import type { DenialBadge } from '../queries/rows.ts';
import { whenParts } from '../text/when.ts';
import {
  heading,
  lines,
  md,
  paragraph,
  quotation,
  sentence,
  table,
  together,
  told,
  type Block,
  type Md,
  type MdPart,
} from './markdown.ts';
import type { ReportSourceName } from './report-confidential.ts';
import type { ReportUse } from './report-sources.ts';
import type { Phrase } from './report-phrases.ts';

/** The pieces that the sections of a report in Markdown share; the same as for HTML (report-parts.ts). */

/** A message with markup in some of its places. */
export function say(
  t: Translate,
  key: string,
  pieces: Readonly<Record<string, MdPart>>,
  params: SentenceParams = {},
): Md {
  return sentence(pieces, (standIns) => t(key, { ...params, ...standIns }));
}

/** A phrase that every form says alike, with what people wrote marked as theirs. */
export function phrase({ word, params, told: pieces = {} }: Phrase, t: Translate): Md {
  const marked = Object.entries(pieces).map(([name, text]): [string, MdPart] => [
    name,
    typeof text === 'string' ? told(text) : listed(text, t),
  ]);
  return say(t, word, Object.fromEntries(marked), params);
}

/** A moment in UTC, to the minute. */
export function moment(at: string, t: Translate): Md {
  return md`${t('words.moment', { day: at.slice(0, 10), time: at.slice(11, 16) })}`;
}

/** A time as precise as it is known: a day, month or year, or what a clock showed there, the zone, and that in UTC. */
export function whenTold(stored: string, t: Translate): MdPart {
  const { date, clock } = whenParts(stored);
  if (!clock) return t('words.day', { day: date });
  const { time, zone, utc } = clock;
  return zone === 'UTC'
    ? t('words.moment', { day: date, time })
    : t('words.clock', { day: date, utc, time, zone });
}

/** A state by glyph and word. */
export function stateText(state: State, t: Translate): string {
  return `${GLYPHS[state]} ${t(`words.states.${state}`)}`;
}

/** A denial by a party, as its badge says it. */
export function denial({ party, extent, denies }: DenialBadge, t: Translate): Md {
  const said = say(t, `words.denials.${extent}`, { party: told(party) });
  return denies === null ? said : say(t, 'words.denialOf', { denial: said, denies: told(denies) });
}

/** A name as it was given, or that none was. */
export function nameOf(name: string, t: Translate): MdPart {
  return name.trim() === '' ? t('report.facts.unnamed') : told(name);
}

export function byAt(by: string, at: string, t: Translate): Md {
  return say(t, 'report.finding.byAt', { name: nameOf(by, t), at: moment(at, t) });
}

/** What a message says of a value; null when the value is not known. */
export function ofKnown<V>(value: V | null, tell: (value: V) => MdPart): MdPart {
  return value === null ? null : tell(value);
}

/** Pieces in a line with something between them; pieces that are null are left out. */
export function joined(pieces: readonly MdPart[], between = ' · '): MdPart {
  const known = pieces.filter((piece) => piece !== null && piece !== '');
  return known.length === 0 ? null : known.map((piece, index) => (index === 0 ? piece : [between, piece]));
}

/** Names or references in a line. */
export function listed(names: readonly string[], t: Translate): MdPart {
  return joined(names.map(told), t('words.comma'));
}

export function itemText({ ref, number }: ReportUse, t: Translate): Md {
  return say(t, 'report.sources.item', { ref: told(ref) }, { number });
}

/** A source by its name, with what it is and whose; of a confidential one the description that was agreed with it. */
export function sourceText({ name, confidential, kind, party }: ReportSourceName, t: Translate): MdPart {
  return joined([
    told(name),
    confidential ? t('report.sources.confidential') : null,
    ofKnown(kind, (word) => t(`words.sources.${word}`)),
    ofKnown(party, (owner) => say(t, 'report.evidence.belongsTo', { party: told(owner) })),
  ]);
}

/** The words of the report that name what follows. */
export function label(name: string): Block {
  return paragraph(md`**${name}**`);
}

/** A fact by its name in a line; nothing when it is not known. */
export function fact(name: string, value: MdPart): Block {
  return value === null || value === '' ? [] : paragraph(md`**${name}:** ${value}`);
}

/** The same of what people wrote at length. */
export function quoted(name: string, text: string): Block {
  return text.trim() === '' ? [] : together(paragraph(md`**${name}:**`), quotation(text));
}

/** A list below what names it; nothing when there is nothing to list. */
export function labelled(name: string, items: readonly MdPart[]): Block {
  const known = items.filter((item) => item !== null);
  return known.length === 0 ? [] : together(label(name), lines(known));
}

/** A section with its heading. */
export function section(title: string, ...content: readonly Block[]): Block {
  return together(heading(2, title), ...content);
}

/** A section of `report.ID`: its items, or the sentence that there is nothing to tell. */
export function sectionOf(id: string, content: Block, t: Translate): Block {
  const title = t(`report.${id}.title`);
  return content.length === 0
    ? section(title, paragraph(t(`report.${id}.none`)))
    : section(title, paragraph(t(`report.${id}.caption`)), content);
}

/** A table with the messages of `report.ID` as its heads; nothing when it has no rows. */
export function tableOf(
  id: string,
  columns: readonly string[],
  rows: readonly MdPart[][],
  t: Translate,
): Block {
  return rows.length === 0
    ? []
    : table(
        columns.map((column) => t(`report.${id}.${column}`)),
        rows,
      );
}
