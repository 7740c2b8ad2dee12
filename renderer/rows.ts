import { refNumber } from '../shared/case/case.ts';
import { STATES, type State } from '../shared/case/words.ts';
import type { AllegationRow } from '../shared/queries/rows.ts';

type Columns = Readonly<Record<State, readonly AllegationRow[]>>;

/**
 * The rows of a case, in the order of their references, and the same by state. A change answers a new object, so that
 * whoever shows rows notices, but what is in it is shared and changed in place: copying 100,000 rows for every change
 * would take longer than the change.
 */
export class Rows {
  private constructor(
    private readonly byId: Map<string, AllegationRow>,
    private readonly byState: Record<State, AllegationRow[]>,
  ) {}

  static of(rows: Iterable<AllegationRow>): Rows {
    const list = [...rows];
    const numbers = list.map(({ ref }) => refNumber(ref));
    const inOrder = numbers.every((number, at) => at === 0 || number >= (numbers[at - 1] ?? 0));
    if (!inOrder) list.sort((a, b) => refNumber(a.ref) - refNumber(b.ref));
    const byState = Object.fromEntries(STATES.map((state) => [state, []])) as unknown as Record<
      State,
      AllegationRow[]
    >;
    for (const row of list) byState[row.state].push(row);
    return new Rows(new Map(list.map((row) => [row.id, row])), byState);
  }

  get size(): number {
    return this.byId.size;
  }

  get(id: string): AllegationRow | undefined {
    return this.byId.get(id);
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  keys(): IterableIterator<string> {
    return this.byId.keys();
  }

  values(): IterableIterator<AllegationRow> {
    return this.byId.values();
  }

  /** The rows of each state. */
  get columns(): Columns {
    return this.byState;
  }

  /** What there is after rows were added or replaced, and others left. */
  changed(rows: readonly AllegationRow[], gone: readonly string[]): Rows {
    if (rows.length === 0 && gone.length === 0) return this;
    let comesBack = false;
    for (const row of rows) {
      const before = this.byId.get(row.id);
      if (!before && refNumber(row.ref) < this.lastNumber()) comesBack = true;
      this.replace(before, row);
    }
    for (const id of gone) this.replace(this.byId.get(id), undefined);
    // It was put at the end, and belongs where it was.
    return comesBack ? Rows.of(this.byId.values()) : new Rows(this.byId, this.byState);
  }

  private replace(before: AllegationRow | undefined, after: AllegationRow | undefined): void {
    if (before) {
      const column = this.byState[before.state];
      const at = placeIn(column, before);
      if (after?.state === before.state) column[at] = after;
      else column.splice(at, 1);
    }
    if (after && after.state !== before?.state) {
      const column = this.byState[after.state];
      column.splice(firstFrom(column, refNumber(after.ref)), 0, after);
    }
    if (after) this.byId.set(after.id, after);
    else if (before) this.byId.delete(before.id);
  }

  private lastNumber(): number {
    return Math.max(0, ...STATES.map((state) => refNumber(this.byState[state].at(-1)?.ref)));
  }
}

/** Where the first row of that number or a higher one is, or would be. */
function firstFrom(column: readonly AllegationRow[], number: number): number {
  let from = 0;
  let to = column.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (refNumber(column[middle]?.ref) < number) from = middle + 1;
    else to = middle;
  }
  return from;
}

function placeIn(column: readonly AllegationRow[], row: AllegationRow): number {
  const at = firstFrom(column, refNumber(row.ref));
  // References that are not numbered are in no order.
  return column[at]?.id === row.id ? at : column.findIndex(({ id }) => id === row.id);
}
