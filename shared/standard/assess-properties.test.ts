import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../case/evidence.ts';
import { CREDIBILITIES, LEVELS, STANCES } from '../case/words.ts';
import { from, fromSource, inputOf, item } from '../testing/evidence-items.ts';
import { assess, type Assessment } from './assess.ts';
import { trailsOf } from './origins.ts';

/** What must hold of the standard whatever evidence there is; each of these would be a way to game it. */

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const SOURCES = [
  's1 (A)',
  's2 (B)',
  's3 (C)',
  's4',
  's5 (E)',
  'press of the claimant',
  'office of the touched',
];
const sources = fc.constantFrom(...SOURCES, 'missing');
const originOf: fc.Arbitrary<Evidence['origin']> = fc.oneof(
  fc.constant({ type: 'first-hand' as const }),
  fc.constant({ type: 'unknown' as const }),
  { weight: 2, arbitrary: fc.constantFrom(...ids, 'gone').map(from) },
  sources.map(fromSource),
);
const itemOf = (id: string, at: number) =>
  fc
    .record({
      stance: fc.constantFrom(...STANCES),
      level: fc.constantFrom(...LEVELS),
      authentication: fc.constantFrom('seen', '', null),
      credibility: fc.constantFrom(...CREDIBILITIES),
      locator: fc.constantFrom('page 1', 'page 2', 'page 3', null),
      sourceId: sources,
      origin: originOf,
    })
    .map((fields) => item({ id, ...fields }, at));
const evidence = fc.tuple(...ids.map(itemOf));
const standard = fc.record({
  primary: fc.integer({ min: 1, max: 3 }),
  firstHand: fc.integer({ min: 1, max: 3 }),
  secondary: fc.integer({ min: 1, max: 4 }),
  authenticated: fc.boolean(),
  reliability: fc.constantFrom('C' as const, 'F' as const),
  credibility: fc.constantFrom('3' as const, '6' as const),
});
const SIDES = ['supports', 'contradicts'] as const;
const settings = { numRuns: 400 };

/** Whether there are more origins, or a standard is met that was not. */
function rose(before: Assessment, after: Assessment): boolean {
  return after.origins > before.origins || (after.met && !before.met);
}

describe('for any evidence under any standard', () => {
  it('the order does not matter', () => {
    const order = fc.shuffledSubarray(ids, { minLength: ids.length });
    fc.assert(
      fc.property(evidence, order, standard, (items, shuffled, rules) => {
        const byId = new Map(items.map((each) => [each.id, each]));
        const other = shuffled.flatMap((id) => byId.get(id) ?? []);
        expect(assess(inputOf(other, rules))).toEqual(assess(inputOf(items, rules)));
      }),
      settings,
    );
  });

  it('an item derived from one that counts never adds an origin', () => {
    fc.assert(
      fc.property(
        evidence,
        itemOf('more', 9),
        fc.constantFrom(...ids),
        standard,
        (items, more, of, rules) => {
          const before = assess(inputOf(items, rules));
          const counted = [...before.supports.items, ...before.contradicts.items].find(
            ({ evidenceId }) => evidenceId === of,
          );
          fc.pre(counted?.counts === true);
          const derived = {
            ...more,
            stance: items.find(({ id }) => id === of)?.stance ?? 'supports',
            origin: from(of),
          };
          const after = assess(inputOf([...items, derived], rules));
          for (const side of SIDES) expect(after[side].origins).toBe(before[side].origins);
        },
      ),
      settings,
    );
  });

  it('taking evidence away never adds an origin and never turns not met into met', () => {
    fc.assert(
      fc.property(evidence, fc.subarray(ids), standard, (items, kept, rules) => {
        const before = assess(inputOf(items, rules));
        const after = assess(
          inputOf(
            items.filter(({ id }) => kept.includes(id)),
            rules,
          ),
        );
        for (const side of SIDES) expect(rose(before[side], after[side])).toBe(false);
      }),
      settings,
    );
  });

  it('an origin not known and a touched party never add anything', () => {
    const idle = fc.constantFrom<Partial<Evidence>>(
      { origin: { type: 'unknown' } },
      { origin: from('gone') },
      { sourceId: 'press of the claimant' },
      { sourceId: 'office of the touched' },
      { origin: fromSource('office of the touched') },
      { origin: from('more') },
    );
    fc.assert(
      fc.property(evidence, itemOf('more', 9), idle, standard, (items, more, made, rules) => {
        const before = assess(inputOf(items, rules));
        const after = assess(inputOf([...items, { ...more, ...made }], rules));
        for (const side of SIDES) {
          const { met, origins, missing } = before[side];
          expect(after[side]).toMatchObject({ met, origins, missing });
        }
      }),
      settings,
    );
  });

  it('what supports and what contradicts are treated alike', () => {
    const turned = { supports: 'contradicts', contradicts: 'supports', context: 'context' } as const;
    fc.assert(
      fc.property(evidence, standard, (items, rules) => {
        const { supports, contradicts } = assess(inputOf(items, rules));
        const other = assess(
          inputOf(
            items.map((each) => ({ ...each, stance: turned[each.stance] })),
            rules,
          ),
        );
        expect(other).toEqual({ supports: contradicts, contradicts: supports });
      }),
      settings,
    );
  });

  it('a stricter standard is never easier to meet', () => {
    fc.assert(
      fc.property(evidence, standard, (items, rules) => {
        const strict = {
          primary: rules.primary + 1,
          firstHand: rules.firstHand + 1,
          secondary: rules.secondary + 1,
          authenticated: true,
          reliability: 'B',
          credibility: '2',
        } as const;
        const [before, after] = [assess(inputOf(items, rules)), assess(inputOf(items, strict))];
        for (const side of SIDES) expect(rose(before[side], after[side])).toBe(false);
      }),
      settings,
    );
  });

  it('nothing is missing exactly when it is enough, and what is missing counts from one', () => {
    fc.assert(
      fc.property(evidence, standard, (items, rules) => {
        const sides = assess(inputOf(items, rules));
        for (const { met, missing } of [sides.supports, sides.contradicts]) {
          expect(met).toBe(missing.length === 0);
          for (const way of missing) expect('count' in way && way.count).toBeGreaterThanOrEqual(1);
        }
      }),
      settings,
    );
  });

  it('every item has a way back that ends, and circles are found from wherever one starts', () => {
    fc.assert(
      fc.property(evidence, (items) => {
        const trails = trailsOf(inputOf(items));
        expect([...trails.keys()].sort()).toEqual(ids);
        const byId = new Map(items.map((each) => [each.id, each]));
        for (const trail of trails.values()) {
          if (!('because' in trail) || trail.because !== 'circle') continue;
          // Each of a circle is derived from another of it, and following them comes round.
          const [first = ''] = trail.circle;
          let at = first;
          for (let step = 0; step < trail.circle.length; step++) {
            const origin = byId.get(at)?.origin;
            at = origin?.type === 'derived' ? origin.evidenceId : '';
            expect(trail.circle).toContain(at);
          }
          expect(at).toBe(first);
        }
      }),
      settings,
    );
  });
});

it('ten thousand items, each derived from the one before, are followed in one go', () => {
  const long = Array.from({ length: 10_000 }, (_, at) =>
    item({ id: `i${at}`, origin: at === 0 ? { type: 'first-hand' } : from(`i${at - 1}`) }, at),
  );
  const { supports } = assess(inputOf(long.toReversed()));
  expect([supports.origins, supports.items.length, supports.met]).toEqual([1, 10_000, false]);
});
