import { childIds, children, ownersIn, ownersOf, type Case } from '../case/case.ts';
import type { Event } from '../events/event.ts';
import { versionsOf } from '../case/versions.ts';
import { relationsOf } from './details.ts';
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
  /** Their details show something of what changed; their rows do not. */
  const showingIds = new Set<string>();
  /** Each version of a document lists all, and the newest tells of what is in doubt in any. */
  const touch = (documentId: unknown): void => {
    if (typeof documentId !== 'string') return;
    documentIds.add(documentId);
    for (const { id } of versionsOf(kase, documentId)) documentIds.add(id);
  };
  for (const { kind, id, before, after } of event.changes) {
    if (kind === 'allegations') allegationIds.add(id);
    for (const owner of [...ownersOf(kase, kind, id), ...ownersIn(kind, before)]) allegationIds.add(owner);
    if (kind === 'documents') {
      for (const each of [id, before?.['previousId'], after?.['previousId']]) touch(each);
      for (const { allegationId } of [
        ...children(kase, ['passages', 'documentId'], id),
        ...children(kase, ['queries', 'documentId'], id),
      ])
        if (allegationId !== null) showingIds.add(allegationId);
    }
    const anchored =
      kind === 'passages' || kind === 'queries' || kind === 'marks' ? kase.records[kind].get(id) : undefined;
    for (const each of [after?.['documentId'], before?.['documentId'], anchored?.documentId]) touch(each);
    // One that is made with this event is named by nothing but what came with it.
    if (kind === 'sources' && before !== null)
      for (const owner of [...restingOn(kase, 'sourceId', id), ...derivedFrom(kase, id)])
        allegationIds.add(owner);
    if (kind === 'exhibits') for (const owner of restingOn(kase, 'exhibitId', id)) showingIds.add(owner);
    // What is said of one is shown on those it is related to.
    if (kind === 'allegations') for (const { other } of relationsOf(kase, id)) showingIds.add(other.id);
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
    // Its documents show its state in the text, and its reference beside the queries.
    for (const { documentId } of [
      ...children(kase, ['passages', 'allegationId'], id),
      ...children(kase, ['queries', 'allegationId'], id),
    ])
      touch(documentId);
  }
  return {
    rows,
    gone,
    everything,
    touched: [...new Set([...allegationIds, ...showingIds, ...documentIds])],
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

/** The allegations with evidence from a source or with an exhibit. */
function restingOn(kase: Case, field: 'sourceId' | 'exhibitId', id: string): string[] {
  return childIds(kase, ['evidence', field], id).flatMap((item) => ownersOf(kase, 'evidence', item));
}

/** The allegations with evidence that is derived from what a source has first-hand. */
function derivedFrom(kase: Case, sourceId: string): string[] {
  const owners: string[] = [];
  for (const { allegationId, origin } of kase.records.evidence.values())
    if (origin.type === 'derived-source' && origin.sourceId === sourceId) owners.push(allegationId);
  return owners;
}
