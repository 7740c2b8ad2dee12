import { describe, expect, it } from 'vitest';
import { en } from '../messages/en/index.ts';
import { translator } from '../messages/translate.ts';
import { sliceByCodePoints } from '../text/code-points.ts';
import { sentencesOf } from '../text/sentences.ts';
import { REASON_CODES, WEIGHTS } from './reasons.ts';
import { suggestionsFor } from './suggestions.ts';

/** What is suggested on an English text, in the order of the text, with words instead of positions. */
function read(text: string, language: string | null = 'en') {
  const words = ({ start, end }: { start: number; end: number }): string =>
    sliceByCodePoints(text, start, end);
  return suggestionsFor(text, sentencesOf(text, [], language), language)
    .toSorted((a, b) => a.start - b.start)
    .map((suggestion) => ({
      sentence: words(suggestion),
      claimant: suggestion.claimant,
      quotation: suggestion.quotation && words(suggestion.quotation),
      statement: words(suggestion.statement),
      reasons: suggestion.reasons.map((reason) => `${reason.code}: ${words(reason)}`),
      score: suggestion.score,
    }));
}

describe('the reasons', () => {
  it.each([
    ['About 2,000 people and 3.5% of $80m.', 'figure: About 2,000', 'figure: 3.5%', 'figure: $80m'],
    [
      'At least three-quarters, two dozen or one in five.',
      ...['At least three-quarters', 'two dozen', 'one in five'].map((words) => `figure: ${words}`),
    ],
    ['It opened on April 9, 2025 and again in May.', 'date: April 9, 2025', 'date: May'],
    [
      'It was dry in the 1990s, in 2004 and last year.',
      'date: in the 1990s',
      'date: 2004',
      'date: last year',
    ],
    ['2000 people came two years ago.', 'figure: 2000', 'date: two years ago'],
    ['The largest mill never closed.', 'superlative: largest', 'superlative: never'],
    ['The river rose because of the dam.', 'change: rose', 'causal: because'],
    ['Lund was convicted of fraud.', 'legal: convicted', 'legal: fraud'],
    ['A new law and a study.', 'record: law', 'record: study'],
    ['They call it “safe” there.', 'attribution: They call', 'quotation: “safe”'],
    ['The bridge reportedly holds.', 'attribution: reportedly'],
    ['It is believed to be there.', 'attribution: believed'],
    ['The company declined to comment.', 'attribution: declined to comment'],
  ])('of %j', (text, ...reasons) => {
    expect(read(text).flatMap((suggestion) => suggestion.reasons)).toEqual(reasons);
  });

  it.each([
    'He may go.',
    'The F-35 flew over the G7.',
    'It was not only cheap.',
    'The soldiers’ families agree.',
    'The claims are his.',
    'We went home at last.',
  ])('are none in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('have weights that add up to 1, and words', () => {
    expect(Object.keys(WEIGHTS).toSorted()).toEqual(REASON_CODES.toSorted());
    expect(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
    const t = translator('en');
    for (const set of ['reasons', 'explanations'] as const) {
      expect(Object.keys(en.suggestions[set]).toSorted()).toEqual(REASON_CODES.toSorted());
      for (const code of REASON_CODES) expect(t(`suggestions.${set}.${code}`)).toMatch(/^\p{L}[^{}]+$/u);
    }
  });

  it('score a sentence once for each kind, and order the sentences', () => {
    const text =
      'It opened on Friday. It cost 2 or 3 million, or 5. 🔥 Two came on Monday. It closed in May.';
    const suggestions = suggestionsFor(text, sentencesOf(text, [], 'en'), 'en');
    expect(suggestions.map(({ score }) => score)).toEqual([0.24, 0.2, 0.04, 0.04]);
    expect(suggestions.map(({ start }) => start)).toEqual([51, 21, 0, 73]);
  });
});

