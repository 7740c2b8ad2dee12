import { children, present, type Case } from '../case/case.ts';
import type { Query } from '../case/dealings.ts';
import type { Document } from '../case/document.ts';
import type { Mark } from '../case/records.ts';
import { newestVersion, versionsOf } from '../case/versions.ts';
import type { Doubt, MarkKind, State } from '../case/words.ts';
import type { Span } from '../reading/span.ts';

/** A passage as the reader marks it; `start` and `end` count code points of the document's text. */
export interface DocumentPassage {
  passageId: string;
  allegationId: string;
  ref: string;
  state: State;
  /** What is in doubt about it standing here; what does not stand here for certain is in `doubtful` of the newest version. */
  doubt: Doubt | null;
  start: number;
  end: number;
}

/** A mark that makes words accounted for; `start` and `end` count code points of the document's text. */
export interface DocumentMark extends Pick<Mark, 'id' | 'by' | 'addedAt'> {
  kind: MarkKind;
  start: number;
  end: number;
}

/** A document with what is anchored in it, in reading order. */
export interface DocumentView {
  document: Document;
  passages: DocumentPassage[];
  marks: DocumentMark[];
  /** The queries on its words, in reading order. */
  queries: DocumentQuery[];
  /** All versions, the oldest first. */
  versions: DocumentVersion[];
  /** Of the newest version: what is anchored in any and waits for a person to say where it stands now. */
  doubtful: DoubtfulAnchor[];
}

/** A query as the reader shows it; `start` and `end` count code points of the document's text. */
export interface DocumentQuery extends Query {
  start: number;
  end: number;
  /** The reference of the allegation it came up with. */
  ref: string | null;
}

/** A version of a document without its text. */
export type DocumentVersion = Pick<Document, 'id' | 'title' | 'fileName' | 'sha256' | 'addedAt'>;

/** A passage or query whose place in the newest version of its document is in doubt. */
export interface DoubtfulAnchor {
  kind: 'passages' | 'queries';
  id: string;
  doubt: Doubt;
  /** The words it was anchored to. */
  exact: string;
  /** Where it is anchored for now. */
  documentId: string;
  start: number;
  end: number;
  /** The allegation it belongs to, and its reference; a query may belong to none. */
  allegationId: string | null;
  ref: string | null;
  /** The number of a query. */
  number: number | null;
}

/** A document as lists need it: its newest version without its text, and how many versions there are. */
export interface DocumentTitle extends DocumentVersion {
  versions: number;
}

/** The documents of a case, each by its newest version, in the order they first came. */
export function documentTitles(kase: Case): DocumentTitle[] {
  const titles = new Map<string, DocumentTitle>();
  for (const { id } of kase.records.documents.values()) {
    const versions = present(versionsOf(kase, id));
    const newest = versions.at(-1);
    if (newest) titles.set(newest.id, { ...versionOf(newest), versions: versions.length });
  }
  return [...titles.values()];
}

const versionOf = ({ id, title, fileName, sha256, addedAt }: Document): DocumentVersion => ({
  id,
  title,
  fileName,
  sha256,
  addedAt,
});

/** The view of a document, or null when there is none of that id or it is in the trash. */
export function documentView(kase: Case, id: string): DocumentView | null {
  const document = kase.records.documents.get(id);
  if (!document || document.removed) return null;
  const passages = present(children(kase, ['passages', 'documentId'], id)).flatMap(
    ({ id: passageId, allegationId, selector, doubt }): DocumentPassage[] => {
      const allegation = kase.records.allegations.get(allegationId);
      if (!allegation || allegation.removed) return [];
      const { start, end } = selector[1];
      const { ref, finding } = allegation;
      return [{ passageId, allegationId, ref, state: finding.state, doubt, start, end }];
    },
  );
  const marks = present(children(kase, ['marks', 'documentId'], id)).map((mark): DocumentMark => {
    const { kind, by, addedAt, selector } = mark;
    const { start, end } = selector[1];
    return { id: mark.id, kind, by, addedAt, start, end };
  });
  const queries = present(children(kase, ['queries', 'documentId'], id)).map((query): DocumentQuery => {
    const { start, end } = query.selector[1];
    return { ...query, start, end, ref: refOf(kase, query.allegationId) };
  });
  const versions = present(versionsOf(kase, id));
  return {
    document,
    passages: inOrder(passages),
    marks: inOrder(marks),
    queries: inOrder(queries),
    versions: versions.map(versionOf),
    doubtful: newestVersion(kase, id)?.id === id ? doubtfulAnchors(kase, id) : [],
  };
}

/**
 * What accounts for words: an allegation on them, or a person's word that there is none to make. A passage that moved
 * with a new version does not before somebody confirmed it; a hint that was turned down says nothing about the words.
 */
export function accountedFor({ passages, marks }: Pick<DocumentView, 'passages' | 'marks'>): Span[] {
  return [
    ...passages.filter(({ doubt }) => doubt !== 'moved'),
    ...marks.filter(({ kind }) => kind !== 'dismissed'),
  ];
}

/** What is anchored in any version of a document and waits for a person to say where it stands, in the order of the texts. */
export function doubtfulAnchors(kase: Case, documentId: string): DoubtfulAnchor[] {
  return inOrder(present(versionsOf(kase, documentId)).flatMap(({ id }) => doubtfulIn(kase, id)));
}

function doubtfulIn(kase: Case, documentId: string): DoubtfulAnchor[] {
  return (['passages', 'queries'] as const).flatMap((kind) =>
    present(children(kase, [kind, 'documentId'], documentId)).flatMap((each): DoubtfulAnchor[] => {
      const { id, doubt, selector, allegationId } = each;
      const ref = refOf(kase, allegationId);
      if (doubt === null || (kind === 'passages' && ref === null)) return [];
      const [{ exact }, { start, end }] = selector;
      const number = 'number' in each && typeof each.number === 'number' ? each.number : null;
      return [{ kind, id, doubt, exact, documentId, start, end, allegationId, ref, number }];
    }),
  );
}

/** The reference of an allegation that is not in the trash. */
function refOf(kase: Case, allegationId: string | null): string | null {
  const allegation = allegationId === null ? undefined : kase.records.allegations.get(allegationId);
  return allegation && !allegation.removed ? allegation.ref : null;
}

function inOrder<T extends { start: number; end: number }>(list: T[]): T[] {
  return list.sort((a, b) => a.start - b.start || a.end - b.end);
}
