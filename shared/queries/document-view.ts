import { children, present, type Case } from '../case/case.ts';
import type { Query } from '../case/dealings.ts';
import type { Document } from '../case/records.ts';
import type { State } from '../case/words.ts';

/** A passage as the reader marks it; `start` and `end` count code points of the document's text. */
export interface Mark {
  passageId: string;
  allegationId: string;
  ref: string;
  state: State;
  start: number;
  end: number;
}

/** A document with the passages to mark in it, in reading order. */
export interface DocumentView {
  document: Document;
  marks: Mark[];
  /** The queries on its passages, in reading order. */
  queries: DocumentQuery[];
}

/** A query as the reader shows it; `start` and `end` count code points of the document's text. */
export interface DocumentQuery extends Query {
  start: number;
  end: number;
  /** The reference of the allegation it came up with. */
  ref: string | null;
}

/** A document without its text, as lists need it. */
export type DocumentTitle = Pick<Document, 'id' | 'title' | 'fileName' | 'sha256' | 'addedAt'>;

export function documentTitles(kase: Case): DocumentTitle[] {
  return present(kase.records.documents.values()).map(({ id, title, fileName, sha256, addedAt }) => ({
    id,
    title,
    fileName,
    sha256,
    addedAt,
  }));
}

/** The view of a document, or null when there is none of that id or it is in the trash. */
export function documentView(kase: Case, id: string): DocumentView | null {
  const document = kase.records.documents.get(id);
  if (!document || document.removed) return null;
  const marks = present(children(kase, ['passages', 'documentId'], id)).flatMap((passage): Mark[] => {
    const allegation = kase.records.allegations.get(passage.allegationId);
    if (!allegation || allegation.removed) return [];
    const { start, end } = passage.selector[1];
    const { ref, finding } = allegation;
    return [{ passageId: passage.id, allegationId: allegation.id, ref, state: finding.state, start, end }];
  });
  const queries = present(children(kase, ['queries', 'documentId'], id)).map((query): DocumentQuery => {
    const { start, end } = query.selector[1];
    const allegation = query.allegationId === null ? null : kase.records.allegations.get(query.allegationId);
    return { ...query, start, end, ref: allegation && !allegation.removed ? allegation.ref : null };
  });
  const inOrder = <T extends { start: number; end: number }>(list: T[]): T[] =>
    list.sort((a, b) => a.start - b.start || a.end - b.end);
  return { document, marks: inOrder(marks), queries: inOrder(queries) };
}
