import { wholeRecord, withStandard } from '../migrations/002-why-a-finding-holds.ts';
import { documentedRecord } from '../migrations/003-read-line-by-line.ts';
import { leavingRecord } from '../migrations/004-what-leaves.ts';
import type { Change, Event, Fields } from './event.ts';

/**
 * What an event did, in terms of today's records. Events are never rewritten, so a history begun by an older Stet has
 * events that speak of older records; what was added since is read into them exactly as the migrations of the file add
 * it to the records, so that replaying such a history still gives them.
 */
export function changesOf({ v, changes }: Event): readonly Change[] {
  const since2 = v === 1 ? changes.map(fromVersion1) : changes;
  const since3 = v < 3 ? since2.map((change) => whole(change, documentedRecord)) : since2;
  return v < 4 ? since3.map((change) => whole(change, leavingRecord)) : since3;
}

// Making a record, or taking it out again, tells all of its fields; any other change only those it sets.

function fromVersion1(change: Change): Change {
  const { kind, before, after } = change;
  const read = (fields: Fields): Fields =>
    before === null || after === null
      ? wholeRecord(kind, fields)
      : kind === 'case'
        ? withStandard(fields)
        : fields;
  return { ...change, before: before && read(before), after: after && read(after) };
}

/** A change that makes a record or takes it out again, with what `read` adds to whole records. */
function whole(change: Change, read: (kind: string, fields: Fields) => Fields): Change {
  const { kind, before, after } = change;
  if (before !== null && after !== null) return change;
  return { ...change, before: before && read(kind, before), after: after && read(kind, after) };
}
