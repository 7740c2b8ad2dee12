import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTEXT_LENGTH, selectorsFor } from './anchor.ts';
import { codePointLength, sliceByCodePoints } from './code-points.ts';

/** Any text of at least one character from anywhere in Unicode. */
const anyText = fc
  .array(
    fc.integer({ min: 0, max: 0x10ffff }).filter((point) => point < 0xd800 || point > 0xdfff),
    { minLength: 1 },
  )
  .map((points) => String.fromCodePoint(...points));

describe('the selectors of a span', () => {
  it('are its words with their surroundings, and its position', () => {
    expect(selectorsFor('The mill 🔥 burned down.', 4, 10)).toEqual([
      { type: 'TextQuoteSelector', exact: 'mill 🔥', prefix: 'The ', suffix: ' burned down.' },
      { type: 'TextPositionSelector', start: 4, end: 10 },
    ]);
  });

  it('keep 32 characters on each side, whatever they take to store', () => {
    const text = `${'🔥'.repeat(50)}mill${'🚒'.repeat(50)}`;
    expect(selectorsFor(text, 50, 54)?.[0]).toMatchObject({
      exact: 'mill',
      prefix: '🔥'.repeat(32),
      suffix: '🚒'.repeat(32),
    });
  });

  it('normalise nothing', () => {
    const text = 'Caf\u0065\u0301\r\n caf\u00e9';
    expect(selectorsFor(text, 0, 5)?.[0].exact).toBe('Cafe\u0301');
    expect(selectorsFor(text, 0, 4)?.[0]).toMatchObject({ exact: 'Cafe', suffix: '\u0301\r\n caf\u00e9' });
  });

  it('are right in text that runs from right to left', () => {
    expect(selectorsFor('אמר “כן” אתמול', 5, 7)?.[0]).toMatchObject({ exact: 'כן', prefix: 'אמר “' });
  });

  it.each([
    [3, 3],
    [4, 3],
    [-1, 3],
    [0, 6],
    [5, 6],
    [Number.NaN, 3],
    [0, Number.NaN],
  ])('are none for %d to %d of five', (start, end) => {
    expect(selectorsFor('four🔥', start, end)).toBeNull();
  });

  it('find their words again, for any span of any text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
        const length = codePointLength(text);
        const start = one % length;
        const end = start + 1 + (other % (length - start));
        const [quote, position] = selectorsFor(text, start, end) ?? [];
        expect(sliceByCodePoints(text, position?.start ?? 0, position?.end ?? 0)).toBe(quote?.exact);
        const { prefix = '', exact = '', suffix = '' } = quote ?? {};
        expect(text).toContain(prefix + exact + suffix);
        expect(codePointLength(prefix)).toBe(Math.min(start, CONTEXT_LENGTH));
        expect(codePointLength(suffix)).toBe(Math.min(length - end, CONTEXT_LENGTH));
      }),
      { numRuns: 100 },
    );
  });
});
