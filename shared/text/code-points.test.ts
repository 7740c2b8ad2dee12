import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength, sliceByCodePoints, toCodePoints, toUnits } from './code-points.ts';

const FAMILY = '👩‍👩‍👧';

/** Any text of whole characters from anywhere in Unicode. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }).filter((point) => point < 0xd800 || point > 0xdfff))
  .map((points) => String.fromCodePoint(...points));

/** Any string at all: pairs, and surrogates that have lost theirs. */
const anyString = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom('a', '火', '🔥', '\ud83d', '\udd25'),
  ),
});

describe('positions in code points', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['🔥', 1],
    ['a🔥b', 3],
    ['é', 1],
    ['e\u0301', 2],
    [FAMILY, 5],
    ['🇺🇦', 2],
    ['שָׁלוֹם', 7],
    ['\ud83d', 1],
    ['\udd25\ud83d', 2],
    ['a\r\nb', 4],
  ])('%j has %i of them', (text, length) => {
    expect(codePointLength(text)).toBe(length);
  });

  it('are converted from and to units', () => {
    const text = 'a🔥b';
    expect([0, 1, 2, 3, 4, 99].map((position) => toUnits(text, position))).toEqual([0, 1, 3, 4, 4, 4]);
    expect([0, 1, 3, 4, 99].map((unit) => toCodePoints(text, unit))).toEqual([0, 1, 2, 3, 3]);
  });

  it('count a pair whose middle is pointed at', () => {
    expect(toCodePoints('a🔥b', 2)).toBe(2);
  });

  it('never cut a pair', () => {
    expect(sliceByCodePoints('a🔥🔥b', 1, 2)).toBe('🔥');
    expect(sliceByCodePoints('a🔥🔥b', 2, 9)).toBe('🔥b');
    expect(sliceByCodePoints('a🔥🔥b', -3, 2)).toBe('a🔥');
    expect(sliceByCodePoints('a🔥🔥b', 3, 2)).toBe('');
    expect(sliceByCodePoints('a🔥🔥b', 9, 12)).toBe('');
  });

  it('agree with the iterator of strings, for any text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(12), fc.nat(12), (text, start, end) => {
        const points = Array.from(text);
        expect(codePointLength(text)).toBe(points.length);
        expect(sliceByCodePoints(text, start, end)).toBe(points.slice(start, end).join(''));
        expect(toCodePoints(text, toUnits(text, start))).toBe(Math.min(start, points.length));
      }),
      { numRuns: 100 },
    );
  });

  it('lead to units and back, for any string, also one that is not well-formed', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        const points = Array.from(text);
        let unit = 0;
        for (const [at, point] of points.entries()) {
          expect(toUnits(text, at)).toBe(unit);
          expect(toCodePoints(text, unit)).toBe(at);
          // Inside a pair, the pair is counted.
          expect(toCodePoints(text, unit + point.length - 1)).toBe(at + point.length - 1);
          unit += point.length;
        }
        expect(toUnits(text, points.length)).toBe(text.length);
        expect(toCodePoints(text, text.length)).toBe(points.length);
      }),
      { numRuns: 300 },
    );
  });

  it('ascend with units, and units with them', () => {
    fc.assert(
      fc.property(anyString, fc.nat(30), fc.nat(30), (text, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(toUnits(text, low)).toBeLessThanOrEqual(toUnits(text, high));
        expect(toCodePoints(text, low)).toBeLessThanOrEqual(toCodePoints(text, high));
        expect(toUnits(text, toCodePoints(text, low))).toBeGreaterThanOrEqual(Math.min(low, text.length));
      }),
      { numRuns: 300 },
    );
  });

  it('cut a text into parts that are the text again, wherever it is cut', () => {
    fc.assert(
      fc.property(anyString, fc.array(fc.nat(30)), (text, cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), Infinity];
        const parts = edges.slice(1).map((end, at) => sliceByCodePoints(text, edges[at] ?? 0, end));
        expect(parts.join('')).toBe(text);
        expect(parts.map(codePointLength).reduce((sum, length) => sum + length, 0)).toBe(
          codePointLength(text),
        );
      }),
      { numRuns: 300 },
    );
  });
});
