import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../events/seal.ts';
import { isWellFormed, textOf, toWellFormed } from './well-formed.ts';

describe('well-formed text', () => {
  it.each(['', 'abc', '🔥', '\u{10ffff}', '\uffff', '\u0000', '\ufeff', '\ufffd', 'e\u0301'])(
    'is %j',
    (text) => {
      expect(isWellFormed(text)).toBe(true);
      expect(toWellFormed(text)).toBe(text);
    },
  );

  it.each([
    ['\ud83d', '\ufffd'],
    ['\udd25', '\ufffd'],
    ['a\ud83d', 'a\ufffd'],
    ['\ud83da', '\ufffda'],
    ['\ud83d🔥', '\ufffd🔥'],
    ['🔥\udd25', '🔥\ufffd'],
    ['\udd25\ud83d', '\ufffd\ufffd'],
  ])('is not %j, and is made %j', (text, made) => {
    expect(isWellFormed(text)).toBe(false);
    expect(toWellFormed(text)).toBe(made);
  });

  it('can be hashed, once made so, whatever it was', () => {
    const units = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(units, (text) => {
        expect(isWellFormed(toWellFormed(text))).toBe(true);
        expect(toWellFormed(text)).toHaveLength(text.length);
        expect(() => canonical(toWellFormed(text))).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });

  it('has the length its schema allows', () => {
    const schema = textOf(4);
    const accepted = ['', 'abcd', '🔥🔥', 'abcde', '🔥🔥🔥🔥🔥', '\ud83d'].map(
      (text) => schema.safeParse(text).success,
    );
    expect(accepted).toEqual([true, true, true, false, false, false]);
    expect(schema.safeParse(3).success).toBe(false);
  });

  it('has its length counted in UTF-16 units', () => {
    expect(textOf(4).safeParse('🔥🔥a').success).toBe(false);
  });
});
