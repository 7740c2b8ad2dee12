import { caseInfo, present, type Case } from '../case/case.ts';
import type { HouseScale, Publisher } from '../case/publishing.ts';
import type { State } from '../case/words.ts';
import type { Standard } from '../case/standard.ts';
import { actionOf, type NamedAction } from './history.ts';

/** What can be offered for fields that name a party or a source. */
export interface Names {
  parties: { id: string; name: string }[];
  sources: { id: string; name: string; kind: string; party: string | null; confidential: boolean }[];
  exhibits: { id: string; number: number; title: string }[];
}

/** The case at a glance: what title bar, status line and menus show. Light, since every change carries one. */
export interface Overview {
  id: string;
  title: string;
  standard: Standard;
  /** Who publishes its ratings, and on which scale; null until somebody said. */
  publisher: Publisher | null;
  scale: HouseScale | null;
  counts: Record<State, number>;
  events: number;
  head: string;
  undo: NamedAction | null;
  redo: NamedAction | null;
  trashed: number;
}

/** The case at a glance; costs the same however large the case is. */
export function overviewOf(kase: Case): Overview {
  const { id, title, standard, publisher, scale } = caseInfo(kase);
  return {
    id,
    title,
    standard,
    publisher,
    scale,
    counts: { ...kase.tally.states },
    events: kase.history.length,
    head: kase.heads.at(-1) ?? '',
    undo: actionOf(kase, kase.undo.at(-1)),
    redo: actionOf(kase, kase.redo.at(-1)),
    trashed: kase.tally.trashed,
  };
}

export function namesOf(kase: Case): Names {
  return {
    parties: present(kase.records.parties.values()).map(({ id, name }) => ({ id, name })),
    sources: present(kase.records.sources.values()).map(({ id, name, kind, partyId, confidential }) => ({
      id,
      name,
      kind,
      confidential,
      party: partyId === null ? null : (kase.records.parties.get(partyId)?.name ?? null),
    })),
    exhibits: present(kase.records.exhibits.values()).map(({ id, number, title }) => ({ id, number, title })),
  };
}
