import { DOUBT_GLYPH, GLYPHS } from '../../messages/glyphs.ts';
import type { Translate } from '../../messages/translate.ts';
import type { AnnotatedBlock, AnnotatedSegment } from './annotated-blocks.ts';
import type { AnnotatedDocument } from './annotated-data.ts';
import type { AnnotatedNote } from './annotated-notes.ts';

/** What every form of an annotated document says alike. */

/** The sign of a note as it stands behind words: glyph and number of an allegation, the number of a query. */
export function signOf(note: AnnotatedNote, t: Translate): string {
  return note.kind === 'query'
    ? t('report.queries.label', { number: note.query.number })
    : `${GLYPHS[note.allegation.finding.state]}${note.number}`;
}

/** The label of a place: the sign of its note, and whether the place is in doubt. */
export function labelOf({ notes, places }: AnnotatedDocument, place: number, t: Translate): string {
  const { note, doubt } = placeOf({ places }, place);
  return `${signOf(noteOf({ notes }, note), t)}${doubt === null ? '' : DOUBT_GLYPH}`;
}

/** The same in words, for those who listen. */
export function spokenLabel({ notes, places }: AnnotatedDocument, place: number, t: Translate): string {
  const { note, doubt } = placeOf({ places }, place);
  const about = noteOf({ notes }, note);
  const said =
    about.kind === 'query'
      ? t('annotated.toQuery', {
          number: about.query.number,
          decision: about.query.decision
            ? { word: `words.decisions.${about.query.decision.outcome}` }
            : t('annotated.open'),
        })
      : t('annotated.toNote', {
          number: about.number,
          ref: about.allegation.ref,
          state: { word: `words.states.${about.allegation.finding.state}` },
        });
  return doubt === null ? said : `${said}, ${t(`words.doubts.${doubt}`)}`;
}

export function placeOf(
  { places }: Pick<AnnotatedDocument, 'places'>,
  place: number,
): AnnotatedDocument['places'][number] {
  const found = places[place];
  if (!found) throw new Error(`a segment names place ${place}, which is not there`);
  return found;
}

export function noteOf({ notes }: Pick<AnnotatedDocument, 'notes'>, note: number): AnnotatedNote {
  const found = notes[note];
  if (!found) throw new Error(`a place names note ${note}, which is not there`);
  return found;
}

/** What is said of how much is accounted for; rounded down, since it is all of it only when it is all of it. */
export function coverageText({ coverage }: AnnotatedDocument, t: Translate): string {
  const { checked, partly, untouched, total } = coverage;
  if (total === 0) return t('annotated.coverage.nothing');
  const percent = Math.floor((checked / total) * 100);
  return t('annotated.coverage.figure', { percent, checked, total, partly, untouched });
}

/** Whether the run of words that a checker marked ends with the segment at `index`. */
export function endsMark(segments: readonly AnnotatedSegment[], index: number): boolean {
  const mark = segments[index]?.mark ?? null;
  return mark !== null && segments[index + 1]?.mark !== mark;
}

/** Blocks with their numbers; items that follow one another are one list. */
export function listsOf(blocks: readonly AnnotatedBlock[]): { isList: boolean; from: number; to: number }[] {
  const runs: { isList: boolean; from: number; to: number }[] = [];
  for (const [index, { kind }] of blocks.entries()) {
    const isList = kind === 'item';
    const last = runs.at(-1);
    if (last && isList && last.isList) last.to = index + 1;
    else runs.push({ isList, from: index, to: index + 1 });
  }
  return runs;
}
