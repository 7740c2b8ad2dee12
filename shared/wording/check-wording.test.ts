import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength, sliceByCodePoints } from '../text/code-points.ts';
import { checkWording } from './check-wording.ts';
import { LISTED_LANGUAGES, termList } from './term-list.ts';

const terms = (text: string, language: string | null = 'en'): string[] =>
  checkWording(text, language).map(({ term }) => term);

describe('what is quoted', () => {
  it.each([
    '“They admitted it.”',
    '"They admitted it."',
    '„They admitted it.“',
    '„They admitted it.”',
    '«They admitted it.»',
    '»They admitted it.«',
    '”They admitted it.”',
    '「They admitted it.」',
    '『They admitted it.』',
    '‹They admitted it.›',
    '‘They admitted it.’',
    "'They admitted it.'",
    '“He said “they admitted it” and they admitted it.”',
    '«He said «they admitted it» and they admitted it.»',
    '„He said “they admitted it” and they admitted it.“',
    '“It begins here.\n\nAnd goes on: they admitted it.”',
    '“It begins here.\n\n“They admitted it.”',
    '„It begins here.\n\nAnd goes on: they admitted it.“',
    '„They admitted it, «for once».\n\nAnd confessed.”',
    '»They admitted it.\n\nAnd confessed.«',
    '‹They admitted it.\n\nAnd confessed.›',
    '> They admitted it.\n> And confessed.',
  ])('is somebody’s own: %s', (text) => {
    expect(terms(`He wrote:\n${text}`)).toEqual([]);
    expect(terms(`He wrote:\n${text}\n\nHe lied.`)).toEqual(['lied']);
  });

  it.each([
    ['A quotation that nobody “closed admitted it.\n\nThey confessed.', ['confessed']],
    ['It is 5" long, they admitted.', ['admitted']],
    ['The soldiers’ general admitted it.', ['admitted']],
    ['It ended here.” They admitted it.', ['admitted']],
    ['It ended here.» They admitted it.\n\n«We confessed.»', ['admitted']],
    ['„Nobody closed this, they admitted.\n\n„They confessed,“ he said.', ['admitted']],
    ['„Nobody closed this, they admitted.\n\nThey confessed.', ['admitted', 'confessed']],
    ['“a” admitted “b” confessed “c”', ['admitted', 'confessed']],
    ['He ad“mitted” it, of “course.”', []],
  ])('is not what stands beside it: %j', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });
});

describe('the language', () => {
  it('is the one that is given, whatever its region', () => {
    expect(terms('Der Bericht ist falsch.', 'de-AT')).toEqual(['falsch']);
    expect(terms('Der Bericht ist falsch.', 'en')).toEqual([]);
    expect(terms('部長證實了這件事。', 'zh-Hant-TW')).toEqual(['證實']);
  });

  it('is told by the text where none is given or the text is in another script', () => {
    const long =
      'Президент України заявив, що щонайменше сто п’ятдесят п’ять громадян Китаю воюють на боці Росії. Двоє з них потрапили в полон у Донецькій області. Пекін заперечує будь-яку офіційну участь і каже, що ніколи не був учасником цієї війни. ';
    expect(terms(`${long}Директор зізнався в цьому.`, null)).toEqual(['зізнався']);
    expect(terms(`${long}Директор зізнався в цьому.`, 'en')).toEqual(['зізнався']);
  });

  it('without a list, or not known, is silent', () => {
    expect(terms('They admitted it.', null)).toEqual([]);
    expect(terms('They admitted it.', 'nl')).toEqual([]);
    expect(terms('They admitted it.', 'no language')).toEqual([]);
    expect(terms('Директор зізнався.', 'en')).toEqual([]);
    expect(termList('constructor')).toBeNull();
  });
});

it('positions are code points', () => {
  expect(checkWording('🔥🔥 They admitted it.', 'en')).toMatchObject([
    { start: 8, end: 16, term: 'admitted' },
  ]);
});

/** Texts of words, listed or not, marks and anything else. */
const word = fc.constantFrom(
  ...LISTED_LANGUAGES.flatMap((language) => termList(language)?.terms.flatMap(({ forms }) => forms) ?? []),
  'the',
  'mill',
  'not',
  'не',
  '🔥',
  '“',
  '”',
  '«',
  '»',
  '"',
  '„',
  '「',
  '>',
  '\n',
  '\n\n',
  '?',
  '.',
  ',',
  '不',
  '\ud800',
);
const text = fc
  .array(fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }))
  .map((words) => words.join(' '));
const language = fc.constantFrom(...LISTED_LANGUAGES, 'nl', 'xx', null);

describe('whatever the text', () => {
  it('flags are in order, apart, within it, and where their word is', () => {
    fc.assert(
      fc.property(text, language, (written, tag) => {
        let from = 0;
        for (const { start, end, term } of checkWording(written, tag)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(codePointLength(written));
          expect(sliceByCodePoints(written, start, end)).toBe(term);
          from = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('quoting it removes its flags', () => {
    const unquoted = text.map((words) => words.replaceAll(/[“”«»„「"']/gu, ''));
    fc.assert(
      fc.property(
        unquoted,
        language,
        fc.constantFrom('“”', '«»', '„“', '「」', '»«'),
        (words, tag, [open, close]) => {
          fc.pre(tag !== null);
          expect(checkWording(`${open ?? ''}${words}${close ?? ''}`, tag)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a text without a listed word has no flag, with one put in it has', () => {
    const plain = fc.constantFrom('the', 'mill', 'burned', 'on', 'Monday', '12', '🔥', '—');
    fc.assert(
      fc.property(fc.array(plain), fc.array(plain), (before, after) => {
        expect(terms([...before, ...after].join(' '))).toEqual([]);
        expect(terms([...before, 'admitted', ...after].join(' '))).toEqual(['admitted']);
      }),
    );
  });
});

it('a long text takes no longer than its length', () => {
  const started = performance.now();
  for (const part of ['“admitted ', '> admitted\n', '„a “ ', '\n\n“', 'admitted "', '证实', '«'])
    checkWording(part.repeat(50_000 / part.length), part === '证实' ? 'zh' : 'en');
  expect(performance.now() - started).toBeLessThan(10_000);
});
