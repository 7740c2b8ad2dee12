import { caseInfo, present, type Case } from '../case/case.ts';
import { STATES, type State } from '../case/words.ts';
import type { Standard } from '../case/records.ts';
import { actionOf, type NamedAction } from './history.ts';
import { documentTitles, type DocumentTitle } from './document-view.ts';

/** What can be offered for fields that name a party or a source. */
export interface Names {
  parties: { id: string; name: string }[];
  sources: { id: string; name: string; kind: string; party: string | null }[];
}

/** The case at a glance: what title bar, status line and menus show. */
export interface Overview {
  id: string;
  title: string;
  standard: Standard;
  counts: Record<State, number>;
  documents: DocumentTitle[];
  events: number;
  head: string;
  undo: NamedAction | null;
  redo: NamedAction | null;
  trashed: number;
}

export function overviewOf(kase: Case): Overview {
  const { id, title, standard } = caseInfo(kase);
  const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<State, number>;
  let trashed = 0;
  for (const allegation of kase.records.allegations.values()) {
    if (allegation.removed) trashed++;
    else counts[allegation.finding.state]++;
  }
  for (const kind of ['documents', 'passages', 'evidence', 'responses'] as const) {
    for (const record of kase.records[kind].values()) if (record.removed) trashed++;
  }
  return {
    id,
    title,
    standard,
    counts,
    documents: documentTitles(kase),
    events: kase.history.length,
    head: kase.heads.at(-1) ?? '',
    undo: actionOf(kase, kase.undo.at(-1)),
    redo: actionOf(kase, kase.redo.at(-1)),
    trashed,
  };
}

export function namesOf(kase: Case): Names {
  return {
    parties: present(kase.records.parties.values()).map(({ id, name }) => ({ id, name })),
    sources: present(kase.records.sources.values()).map(({ id, name, kind, partyId }) => ({
      id,
      name,
      kind,
      party: partyId === null ? null : (kase.records.parties.get(partyId)?.name ?? null),
    })),
  };
}
