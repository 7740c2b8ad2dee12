import { caseInfo, type Case } from '../../case/case.ts';
import type { Document } from '../../case/document.ts';
import { versionsOf } from '../../case/versions.ts';
import { STATES, type Doubt, type State, type Edition } from '../../case/words.ts';
import {
  accountedFor,
  documentView,
  type DocumentVersion,
  type DocumentView,
} from '../../queries/document-view.ts';
import { coverageOf, type Coverage } from '../../reading/coverage.ts';
import { sentencesOf } from '../../text/sentences.ts';
import type { ReportAbout } from '../report-about.ts';
import { WHOLE } from '../report-about.ts';
import { tellingOf } from '../report-telling.ts';
import { perWord } from '../report-parties.ts';
import { annotatedText, type AnnotatedText, type NotedKind } from './annotated-blocks.ts';
import { noteWriter, type AnnotatedNote } from './annotated-notes.ts';

/**
 * A document with its passages marked and numbered and with the queries on it, as data: what every form of it is written
 * from. Plain JSON without sentences, as a report is (report-data.ts). The checked edition has findings and decided
 * queries; what belongs to the work, and queries nobody has decided, are left out of it.
 */
export interface AnnotatedDocument extends AnnotatedText {
  edition: Edition;
  /** When it was made. */
  madeAt: string;
  /** A name as somebody typed it; empty when nobody did. */
  preparedBy: string;
  appVersion: string;
  case: { id: string; title: string };
  document: AnnotatedFacts;
  /** How much of it is accounted for, as the reader counts it. */
  coverage: Omit<Coverage, 'sentences' | 'share'>;
  /** How many of the allegations on it are in each state. */
  counts: Record<State, number>;
  /** Queries that nobody has decided; they are among the notes in the checking copy only. */
  openQueries: number;
  /** Where words are marked, by the numbers that segments call them by. */
  places: AnnotatedPlace[];
  /** In the order in which their labels stand in the text, then those that stand nowhere in it. */
  notes: AnnotatedNote[];
  /** Which notes have their first label in each block. */
  notesOfBlocks: number[][];
  /** What is not found in this text for certain, and is never marked at words that look like it. */
  apart: AnnotatedApart[];
}

export type AnnotatedFacts = Pick<Document, 'title' | 'fileName' | 'sha256' | 'addedAt' | 'language'> & {
  /** Which of all versions it is, from 1. */
  version: { number: number; count: number };
  previous: Pick<DocumentVersion, 'title' | 'sha256' | 'addedAt'> | null;
};

/** A stretch of the text that a note is about. */
export interface AnnotatedPlace {
  note: number;
  /** What is in doubt about it since the document came anew; null when nothing is. */
  doubt: Doubt | null;
  /** The words as they were when they were marked. */
  exact: string;
}

/** What a note is about that does not stand in the text; without a doubt there is nothing in it to mark. */
export type AnnotatedApart = AnnotatedPlace;

interface Anchored {
  /** The record that its note is about: an allegation or a query. */
  key: string;
  start: number;
  end: number;
  doubt: Doubt | null;
  exact: string;
}

/** What it has to be told: it reads no clock. */
export type AnnotatedAbout = Pick<ReportAbout, 'edition' | 'at' | 'preparedBy' | 'appVersion'>;

/** The annotated document of that id, or null when there is none or it is in the trash. The same case and `about` give the same. */
export function annotatedData(
  kase: Case,
  documentId: string,
  about: AnnotatedAbout,
): AnnotatedDocument | null {
  const view = documentView(kase, documentId);
  if (!view) return null;
  const { edition, at } = about;
  const told = (query: { decision: unknown }): boolean => edition === 'checking' || query.decision !== null;
  const anchored = standingHere(kase, view, told);
  const marks = view.marks.flatMap(({ kind, start, end }) =>
    kind === 'dismissed' ? [] : [{ kind: kind satisfies NotedKind, start, end }],
  );
  const text = annotatedText(view.document, anchored, marks);
  const elsewhere = notHere(kase, view, told);
  const writer = noteWriter(tellingOf(kase, { edition, at, scope: WHOLE }), documentId);
  const { notes, notesOfBlocks, numberOf } = numbered(text, anchored, elsewhere, writer);
  const placeOf = ({ key, doubt, exact }: Anchored): AnnotatedPlace => ({
    note: numberOf(key),
    doubt,
    exact,
  });
  for (const { segments } of text.blocks) {
    const noteOf = (place: number): number => numberOf(anchored[place]?.key ?? '');
    for (const { ends } of segments) ends.sort((a, b) => noteOf(a) - noteOf(b) || a - b);
  }
  const unmarked = new Set(anchored.keys());
  for (const { segments } of text.blocks) {
    for (const segment of segments) for (const place of segment.in) unmarked.delete(place);
  }
  const { id, title } = caseInfo(kase);
  return {
    edition,
    madeAt: at,
    preparedBy: about.preparedBy.trim(),
    appVersion: about.appVersion,
    case: { id, title },
    document: factsOf(kase, view),
    coverage: coverageFor(view),
    counts: countsOf(notes),
    openQueries: view.queries.filter(({ decision }) => decision === null).length,
    ...text,
    places: anchored.map(placeOf),
    notes,
    notesOfBlocks,
    apart: [...[...unmarked].flatMap((place) => anchored[place] ?? []), ...elsewhere].map(placeOf),
  };
}

