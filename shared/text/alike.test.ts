import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikePairs as pairsOf, resemblance, shinglesOf } from './alike.ts';

const alikePairs = (texts: readonly string[]) => pairsOf(texts.map(shinglesOf));

const WIRE =
  'The ministry said on Tuesday that at least forty bridges in the province would be closed to lorries from Friday.';

describe('texts that are alike', () => {
  it.each([
    ['the same', WIRE],
    ['with other signs and case', WIRE.toUpperCase().replaceAll(' ', '  ').replace('.', ' …')],
    ['a few words changed', WIRE.replace('on Tuesday', 'yesterday').replace('lorries', 'trucks')],
    ['a part of it', WIRE.slice(20, 100)],
    [
      'with something around',
      `According to one agency, ${WIRE.toLowerCase()} No reasons were given by anybody.`,
    ],
  ])('%s', (_what, other) => {
    expect(alikePairs([WIRE, other])).toEqual([[0, 1]]);
  });

  it.each([
    [
      'told in other words',
      'Forty or more crossings are to be shut for heavy traffic, an official announced this week.',
    ],
    ['too short to say', 'The ministry said on Tuesday'],
    ['nothing', ''],
  ])('are not those %s', (_what, other) => {
    expect(alikePairs([WIRE, other])).toEqual([]);
  });

  it.each([
    [
      'Ukrainian',
      'Міністерство повідомило у вівторок, що щонайменше сорок мостів у провінції закриють для вантажівок.',
    ],
    [
      'Chinese',
      '该部周二表示，该省至少有四十座桥梁将从周五起禁止卡车通行，直到另行通知为止。有关方面没有说明原因，也没有公布任何期限。',
    ],
    [
      'Arabic',
      'قالت الوزارة يوم الثلاثاء إن أربعين جسرا على الأقل في المقاطعة ستغلق أمام الشاحنات اعتبارا من الجمعة',
    ],
  ])('are found in %s', (_script, text) => {
    expect(alikePairs([text, `« ${text} »`])).toEqual([[0, 1]]);
    expect(alikePairs([text, WIRE])).toEqual([]);
  });

  it('are found among many others, each pair once', () => {
    const others = Array.from(
      { length: 500 },
      (_, at) => `Report ${at} of station ${at * 7}: ${'xyz'.repeat(at % 9)} water level ${at * 13} at noon`,
    );
    const texts = [...others.slice(0, 200), WIRE, ...others.slice(200), WIRE];
    expect(alikePairs(texts).filter(([one]) => texts[one] === WIRE)).toEqual([[200, 501]]);
  });

  it('resemble one another by a share from 0 to 1 that is the same both ways', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 60 }), fc.string({ minLength: 60 }), (one, other) => {
        const [a, b] = [shinglesOf(one), shinglesOf(other)];
        fc.pre(a !== null && b !== null);
        const share = resemblance(a, b);
        expect(share).toBe(resemblance(b, a));
        expect(share >= 0 && share <= 1).toBe(true);
        expect(resemblance(a, a)).toBe(1);
      }),
      { numRuns: 100 },
    );
  });
});
