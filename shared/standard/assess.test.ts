import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_STANDARD, type Evidence, type Source } from '../case/records.ts';
import { LEVELS, STANCES } from '../case/words.ts';
import { assess, type AssessmentInput } from './assess.ts';

type Item = Partial<Evidence> & { id: string };

/** An evidence item that counts as a first-hand source named like itself, unless told otherwise. */
function item(fields: Item): Evidence {
  return {
    number: 1,
    allegationId: 'allegation',
    sourceId: `source of ${fields.id}`,
    stance: 'supports',
    excerpt: '',
    locator: 'page 1',
    level: 'secondary',
    origin: { type: 'first-hand' },
    publishedOn: null,
    accessedOn: null,
    address: null,
    addedAt: '2026-11-23T14:00:00Z',
    removed: false,
    ...fields,
  };
}

const from = (evidenceId: string): Evidence['origin'] => ({ type: 'derived', evidenceId });

/** Sources named `X of the claimant` belong to the claimant; one named `missing` is not there. */
function sourceOf({ sourceId }: Evidence): Source | undefined {
  if (sourceId === 'missing') return undefined;
  const partyId = sourceId.endsWith('of the claimant') ? 'claimant' : 'somebody';
  return { id: sourceId, name: sourceId, kind: 'other', partyId, removed: false };
}

function inputOf(evidence: readonly Evidence[], standard = DEFAULT_STANDARD): AssessmentInput {
  return { evidence, sourceOf, standard, touchedPartyIds: new Set(['claimant']) };
}

const supports = (...items: Item[]) => assess('supports', inputOf(items.map(item)));

/** Why each item counts zero, or as what it counts. */
const verdicts = (...items: Item[]) =>
  supports(...items).items.map((verdict) => (verdict.counts ? verdict.as : verdict.because));

describe('what is enough', () => {
  it('is nothing at all for nobody', () => {
    expect(supports()).toEqual({
      met: false,
      origins: 0,
      items: [],
      missing: [
        { code: 'needs-primary', count: 1 },
        { code: 'needs-first-hand', count: 2 },
        { code: 'needs-secondary', count: 3 },
      ],
    });
  });

  it('is one primary record', () => {
    expect(supports({ id: 'a', level: 'primary' })).toEqual({
      met: true,
      origins: 1,
      items: [{ evidenceId: 'a', counts: true, as: 'primary', originId: 'source of a' }],
      missing: [],
    });
  });

  it('is two first-hand sources, not one', () => {
    expect(supports({ id: 'a' }).missing).toEqual([
      { code: 'needs-primary', count: 1 },
      { code: 'needs-first-hand', count: 1 },
      { code: 'needs-secondary', count: 2 },
    ]);
    expect(supports({ id: 'a' }, { id: 'b' })).toMatchObject({ met: true, origins: 2, missing: [] });
  });

  it('is three secondary reports of distinct origins, not two', () => {
    // The first-hand items speak of something else, so only the reports that rest on them count here.
    const roots: Item[] = ['a', 'b', 'c'].map((id) => ({ id, stance: 'context' }));
    const reports: Item[] = roots.map(({ id }) => ({ id: `report of ${id}`, origin: from(id) }));
    expect(supports(...roots, ...reports.slice(0, 2))).toMatchObject({
      met: false,
      origins: 2,
      missing: [{ count: 1 }, { count: 2 }, { count: 1 }],
    });
    expect(supports(...roots, ...reports)).toMatchObject({ met: true, origins: 3 });
    expect(verdicts(...roots, ...reports)).toEqual(['secondary', 'secondary', 'secondary']);
  });

  it('is what the case’s own standard says', () => {
    const two = inputOf([item({ id: 'a', level: 'primary' })], { primary: 2, firstHand: 3, secondary: 4 });
    expect(assess('supports', two).missing).toEqual([
      { code: 'needs-primary', count: 1 },
      { code: 'needs-first-hand', count: 2 },
      { code: 'needs-secondary', count: 3 },
    ]);
    expect(assess('supports', { ...two, standard: { primary: 9, firstHand: 9, secondary: 1 } }).met).toBe(
      true,
    );
  });

  it('is the same for what contradicts', () => {
    const input = inputOf([item({ id: 'a', stance: 'contradicts', level: 'primary' })]);
    expect(assess('contradicts', input)).toMatchObject({ met: true, origins: 1 });
    expect(assess('supports', input)).toMatchObject({ met: false, origins: 0, items: [] });
  });
});

describe('what counts once', () => {
  it('is nine reports of one origin', () => {
    const reports = Array.from({ length: 9 }, (_, at): Item => ({
      id: `report ${at}`,
      origin: from(at === 0 ? 'wire' : `report ${at - 1}`),
    }));
    expect(supports({ id: 'wire', stance: 'context' }, ...reports)).toMatchObject({ met: false, origins: 1 });
    expect(supports({ id: 'wire' }, ...reports)).toMatchObject({ met: false, origins: 1 });
  });

  it('is one source, however often it speaks', () => {
    const sourceId = 'one';
    expect(supports({ id: 'a', sourceId }, { id: 'b', sourceId }, { id: 'c', sourceId })).toMatchObject({
      met: false,
      origins: 1,
    });
  });

  it('is a primary record once it is passed on by somebody else', () => {
    expect(
      supports(
        { id: 'log', level: 'primary', stance: 'context' },
        { id: 'a', level: 'primary', origin: from('log') },
      ),
    ).toMatchObject({ met: false, origins: 1, items: [{ as: 'secondary', originId: 'source of log' }] });
  });
});