type IsTold = (query: { decision: unknown }) => boolean;

/** What stands in the text, also where a person still has to confirm that it moved there. */
function standingHere(kase: Case, { passages, queries }: DocumentView, isTold: IsTold): Anchored[] {
  const { records } = kase;
  return [
    ...passages.map(({ passageId, allegationId, start, end, doubt }) => ({
      key: allegationId,
      start,
      end,
      doubt,
      exact: records.passages.get(passageId)?.selector[0].exact ?? '',
    })),
    ...queries.filter(isTold).map(({ id, start, end, doubt, selector }) => ({
      key: id,
      start,
      end,
      doubt,
      exact: selector[0].exact,
    })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What stood in an earlier version, and waits for a person to say where it stands in this one, if anywhere. */
function notHere(kase: Case, { document, doubtful }: DocumentView, isTold: IsTold): Anchored[] {
  return doubtful.flatMap(({ kind, id, allegationId, documentId, start, end, doubt, exact }) => {
    if (documentId === document.id) return [];
    const query = kind === 'queries' ? kase.records.queries.get(id) : undefined;
    if (query && !isTold(query)) return [];
    const key = kind === 'queries' ? id : allegationId;
    return key === null ? [] : [{ key, start, end, doubt, exact }];
  });
}

/**
 * The notes, one for each allegation and query however many places it has, numbered by where its first label stands;
 * and which of them each block is the first with.
 */
function numbered(
  { blocks }: AnnotatedText,
  anchored: readonly Anchored[],
  elsewhere: readonly Anchored[],
  write: (key: string) => AnnotatedNote,
): { notes: AnnotatedNote[]; notesOfBlocks: number[][]; numberOf: (key: string) => number } {
  const numbers = new Map<string, number>();
  const add = (key: string): number[] => {
    if (numbers.has(key)) return [];
    numbers.set(key, numbers.size);
    return [numbers.size - 1];
  };
  const notesOfBlocks = blocks.map(({ segments }) =>
    segments.flatMap(({ ends }) => ends.flatMap((place) => add(anchored[place]?.key ?? ''))),
  );
  for (const { key } of [...anchored, ...elsewhere]) add(key);
  return {
    notes: [...numbers.keys()].map(write),
    notesOfBlocks,
    numberOf: (key) => numbers.get(key) ?? -1,
  };
}

function factsOf(kase: Case, { document, versions }: DocumentView): AnnotatedFacts {
  const { id, title, fileName, sha256, addedAt, language, previousId } = document;
  const before =
    previousId === null
      ? undefined
      : versionsOf(kase, id).find((each) => each.id === previousId && !each.removed);
  return {
    title,
    fileName,
    sha256,
    addedAt,
    language,
    version: { number: versions.findIndex((each) => each.id === id) + 1, count: versions.length },
    previous: before ? { title: before.title, sha256: before.sha256, addedAt: before.addedAt } : null,
  };
}

function coverageFor(view: DocumentView): AnnotatedDocument['coverage'] {
  const { text, blocks, language } = view.document;
  const counted = coverageOf(text, sentencesOf(text, blocks, language), accountedFor(view));
  const { checked, partly, untouched, total } = counted;
  return { checked, partly, untouched, total };
}

function countsOf(notes: readonly AnnotatedNote[]): Record<State, number> {
  const counts = perWord(STATES, () => 0);
  for (const note of notes) if (note.kind === 'allegation') counts[note.allegation.finding.state]++;
  return counts;
}
