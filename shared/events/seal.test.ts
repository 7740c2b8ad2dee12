import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/case-with.ts';
import { canonical, eventHash, seal, sha256Hex } from './seal.ts';

describe('SHA-256', () => {
  // The first two are the examples of FIPS 180-4.
  it.each([
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ])('of %j', (text, hash) => {
    expect(sha256Hex(text)).toBe(hash);
  });

  it.each(['é', 'Пожежа', '🔥', '\u0000', '\u{10ffff}', 'x'.repeat(100_000)])('is over UTF-8', (text) => {
    expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });
});

describe('the canonical form', () => {
  it('sorts keys by their UTF-16 units and writes no space', () => {
    // Keys from the example of RFC 8785, section 3.2.3.
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonical(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"😀":5,"\ufb33":3}');
  });

  it('writes numbers as JavaScript does and escapes no more than it must', () => {
    expect(canonical([1e21, 0.1, -0, 1.0])).toBe('[1e+21,0.1,0,1]');
    expect(canonical('\u2028/é"\\\n\u0007')).toBe('"\u2028/é\\"\\\\\\n\\u0007"');
  });

  it('does not depend on the order of keys', () => {
    expect(canonical({ b: { d: 1, c: 2 }, a: [] })).toBe(canonical({ a: [], b: { c: 2, d: 1 } }));
  });

  it.each([
    ['nothing', undefined],
    ['not a number', Number.NaN],
    ['endless', Infinity],
    ['half a character', '\ud83d'],
    ['half a character deep inside', { a: ['x\udd25'] }],
  ])('does not exist for what is %s', (_what, value) => {
    expect(() => canonical(value)).toThrow(/canonical form|NaN|Infinity|surrogate/i);
  });
});

describe('sealing', () => {
  const draft = { type: 'case-edited', changes: [] };

  it('gives a draft its id, time, author, parents and hash', () => {
    const event = seal(draft, ['a'.repeat(64)], testContext('A. B.'));
    expect(event).toEqual({
      id: 'id-1',
      v: 4,
      type: 'case-edited',
      at: '2026-11-23T14:00:00.000Z',
      by: 'A. B.',
      changes: [],
      parents: ['a'.repeat(64)],
      hash: eventHash(event),
    });
    const { hash, ...content } = event;
    expect(hash).toBe(createHash('sha256').update(canonical(content)).digest('hex'));
  });

  it('names the event it is about only if there is one', () => {
    expect('of' in seal(draft, [], testContext())).toBe(false);
    expect(seal({ ...draft, of: 'id-x' }, [], testContext()).of).toBe('id-x');
  });

  it('holds on to no list that may change later', () => {
    const parents = ['a'.repeat(64)];
    const event = seal(draft, parents, testContext());
    parents.push('b'.repeat(64));
    expect(event.parents).toHaveLength(1);
    expect(eventHash(event)).toBe(event.hash);
  });

  it('hashes fields of a newer Stet too', () => {
    const event = seal(draft, [], testContext());
    expect(eventHash({ ...event, signature: 'x' } as typeof event)).not.toBe(event.hash);
  });
});
