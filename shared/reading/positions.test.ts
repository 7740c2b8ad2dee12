import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCodePoints, toUnits } from '../text/code-points.ts';
import { positionsOf } from './positions.ts';

/** Long enough that places between the ones that are known are asked for. */
const longText = fc
  .array(fc.constantFrom('a', '🔥', 'я', '字', '\ud83d', '\udd25', 'e\u0301', ' '), { maxLength: 700 })
  .map((parts) => parts.join(''));

it('agree with counting from the beginning, both ways', () => {
  fc.assert(
    fc.property(longText, fc.nat(1500), (text, at) => {
      const positions = positionsOf(text);
      expect(positions.toUnits(at)).toBe(toUnits(text, at));
      const unit = toUnits(text, at);
      expect(positions.toPoints(unit)).toBe(toCodePoints(text, unit));
    }),
    { numRuns: 500 },
  );
});

it.each(['', 'abc', '🔥', '🔥'.repeat(64), `${'a'.repeat(127)}🔥b`, '🔥'.repeat(200)])(
  'are right at every place of %j',
  (text) => {
    const positions = positionsOf(text);
    for (let point = -1; point <= Array.from(text).length + 1; point++) {
      expect(positions.toUnits(point)).toBe(toUnits(text, point));
      expect(positions.toPoints(toUnits(text, point))).toBe(toCodePoints(text, toUnits(text, point)));
    }
  },
);
