import { childIds, children, ownerOf, type Case } from '../case/case.ts';
import type { Event } from '../events/event.ts';
import { documentTitles, type DocumentTitle } from './document-view.ts';
import { historyOf, type HistoryLine } from './history.ts';
import { overviewOf, type Overview } from './overview.ts';
import { rowOf, type AllegationRow } from './rows.ts';

/** What an event did to what a window holds: rows to replace, rows that left, and what to ask for again if shown. */
export interface CaseChange {
  rows: AllegationRow[];
  /** Ids of allegations that left the lists. */
  gone: string[];
  /** Ids of allegations whose details changed and of documents whose view changed. */
  touched: string[];
  /** Whether the details of every allegation changed, as they do with the standard. */
  everything: boolean;
  overview: Overview;
  /** The documents, if anything about their list changed. */
  documents: DocumentTitle[] | null;
  lines: HistoryLine[];
}

/** The change an event makes, asked right after it was applied. */
export function changeOf(kase: Case, event: Event): CaseChange {
  const allegationIds = new Set<string>();
  const documentIds = new Set<string>();
  /** Their details name the document; their rows do not. */
  const anchoredIds = new Set<string>();
  for (const { kind, id, before, after } of event.changes) {
    if (kind === 'allegations') allegationIds.add(id);
    const owner = ownerOf(kase, kind, id);
    if (owner !== undefined) allegationIds.add(owner);
    if (kind === 'documents') {
      documentIds.add(id);
      for (const { allegationId } of children(kase, ['passages', 'documentId'], id))
        anchoredIds.add(allegationId);
    }
    const documentId =
      after?.['documentId'] ?? before?.['documentId'] ?? kase.records.passages.get(id)?.documentId;
    if (typeof documentId === 'string') documentIds.add(documentId);
    if (kind === 'sources') for (const item of evidenceOf(kase, id)) allegationIds.add(item);
  }
  const everything = event.changes.some(
    ({ kind, before, after }) => kind === 'case' && 'standard' in { ...before, ...after },
  );
  const rows: AllegationRow[] = everything ? rowsWithFinding(kase) : [];
  const gone: string[] = [];
  for (const id of allegationIds) {
    const allegation = kase.records.allegations.get(id);
    if (allegation && !allegation.removed) rows.push(rowOf(kase, allegation));
    else gone.push(id);
    for (const passageId of childIds(kase, ['passages', 'allegationId'], id)) {
      const passage = kase.records.passages.get(passageId);
      if (passage) documentIds.add(passage.documentId);
    }
  }
  return {
    rows,
    gone,
    everything,
    touched: [...new Set([...allegationIds, ...anchoredIds, ...documentIds])],
    overview: overviewOf(kase),
    documents: event.changes.some(({ kind }) => kind === 'documents') ? documentTitles(kase) : null,
    lines: historyOf(kase, { limit: 1 }),
  };
}

/** Whether a finding meets the standard is told in the row of each allegation that has one. */
function rowsWithFinding(kase: Case): AllegationRow[] {
  const rows: AllegationRow[] = [];
  for (const allegation of kase.records.allegations.values()) {
    if (!allegation.removed && allegation.finding.state !== 'unverified') rows.push(rowOf(kase, allegation));
  }
  return rows;
}

function evidenceOf(kase: Case, sourceId: string): string[] {
  return childIds(kase, ['evidence', 'sourceId'], sourceId).flatMap(
    (id) => ownerOf(kase, 'evidence', id) ?? [],
  );
}
