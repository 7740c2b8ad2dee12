import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolated } from './isolated.ts';

describe('text in a line of other text', () => {
  it.each([
    ['plain words stay', 'plain words', 'plain words'],
    ['so does Chinese', '田中', '田中'],
    ['Arabic is apart', 'ماء', '\u2068ماء\u2069'],
    ['an override ends', '\u202eevil', '\u2068\u202eevil\u202c\u2069'],
    ['what is closed stays closed', '\u202ea\u202c', '\u2068\u202ea\u202c\u2069'],
    ['an open isolate ends', '\u2067a', '\u2068\u2067a\u2069\u2069'],
    ['ends come in turn', '\u2067\u202ea', '\u2068\u2067\u202ea\u202c\u2069\u2069'],
    ['an end of nothing is replaced', 'a\u2069b', '\u2068a\uFFFDb\u2069'],
    ['an isolate ends what is in it', '\u2067\u202ea\u2069b', '\u2068\u2067\u202ea\u2069b\u2069'],
  ])('%s', (_what, text, told) => {
    expect(isolated(text)).toBe(told);
  });

  it('never has anything open behind it, and begins and ends one isolate', () => {
    const unit = fc.constantFrom(...'a \u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069א');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const told = isolated(text);
        // The rules of UAX 9, X1 to X7, without its limit of depth.
        const open: string[] = [];
        let least = Infinity;
        for (const character of told) {
          if ('\u202a\u202b\u202d\u202e'.includes(character)) open.push('embedding');
          else if ('\u2066\u2067\u2068'.includes(character)) open.push('isolate');
          else if (character === '\u202c' && open.at(-1) === 'embedding') open.pop();
          else if (character === '\u2069') {
            const at = open.lastIndexOf('isolate');
            if (at !== -1) open.length = at;
          } else least = Math.min(least, open.length);
        }
        expect(open).toEqual([]);
        expect(told === text || least > 0).toBe(true);
      }),
    );
  });
});
