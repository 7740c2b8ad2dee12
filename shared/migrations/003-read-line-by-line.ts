/**
 * From version 2 to 3: documents say how they came, how they are laid out and which version was before, anchors whether
 * they are in doubt, and there are marks. Frozen: it imports nothing that may change.
 */

type Fields = Record<string, unknown>;

/** What each record of version 2 did not say, and what that means: a text as it came, without a layout, in one version. */
const ADDED: Readonly<Record<string, Fields>> = {
  documents: {
    extractor: null,
    encoding: null,
    language: null,
    blocks: [],
    pages: [],
    exhibitId: null,
    previousId: null,
  },
  passages: { doubt: null },
  queries: { doubt: null },
};

/** A whole record of version 2 as version 3 has it. */
export function documentedRecord(kind: string, record: Fields): Fields {
  const added = ADDED[kind];
  if (!added) return record;
  const absent = Object.entries(added).filter(([name]) => !Object.hasOwn(record, name));
  return { ...record, ...Object.fromEntries(absent) };
}

export const readLineByLine = {
  to: 3,
  migrate(file: Readonly<Fields>): Fields {
    const lists = Object.entries(file).map(([name, value]) =>
      Array.isArray(value) && Object.hasOwn(ADDED, name)
        ? [name, value.map((record: unknown) => (isObject(record) ? documentedRecord(name, record) : record))]
        : [name, value],
    );
    return { ...(Object.fromEntries(lists) as Fields), marks: file['marks'] ?? [] };
  },
};

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
