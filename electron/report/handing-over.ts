import type { Report } from '../../shared/report/report-data.ts';

/** So many entries of a list are handed over at once: what that takes is less than a millisecond. */
const AT_ONCE = 10;

/** The lists of a report that may be long. */
const LISTS = [
  'documents',
  'allegations',
  'overrides',
  'unasked',
  'unverified',
  'queries',
  'parties',
  'sources',
  'corrections',
] as const satisfies readonly (keyof Report)[];
type List = (typeof LISTS)[number] | 'changes' | 'exhibits';

/** A report in pieces, each small: copying all of a large one for another thread at once would hold everybody. */
export type Piece = { begin: Report } | { list: List; entries: readonly unknown[] };

const entriesOf = (report: Report, list: List): unknown[] =>
  list === 'changes'
    ? report.since.changes
    : list === 'exhibits'
      ? report.exhibits.listed
      : (report[list] as unknown[]);

/** The pieces of a report, first all of it without what is in its lists. */
export function* piecesOfReport(report: Report): Generator<Piece> {
  const begin: Report = {
    ...report,
    ...(Object.fromEntries(LISTS.map((list) => [list, []])) as unknown as Pick<
      Report,
      (typeof LISTS)[number]
    >),
    since: { ...report.since, changes: [] },
    exhibits: { ...report.exhibits, listed: [] },
  };
  yield { begin };
  for (const list of [...LISTS, 'changes', 'exhibits'] as const) {
    const entries = entriesOf(report, list);
    for (let at = 0; at < entries.length; at += AT_ONCE)
      yield { list, entries: entries.slice(at, at + AT_ONCE) };
  }
}

/** Puts a report together again: the same to the order of its fields. */
export class Gathering {
  private gathered: Report | null = null;

  take(piece: Piece): void {
    if ('begin' in piece) this.gathered = piece.begin;
    else entriesOf(this.report, piece.list).push(...piece.entries);
  }

  get report(): Report {
    if (!this.gathered) throw new Error('no report was handed over');
    return this.gathered;
  }
}
