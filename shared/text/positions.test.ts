import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCodePoints, toUnits } from './code-points.ts';
import { toCodePointsEach, toUnitsEach } from './positions.ts';

/** Any string at all, lone surrogates included. */
const anyString = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});
const mixed = fc.string({ unit: fc.constantFrom('a', '火', '🔥', '\ud83d', '\udd25') });

describe('many positions at once', () => {
  it('are converted as one by one, whatever their order, for any string', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyString, mixed),
        fc.array(fc.integer({ min: -3, max: 40 })),
        (text, positions) => {
          const units = toUnitsEach(text, positions);
          const points = toCodePointsEach(text, positions);
          for (const position of positions) {
            expect(units.get(position)).toBe(toUnits(text, position));
            expect(points.get(position)).toBe(toCodePoints(text, position));
          }
          expect(units.size).toBe(new Set(positions).size);
        },
      ),
      { numRuns: 300 },
    );
  });
});