describe('who says it', () => {
  it.each([
    ['“The dam is safe,” said Mayor Ada Lund on Friday.', 'Ada Lund', 'The dam is safe'],
    ['“The dam is safe”, the spokesman told the paper.', 'spokesman', 'The dam is safe'],
    ['‘The dam is safe,’ Lund noted.', 'Lund', 'The dam is safe'],
    ['Mayor Lund claims at least 12 came.', 'Lund', 'at least 12 came.'],
    ['Officials in Oslo said the mill employed 20.', 'Officials in Oslo', 'the mill employed 20.'],
    ['The Ministry of Defence has repeatedly insisted that it left.', 'Ministry of Defence', 'it left.'],
    ['According to Eurostat, prices fell.', 'Eurostat', 'prices fell.'],
    ['According to the latest figures, prices fell.', 'latest figures', 'prices fell.'],
    ['Prices fell by 5%, according to Eurostat.', 'Eurostat', 'Prices fell by 5%'],
    ['Prices fell by 5%, the bank said.', 'bank', 'Prices fell by 5%'],
    ['Ukraine’s President Zelensky has made the claim that 12 came.', 'Zelensky', '12 came.'],
    ['Lund: “It never happened.”', 'Lund', 'It never happened.'],
    ['On Tuesday Gen. Bo Ek estimates that 12 came.', 'Bo Ek', '12 came.'],
    ['Lund, who runs the mill, denied it.', 'Lund', null],
    ['Ada Lund, a former minister, denied it.', 'Ada Lund', null],
    ['Ada Lund and Bo Ek denied it.', 'Ada Lund and Bo Ek', null],
    ['Lund has called for “new laws” soon.', 'Lund', null],
    ['Lund accused the city of theft.', 'Lund', null],
    ['The report was rejected by the opposition.', 'opposition', null],
    ['It was the first statement by Kyiv.', 'Kyiv', null],
    ['A report by the Health Ministry found that 12 died.', 'Health Ministry', null],
    [
      'South Korean intelligence estimates that approximately 5 came.',
      'South Korean intelligence',
      'approximately 5 came.',
    ],
    ['- The US says 5 came', 'US', '5 came'],
  ])('is told by %j, and what is said', (text, claimant, statement) => {
    const [first] = read(text);
    expect(first?.claimant).toBe(claimant);
    expect(first?.statement).toBe(statement ?? text);
  });

  it.each([
    'He was accused of fraud.',
    'Lund did not say why.',
    'The company declined to comment.',
    'It is believed that 12 died.',
    'He said that 12 died.',
    'Nobody claims that 12 died.',
    'Lund’s claims about 12 deaths.',
    'Sales of “Lund claims” doubled.',
    'The mill added 500 jobs.',
  ])('is not told by %j', (text) => {
    expect(read(text)).toMatchObject([{ claimant: null }]);
  });

  const claimantsOf = (text: string): (string | null)[] => read(text).map(({ claimant }) => claimant);

  it('is called by the full name that the text gives with a title', () => {
    expect(claimantsOf('Lund said no. President Ada Lund said yes.')).toEqual(['Ada Lund', 'Ada Lund']);
    expect(claimantsOf('Lund said no. Mayor Ada Lund and Judge Bo Lund came.')).toEqual(['Lund']);
  });

  it('is whom a pronoun stands for, in the paragraph or the one before', () => {
    expect(claimantsOf('Mayor Ada Lund said no. It rained.\nShe denied the rest. She said more.')).toEqual([
      'Ada Lund',
      'Ada Lund',
      'Ada Lund',
    ]);
    expect(claimantsOf('Police said no. They denied it. The ministry said no. It denied it.')).toEqual([
      'Police',
      null,
      'ministry',
      'ministry',
    ]);
  });

  it.each([
    ['further back', 'Mayor Ada Lund said no.\nIt rained.\nShe denied it.'],
    ['behind a heading', 'Mayor Ada Lund said no.\nThe River\nShe denied it.'],
    ['after two at once', 'Mayor Ada Lund said no, and Judge Bo Ek said yes.\nShe denied it.'],
    ['after another person', 'Mayor Ada Lund said no. Judge Bo Ek came. She denied it.'],
    ['that is no person', 'China said no. He denied it.'],
  ])('is nobody when the name is %s', (_what, text) => {
    expect(claimantsOf(text).at(-1)).toBeNull();
  });

  it('is not who speaks within a quotation', () => {
    expect(claimantsOf('“China says that it left.”')).toEqual([null]);
    expect(claimantsOf('“China says that it left,” Lund said.')).toEqual(['Lund']);
  });

  it('of a quotation is who the sentence around it or before it in the paragraph names', () => {
    expect(
      claimantsOf('“It is safe. We checked,” said Lund. “It will hold. It is new.” It rained in May.'),
    ).toEqual(['Lund', 'Lund', 'Lund', 'Lund', null]);
    expect(claimantsOf('Lund said:\n“It is safe.”')).toEqual(['Lund', 'Lund']);
    expect(claimantsOf('“It is safe. It will hold.” So said Lund.')).toEqual(['Lund', 'Lund', 'Lund']);
  });

  it('of a paragraph that is all quotation is nobody when no sentence says so', () => {
    expect(
      claimantsOf(
        'Lund suggested that it was old.\n“It is safe. We checked.”\nEk further insisted that it was “new.”',
      ),
    ).toEqual(['Lund', null, null, 'Ek']);
  });
});

describe('the quotation', () => {
  it('is the longest, in its sentence, without marks and the comma of the sentence', () => {
    const [first, second, third] = read(
      'They call it “safe” or “quite safe,” I hear. “We left. We are well.”',
    );
    expect([first, second, third].map((each) => each?.quotation)).toEqual([
      'quite safe',
      'We left.',
      'We are well.',
    ]);
    expect(second?.statement).toBe('We left.');
  });

  it('goes to the end of a paragraph that does not close it', () => {
    expect(read('“We left. We are well\n“We came.”').map(({ quotation }) => quotation)).toEqual([
      'We left.',
      'We are well',
      'We came.',
    ]);
  });
});

describe('no suggestion', () => {
  it('is a heading or boilerplate', () => {
    const text =
      '# 12 Killed, Mayor Says\n\nIt rained.\n\nCopyright 2024 The River Post\n\nIt rained on Friday.';
    expect(read(text).map(({ sentence }) => sentence)).toEqual(['It rained on Friday.']);
  });

  it('has the number of its item for a figure', () => {
    expect(read('1. It rained.\n2. Two came.').map(({ statement }) => statement)).toEqual(['Two came.']);
  });

  it('is made in another language, declared or recognised', () => {
    const english = 'The mayor said that 12 of the houses were lost to the flood.';
    expect(read(english, null)).toHaveLength(1);
    expect(read(english, 'en-GB')).toHaveLength(1);
    expect(read(english, 'de')).toEqual([]);
    expect(read(english, 'enm')).toEqual([]);
    for (const other of [
      'Der Bürgermeister sagte, dass 12 Häuser in der Flut verloren gingen, was er bedauerte.',
      'De burgemeester zei dat er 12 huizen in de stad verloren zijn gegaan, of dat was de vraag.',
      'Le maire a dit que 12 maisons ont été perdues dans la ville.',
      'Borgmesteren har sagt, at 12 huse i byen er gået tabt for en uge siden.',
      'Мер сказав, що 12 будинків було втрачено.',
      '市长说，12座房屋被毁。',
      'قال رئيس البلدية إن 12 منزلا فقدت',
      '12',
    ])
      expect(read(other, null)).toEqual([]);
  });
});
