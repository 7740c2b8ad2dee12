import { wholeRecord, withStandard } from '../migrations/002-why-a-finding-holds.ts';
import { documentedRecord } from '../migrations/003-read-line-by-line.ts';
import type { Change, Event, Fields } from './event.ts';

/**
 * What an event did, in terms of today's records. Events are never rewritten, so a history begun by an older Stet has
 * events that speak of older records; what was added since is read into them exactly as the migrations of the file add
 * it to the records, so that replaying such a history still gives them.
 */
export function changesOf({ v, changes }: Event): readonly Change[] {
  const since2 = v === 1 ? changes.map(fromVersion1) : changes;
  return v < 3 ? since2.map(fromVersion2) : since2;
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

function fromVersion2(change: Change): Change {
  const { kind, before, after } = change;
  if (before !== null && after !== null) return change;
  return {
    ...change,
    before: before && documentedRecord(kind, before),
    after: after && documentedRecord(kind, after),
  };
}
