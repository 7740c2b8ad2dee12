import type { Translate } from '../../messages/translate.ts';
import { markup, type Html, type HtmlPart } from '../html.ts';
import { marksOf } from '../report-allegation-html.ts';
import { block, joined, list, moment, nameOf, paragraph, phrase, say, told } from '../report-parts.ts';
import { askedText, decisionText } from '../report-queries-html.ts';
import { attribution, flagsOf, isUntouched } from '../report-phrases.ts';
import type { ReportQuery } from '../report-queries.ts';
import type { AnnotatedDocument } from './annotated-data.ts';
import type { AnnotatedAllegation, AnnotatedNote } from './annotated-notes.ts';
import { noteOf, placeOf, signOf } from './annotated-words.ts';

/** The places of the text that have a label, by the notes they belong to. */
export function placesOfNotes(document: AnnotatedDocument): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (const { segments } of document.blocks) {
    for (const { ends } of segments) {
      for (const place of ends) {
        const { note } = placeOf(document, place);
        const known = places.get(note);
        if (known) known.push(place);
        else places.set(note, [place]);
      }
    }
  }
  return places;
}

/** Where a note stands in the page; its labels link there. */
export const noteId = (note: number): string => `note-${note + 1}`;
/** Where the label of a place stands in the page; its note links there. */
export const placeId = (place: number): string => `place-${place + 1}`;

/** A note in full, or, where it is in full elsewhere, its sign that leads there. */
export function noteHtml(
  document: AnnotatedDocument,
  number: number,
  how: 'whole' | 'again',
  places: ReadonlyMap<number, readonly number[]>,
  t: Translate,
): Html {
  const note = noteOf(document, number);
  if (how === 'again') {
    return paragraph(
      markup`<a class="sign" href="#${noteId(number)}">${signOf(note, t)}</a> ${nameOfNote(note)}`,
    );
  }
  const own = places.get(number) ?? [];
  const doubts = new Set(own.flatMap((place) => placeOf(document, place).doubt ?? []));
  const back = own.map(
    (place, index) =>
      markup`<a class="back" href="#${placeId(place)}" aria-label="${t('annotated.toText', { number: index + 1 })}">↑</a>`,
  );
  const state = note.kind === 'allegation' ? note.allegation.finding.state : 'query';
  const marks = note.kind === 'allegation' ? marksOf(note.allegation, t) : queryMarks(note.query, t);
  return markup`<div class="note ${state}" id="${noteId(number)}">
${paragraph(joined([markup`<span class="sign">${signOf(note, t)}</span>`, nameOfNote(note), marks, ...back], ' '), 'marks')}${[
    ...doubts,
  ].map((doubt) => paragraph(t(`report.allegations.doubts.${doubt}`), 'doubt'))}${
    note.kind === 'allegation' ? allegationOf(note.allegation, t) : queryOf(note, t)
  }</div>
`;
}

const nameOfNote = (note: AnnotatedNote): HtmlPart =>
  note.kind === 'allegation' ? markup`<span class="ref">${told(note.allegation.ref)}</span>` : null;

function allegationOf(allegation: AnnotatedAllegation, t: Translate): HtmlPart {
  const { statement, finding, quote, work } = allegation;
  const { reason, override, by, at } = finding;
  return [
    block(statement, 'told said'),
    paragraph(phrase(attribution(allegation), t), 'attribution'),
    list(
      flagsOf(allegation, t).map((flag) => phrase(flag, t)),
      'flags',
    ),
    titled(t('annotated.note.override'), override ?? ''),
    titled(t('annotated.note.reason'), reason),
    quote && titled(t('annotated.note.quote'), quote.how),
    paragraph(
      joined([
        isUntouched(finding) ? null : byAt(by, at, t),
        quote
          ? say(t, 'annotated.note.quoteBy', { by: byAt(quote.by, quote.at, t) })
          : t('annotated.note.quoteOpen'),
      ]),
      'small',
    ),
    work && titled(t('annotated.note.notes'), work.notes),
  ];
}

const byAt = (by: string, at: string, t: Translate): Html =>
  say(t, 'report.finding.byAt', { name: nameOf(by, t), at: moment(at) });

function queryMarks({ ref, decision }: ReportQuery, t: Translate): HtmlPart {
  const outcome = decision ? t(`words.decisions.${decision.outcome}`) : t('annotated.open');
  return joined(
    [
      markup`<span class="badge">${outcome}</span>`,
      ref === null ? null : say(t, 'annotated.note.about', { ref: told(ref) }),
    ],
    ' ',
  );
}

function queryOf({ query, applied }: Extract<AnnotatedNote, { kind: 'query' }>, t: Translate): HtmlPart {
  return [
    markup`<div class="asked">${askedText(query, { t })}</div>\n`,
    markup`<div class="decided">${decisionText(query, { t })}</div>\n`,
    query.decision?.outcome === 'change' && !applied
      ? paragraph(t('annotated.note.overtaken'), 'small')
      : null,
  ];
}

/** What people wrote at length below what it is; nothing where they wrote nothing. */
function titled(name: string, text: string): Html | null {
  return text.trim() === '' ? null : markup`<p class="run">${name}</p>${block(text)}`;
}
