import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';

describe('folding', () => {
  it.each([
    ['case', 'Mill FIRE', 'mill fire'],
    ['runs of space', ' Mill \t\n fire\u00a0 ', 'mill fire'],
    ['Latin accents', 'José Ångström', 'jose angstrom'],
    ['composed and decomposed', 'caf\u00e9', 'cafe\u0301'],
    ['Ukrainian case', 'КИЇВ', 'київ'],
    ['Ukrainian, decomposed', 'Київ'.normalize('NFD'), 'Київ'],
    ['Arabic vowel marks', 'مُحَمَّد', 'محمد'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['the Turkish capital dotted i', 'İstanbul', 'istanbul'],
    ['full-width letters', 'ＡＢＣ　１２３', 'abc 123'],
    ['half-width katakana', 'ｶﾀｶﾅ', 'カタカナ'],
    ['ligatures', 'ﬁre', 'fire'],
    ['Greek accents', 'Αθήνα', 'ΑΘΗΝΑ'],
  ])('makes no difference of %s', (_what, one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it.each([
    ['the Turkish dotless i', 'ılık', 'ilik'],
    ['words', 'mill fire', 'millfire'],
    ['signs', 'A-B', 'A B'],
    ['digits', 'Unit 1', 'Unit 2'],
    ['Ukrainian и and і', 'мир', 'мір'],
  ])('keeps the difference of %s', (_what, one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  it('is done once: folding what is folded changes nothing, for every character there is', () => {
    const changed: string[] = [];
    for (let point = 0; point <= 0x10ffff; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const once = fold(String.fromCodePoint(point));
      if (fold(once) !== once) changed.push(point.toString(16));
    }
    expect(changed).toEqual([]);
  });
});
