import isEqual from 'fast-deep-equal';
import { byRef, ownersIn, type Case } from '../case/case.ts';
import type { Allegation, Finding, Kind } from '../case/records.ts';
import type { ReportRecord } from '../case/report-record.ts';
import type { Basis, Edition, State, Why } from '../case/words.ts';
import { eventsUpTo, recordsBefore, type EarlierRecord, type EarlierRecords } from '../events/before.ts';

/** What became of the allegations since a report left the case: so that who has the last one knows what to read again. */

/** A report that left the case earlier. */
export interface ReportName {
  /** Its number within the case, as people say it: R2. */
  number: number;
  edition: Edition;
  madeAt: string;
  contentSha256: string;
  /** When it was published, as precise as it is known, and where; null unless somebody said that it was. */
  publishedOn: string | null;
  address: string | null;
}

export const CHANGE_CODES = [
  'recorded',
  'added',
  'removed',
  'restored',
  'statement',
  'finding',
  'rating',
  'quote',
  'details',
  'evidence',
  'responses',
  'reviews',
  'queries',
  'passages',
  'relations',
] as const;
export type ChangeCode = (typeof CHANGE_CODES)[number];

/** A state with what it rests on, as short as it can be told. */
export interface ShortFinding {
  state: State;
  why: Why | null;
  basis: Basis | null;
  reason: string;
  overridden: boolean;
}

export interface ReportChange {
  ref: string;
  changes: ChangeCode[];
  /** The findings then and now, where they differ. */
  finding: { from: ShortFinding; to: ShortFinding } | null;
}

export interface ReportSince {
  /** The last report before this one; null for the first. */
  previous: ReportName | null;
  /**
   * In the order of the references; of allegations that are in this report, and of those in its scope that were in the
   * previous one and are no more.
   */
  changes: ReportChange[];
}

export function reportName(record: ReportRecord): ReportName {
  const { number, edition, madeAt: made, contentSha256, publishedOn, address } = record;
  return { number, edition, madeAt: made, contentSha256, publishedOn, address };
}

export function shortFinding({ state, why, basis, reason, override }: Finding): ShortFinding {
  return { state, why, basis, reason, overridden: override !== null };
}

/** What changed since the last report that left the case. `isIn` says whether an allegation is in this one. */
export function reportSince(kase: Case, isIn: (allegation: Allegation) => boolean): ReportSince {
  const previous = [...kase.records.reports.values()].at(-1);
  if (!previous) return { previous: null, changes: [] };
  const before = recordsBefore(kase, eventsUpTo(kase, previous.heads));
  const wasTold = toldIn(previous);
  const parts = changedParts(kase, before, isIn);
  const changes = thenAndNow(kase, before)
    .filter(({ either }) => isIn(either))
    .sort((a, b) => byRef(a.either, b.either))
    .flatMap(({ was, now, either: { id, ref } }): ReportChange[] => {
      const told = wasTold(was);
      if (!now || now.removed) return told ? [{ ref, changes: ['removed'], finding: null }] : [];
      if (!told) {
        const code = was === null ? 'recorded' : was.removed ? 'restored' : 'added';
        return [{ ref, changes: [code], finding: null }];
      }
      const codes = new Set([...ownChanges(told, now), ...(parts.get(id) ?? [])]);
      if (codes.size === 0) return [];
      const finding = codes.has('finding')
        ? { from: shortFinding(told.finding), to: shortFinding(now.finding) }
        : null;
      return [{ ref, changes: CHANGE_CODES.filter((code) => codes.has(code)), finding }];
    });
  return { previous: reportName(previous), changes };
}

/** Answers an allegation as it was when a report was made, if the report told of it; else null. */
export function toldIn({ refs }: ReportRecord): (then: Allegation | null) => Allegation | null {
  const chosen = refs && new Set(refs);
  return (then) => (then && !then.removed && (chosen === null || chosen.has(then.ref)) ? then : null);
}

/** An allegation as it was, from what changed since. */
export function allegationThen(before: EarlierRecords, now: Allegation): Allegation | null {
  const was = before.get('allegations')?.get(now.id);
  return was === undefined ? now : (was as Allegation | null);
}

interface ThenAndNow {
  was: Allegation | null;
  now: Allegation | null;
  /** The one that is there. */
  either: Allegation;
}

/** Every allegation there is, and those that are no more, since their making was undone. */
function thenAndNow(kase: Case, before: EarlierRecords): ThenAndNow[] {
  const { allegations } = kase.records;
  const found: ThenAndNow[] = [];
  for (const now of allegations.values()) found.push({ was: allegationThen(before, now), now, either: now });
  for (const [id, record] of before.get('allegations') ?? []) {
    const was = record as Allegation | null;
    if (was && !allegations.has(id)) found.push({ was, now: null, either: was });
  }
  return found;
}

/** What differs in the allegation itself. */
function ownChanges(then: Allegation, now: Allegation): ChangeCode[] {
  const differs = (name: keyof Allegation): boolean => !isEqual(then[name], now[name]);
  const details = ['claimantId', 'saidOn', 'saidWhere', 'happenedOn', 'touchedIds', 'serious'] as const;
  const single = ['statement', 'finding', 'rating', 'quote'] as const;
  return [...single.filter(differs), ...(details.some(differs) ? (['details'] as const) : [])];
}

/** The kinds whose records hang on an allegation, by the word for a change in them. */
const PARTS = [
  'evidence',
  'responses',
  'reviews',
  'queries',
  'passages',
  'relations',
] as const satisfies readonly (Kind & ChangeCode)[];

/** Which parts of which allegations changed, by the ids of the allegations. What is in the trash is not there. */
function changedParts(
  kase: Case,
  before: EarlierRecords,
  isIn: (allegation: Allegation) => boolean,
): Map<string, Set<ChangeCode>> {
  const isTold = (id: string): boolean => {
    const allegation = kase.records.allegations.get(id);
    return allegation !== undefined && isIn(allegation);
  };
  const found = new Map<string, Set<ChangeCode>>();
  for (const kind of PARTS) {
    for (const [id, was] of before.get(kind) ?? []) {
      const [then, now] = [outOfTrash(was), outOfTrash(kase.records[kind].get(id))];
      if (isEqual(then, now)) continue;
      const owners = [...ownersIn(kind, then), ...ownersIn(kind, now)];
      // A relation to what is not in this report is not in it either.
      if (kind === 'relations' && !owners.every(isTold)) continue;
      for (const owner of owners) {
        const codes = found.get(owner);
        if (codes) codes.add(kind);
        else found.set(owner, new Set([kind]));
      }
    }
  }
  return found;
}

function outOfTrash(record: EarlierRecord | undefined): EarlierRecord {
  return record && record['removed'] !== true ? record : null;
}