describe('what counts zero', () => {
  it('is what has an unknown origin, at any remove', () => {
    const unknown: Item = { id: 'a', origin: { type: 'unknown' }, level: 'primary' };
    expect(verdicts(unknown, { id: 'b', origin: from('a') }, { id: 'c', origin: from('b') })).toEqual([
      'origin-unknown',
      'origin-unknown',
      'origin-unknown',
    ]);
  });

  it('is what is derived from something that is not there', () => {
    expect(verdicts({ id: 'a', origin: from('gone') })).toEqual(['origin-unknown']);
  });

  it('is a circle and all that hangs on it', () => {
    expect(
      verdicts(
        { id: 'a', origin: from('b') },
        { id: 'b', origin: from('c') },
        { id: 'c', origin: from('a') },
        { id: 'd', origin: from('a') },
        { id: 'e', origin: from('e') },
      ),
    ).toEqual(['circle', 'circle', 'circle', 'circle', 'circle']);
  });

  it('is what comes from a touched party, at any remove', () => {
    const sourceId = 'press office of the claimant';
    expect(
      verdicts(
        { id: 'a', sourceId, level: 'primary' },
        { id: 'b', origin: from('a') },
        { id: 'c', origin: from('b') },
        { id: 'd', sourceId, origin: { type: 'unknown' } },
      ),
    ).toEqual(['touched-party', 'touched-party', 'touched-party', 'touched-party']);
  });

  it.each([null, '', ' \n'])('is what has the locator %j', (locator) => {
    expect(verdicts({ id: 'a', level: 'primary', locator })).toEqual(['no-locator']);
  });

  it('is what has no source', () => {
    expect(verdicts({ id: 'a', sourceId: 'missing' }, { id: 'b', origin: from('a') })).toEqual([
      'source-missing',
      'source-missing',
    ]);
  });
});

describe('for any evidence', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const originOf: fc.Arbitrary<Evidence['origin']> = fc.oneof(
    fc.constant({ type: 'first-hand' as const }),
    fc.constant({ type: 'unknown' as const }),
    fc.constantFrom(...ids, 'gone').map(from),
  );
  const itemOf = (id: string) =>
    fc
      .record({
        stance: fc.constantFrom(...STANCES),
        level: fc.constantFrom(...LEVELS),
        locator: fc.constantFrom('page 1', 'page 2', null),
        sourceId: fc.constantFrom('s1', 's2', 's3', 's4', 'press of the claimant', 'missing'),
        origin: originOf,
      })
      .map((fields) => item({ id, ...fields }));
  const evidence = fc.tuple(...ids.map(itemOf));
  const stance = fc.constantFrom('supports' as const, 'contradicts' as const);
  const settings = { numRuns: 100 };

  it('the order does not matter', () => {
    fc.assert(
      fc.property(
        evidence,
        fc.shuffledSubarray(ids, { minLength: ids.length }),
        stance,
        (items, order, side) => {
          const byId = new Map(items.map((each) => [each.id, each]));
          const shuffled = order.flatMap((id) => byId.get(id) ?? []);
          const one = assess(side, inputOf(items));
          const other = assess(side, inputOf(shuffled));
          const sorted = ({ items: list }: typeof one) =>
            list.toSorted((a, b) => a.evidenceId.localeCompare(b.evidenceId));
          expect({ ...other, items: sorted(other) }).toEqual({ ...one, items: sorted(one) });
        },
      ),
      settings,
    );
  });

  it('one more item of unknown origin changes nothing', () => {
    fc.assert(
      fc.property(evidence, itemOf('more'), stance, (items, more, side) => {
        const before = assess(side, inputOf(items));
        const after = assess(side, inputOf([...items, { ...more, origin: { type: 'unknown' } }]));
        expect([after.met, after.origins, after.missing]).toEqual([
          before.met,
          before.origins,
          before.missing,
        ]);
      }),
      settings,
    );
  });

  it('more evidence never takes away what was enough', () => {
    fc.assert(
      fc.property(evidence, fc.subarray(ids), stance, (items, kept, side) => {
        const fewer = items.filter(({ id }) => kept.includes(id));
        const before = assess(side, inputOf(fewer));
        const after = assess(side, inputOf(items));
        expect(after.origins).toBeGreaterThanOrEqual(before.origins);
        expect(after.met || !before.met).toBe(true);
      }),
      settings,
    );
  });

  it('nothing is missing exactly when it is enough, and what is missing counts from one', () => {
    fc.assert(
      fc.property(evidence, stance, (items, side) => {
        const { met, missing } = assess(side, inputOf(items));
        expect(met).toBe(missing.length === 0);
        for (const way of missing) expect('count' in way && way.count).toBeGreaterThanOrEqual(1);
      }),
      settings,
    );
  });
});
