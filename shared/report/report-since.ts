import isEqual from 'fast-deep-equal';
import { ownersIn, type Case } from '../case/case.ts';
import type { Allegation, Finding, Kind } from '../case/records.ts';
import type { ReportRecord } from '../case/report-record.ts';
import type { Basis, Edition, State, Why } from '../case/words.ts';
import { madeAt, recordsBefore, type EarlierRecord } from '../events/before.ts';

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
  /** In the order of the references; of allegations that are in the report, or were in the previous one. */
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
  const before = recordsBefore(kase, madeAt(kase, 'reports', previous.id));
  const codes = changedParts(kase, before);
  const changes = [...kase.records.allegations.values()].flatMap((allegation) => {
    const { id, ref } = allegation;
    const was = before.get('allegations')?.get(id);
    const then = was === undefined ? allegation : (was as Allegation | null);
    const told = then !== null && !then.removed && (previous.refs === null || previous.refs.includes(ref));
    const isNow = !allegation.removed && isIn(allegation);
    if (!isNow && !(told && allegation.removed)) return [];
    const finding =
      then && !isEqual(then.finding, allegation.finding)
        ? { from: shortFinding(then.finding), to: shortFinding(allegation.finding) }
        : null;
    const found = told
      ? [...ownChanges(then, allegation), ...(codes.get(id) ?? [])]
      : [then === null ? ('recorded' as const) : then.removed ? ('restored' as const) : ('added' as const)];
    if (found.length === 0) return [];
    return [{ ref, changes: inOrder(found), finding: told ? finding : null }];
  });
  return { previous: reportName(previous), changes };
}

/** What differs in the allegation itself. */
function ownChanges(then: Allegation, now: Allegation): ChangeCode[] {
  const differs = (name: keyof Allegation): boolean => !isEqual(then[name], now[name]);
  const details = ['claimantId', 'saidOn', 'saidWhere', 'happenedOn', 'touchedIds', 'serious'] as const;
  return [
    ...(now.removed ? (['removed'] as const) : []),
    ...(differs('statement') ? (['statement'] as const) : []),
    ...(differs('finding') ? (['finding'] as const) : []),
    ...(differs('rating') ? (['rating'] as const) : []),
    ...(differs('quote') ? (['quote'] as const) : []),
    ...(details.some(differs) ? (['details'] as const) : []),
  ];
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

/** Which parts of which allegations changed, by the ids of the allegations. */
function changedParts(
  kase: Case,
  before: ReadonlyMap<Kind, ReadonlyMap<string, EarlierRecord>>,
): Map<string, ChangeCode[]> {
  const found = new Map<string, ChangeCode[]>();
  for (const kind of PARTS) {
    for (const [id, then] of before.get(kind) ?? []) {
      const now = kase.records[kind].get(id) as EarlierRecord | undefined;
      if (isEqual(then, now ?? null)) continue;
      for (const owner of new Set([...ownersIn(kind, then), ...ownersIn(kind, now)])) {
        found.set(owner, [...(found.get(owner) ?? []), kind]);
      }
    }
  }
  return found;
}

function inOrder(codes: readonly ChangeCode[]): ChangeCode[] {
  return CHANGE_CODES.filter((code) => codes.includes(code));
}
