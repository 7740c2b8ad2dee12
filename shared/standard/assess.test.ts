import { describe, expect, it } from 'vitest';
import { from, fromSource, inputOf, item, primary, type Item } from '../testing/evidence-items.ts';
import { assess } from './assess.ts';

const supports = (...items: Item[]) => assess(inputOf(items.map(item))).supports;

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
    expect(supports(primary({ id: 'a' }))).toEqual({
      met: true,
      origins: 1,
      items: [{ evidenceId: 'a', counts: true, as: 'primary', originId: 'source of a', sameAs: null }],
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
    const one = [item(primary({ id: 'a' }))];
    const { missing } = assess(inputOf(one, { primary: 2, firstHand: 3, secondary: 4 })).supports;
    expect(missing).toEqual([
      { code: 'needs-primary', count: 1 },
      { code: 'needs-first-hand', count: 2 },
      { code: 'needs-secondary', count: 3 },
    ]);
    const easy = assess(inputOf(one, { primary: 9, firstHand: 9, secondary: 1 }));
    expect(easy.supports.met).toBe(true);
  });

  it('is the same for what contradicts', () => {
    const { supports: pro, contradicts } = assess(
      inputOf([item(primary({ id: 'a', stance: 'contradicts' }))]),
    );
    expect(contradicts).toMatchObject({ met: true, origins: 1 });
    expect(pro).toMatchObject({ met: false, origins: 0, items: [] });
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
      supports(primary({ id: 'log', stance: 'context' }), primary({ id: 'a', origin: from('log') })),
    ).toMatchObject({ met: false, origins: 1, items: [{ as: 'secondary', originId: 'source of log' }] });
  });
});

describe('what is told of the origins', () => {
  it('is which item was the first of the same origin', () => {
    const { items } = supports(
      { id: 'wire' },
      { id: 'a', origin: from('wire') },
      { id: 'b', origin: from('a') },
    );
    expect(items.map((verdict) => verdict.counts && verdict.sameAs)).toEqual([null, 'wire', 'wire']);
  });

  it('is never an item that does not count', () => {
    const { items, origins } = supports(
      { id: 'wire', locator: null },
      { id: 'a', origin: from('wire') },
      { id: 'b', origin: from('wire') },
    );
    expect(items.map((verdict) => verdict.counts && verdict.sameAs)).toEqual([false, null, 'a']);
    expect(origins).toBe(1);
  });

  it('is that a source which is no item here may be the origin of several', () => {
    expect(
      supports({ id: 'a', origin: fromSource('agency') }, { id: 'b', origin: fromSource('agency') }),
    ).toMatchObject({ origins: 1, items: [{ as: 'secondary' }, { as: 'secondary', sameAs: 'a' }] });
  });
});

describe('a primary record', () => {
  it('that nobody authenticated is first-hand, and enough again where the standard does not ask', () => {
    const record = { id: 'a', level: 'primary', authentication: ' ' } as const;
    expect(verdicts(record)).toEqual(['first-hand']);
    expect(assess(inputOf([item(record)], { authenticated: false })).supports.met).toBe(true);
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
    expect(verdicts(primary({ id: 'a', locator }))).toEqual(['no-locator']);
  });

  it('is what comes from a party that the allegation touches, also where that is only named as the origin', () => {
    const sourceId = 'spokesman of the touched';
    expect(verdicts({ id: 'a', sourceId }, { id: 'b', origin: fromSource(sourceId) })).toEqual([
      'touched-party',
      'touched-party',
    ]);
  });

  it('is what is graded below the floors, source and information each by itself', () => {
    const items: Item[] = [
      { id: 'a', sourceId: 'good (B)', credibility: '2' },
      { id: 'b', sourceId: 'poor (D)', credibility: '1' },
      { id: 'c', sourceId: 'fine (A)', credibility: '4' },
      { id: 'd', sourceId: 'not judged', credibility: '6' },
    ];
    const { supports: pro } = assess(inputOf(items.map(item), { reliability: 'C', credibility: '3' }));
    expect(pro.items.map((verdict) => (verdict.counts ? verdict.as : verdict.because))).toEqual([
      'first-hand',
      'reliability-below',
      'credibility-below',
      'reliability-below',
    ]);
    expect(supports(...items).origins).toBe(4);
  });

  it('is what has no source', () => {
    expect(verdicts({ id: 'a', sourceId: 'missing' }, { id: 'b', origin: from('a') })).toEqual([
      'source-missing',
      'source-missing',
    ]);
  });
});
