/**
 * From version 1 to 2: sources, evidence and responses say more, allegations name whom they touch, the standard has more
 * rules, and there are exhibits, queries, reviews and relations. Frozen: it imports nothing that may change.
 */

type Fields = Record<string, unknown>;

/** What each record of version 1 did not say, and what that means. */
const ADDED: Readonly<Record<string, Fields>> = {
  allegations: { happenedOn: null, touchedIds: [], quote: null },
  sources: {
    interests: '',
    reliability: 'F',
    confidential: false,
    commitment: null,
    erasedAt: null,
    mergedIntoId: null,
  },
  evidence: { exhibitId: null, authentication: null, credibility: '6' },
  responses: { denies: null, contact: null, askedOn: null, deadline: null, attempts: [] },
};

/** A standard of version 1 asked for none of these, and no finding changes because they can be asked for now. */
const ADDED_TO_STANDARD: Fields = {
  authenticated: false,
  reliability: 'F',
  credibility: '6',
  replyIfSerious: false,
  secondPerson: 'never',
};

const NEW_LISTS = ['exhibits', 'queries', 'reviews', 'relations'];

/** A whole record of version 1 as version 2 has it: of the fields it did not have, each gets what its absence meant. */
export function wholeRecord(kind: string, record: Fields): Fields {
  if (kind === 'case') return withStandard(record);
  const added = ADDED[kind];
  return added ? { ...record, ...absent(added, record) } : record;
}

/** Fields of a record of version 1, of which only the standard has changed in itself. */
export function withStandard(fields: Fields): Fields {
  const standard = fields['standard'];
  if (typeof standard !== 'object' || standard === null) return fields;
  return { ...fields, standard: { ...standard, ...absent(ADDED_TO_STANDARD, standard as Fields) } };
}

function absent(added: Fields, present: Fields): Fields {
  return Object.fromEntries(Object.entries(added).filter(([name]) => !Object.hasOwn(present, name)));
}

export const whyAFindingHolds = {
  to: 2,
  migrate(file: Readonly<Fields>): Fields {
    const lists = Object.entries(file).map(([name, value]) =>
      Array.isArray(value) && Object.hasOwn(ADDED, name)
        ? [name, value.map((record: unknown) => (isObject(record) ? wholeRecord(name, record) : record))]
        : [name, value],
    );
    return {
      ...withStandard(Object.fromEntries(lists) as Fields),
      ...Object.fromEntries(NEW_LISTS.map((name) => [name, file[name] ?? []])),
    };
  },
};

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
