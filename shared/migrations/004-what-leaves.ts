/**
 * From version 3 to 4: a case says what its reports say about themselves, who publishes and on which scale; allegations
 * have a rating, and reports that left the case are recorded. Frozen: it imports nothing that may change.
 */

type Fields = Record<string, unknown>;

/** What each record of version 3 did not say: nobody had written a cover, published or rated anything. */
const ADDED: Readonly<Record<string, Fields>> = {
  case: {
    cover: {
      title: '',
      version: '',
      preparedFor: '',
      reviewedBy: '',
      method: '',
      interests: '',
      suggestions: '',
    },
    logo: null,
    publisher: null,
    scale: null,
  },
  allegations: { rating: null },
};

/** A whole record of version 3 as version 4 has it. */
export function leavingRecord(kind: string, record: Fields): Fields {
  const added = ADDED[kind];
  if (!added) return record;
  const absent = Object.entries(added).filter(([name]) => !Object.hasOwn(record, name));
  return { ...record, ...Object.fromEntries(absent) };
}

export const whatLeaves = {
  to: 4,
  migrate(file: Readonly<Fields>): Fields {
    const { allegations } = file;
    const rated = Array.isArray(allegations)
      ? allegations.map((record: unknown) =>
          isObject(record) ? leavingRecord('allegations', record) : record,
        )
      : allegations;
    return { ...leavingRecord('case', file), allegations: rated, reports: file['reports'] ?? [] };
  },
};

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
