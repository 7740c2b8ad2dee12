import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageOf, recognisedLanguage } from './language.ts';

const ARTICLE = resolve(import.meta.dirname, '../../../shared/seed/article.txt');
if (!existsSync(ARTICLE)) console.log('Skipped: ../shared/seed/article.txt is absent.');

const TEXTS = {
  uk: 'Президент України заявив, що щонайменше сто п’ятдесят п’ять громадян Китаю воюють на боці Росії. Двоє з них потрапили в полон у Донецькій області. Пекін заперечує будь-яку офіційну участь і каже, що ніколи не був учасником цієї війни. Речник уряду додав, що громадянам радять не їхати в зону бойових дій.',
  ru: 'Президент заявил, что по меньшей мере сто пятьдесят пять граждан Китая воюют на стороне России. Двое из них попали в плен в Донецкой области. Пекин отрицает любое официальное участие и говорит, что никогда не был стороной этой войны. Представитель правительства добавил, что гражданам советуют не ездить в зону боевых действий.',
  en: 'The president said that at least one hundred and fifty-five Chinese citizens were fighting on the side of Russia. Two of them were captured in the Donetsk region. Beijing denies any official involvement and says it was never a party to this war. A spokesman added that citizens are advised not to travel there.',
  ar: 'قال الرئيس إن ما لا يقل عن مئة وخمسة وخمسين مواطنا صينيا يقاتلون إلى جانب روسيا. وقد أسر اثنان منهم في منطقة دونيتسك. وتنفي بكين أي مشاركة رسمية وتقول إنها لم تكن طرفا في هذه الحرب قط. وأضاف متحدث أن المواطنين نصحوا بعدم السفر إلى منطقة القتال. ولم ترد روسيا على أسئلة الصحفيين.',
  zh: '总统表示，至少有一百五十五名中国公民在俄罗斯一方作战。其中两人在顿涅茨克地区被俘。北京否认任何官方参与，并表示从未是这场战争的一方。',
  ja: '大統領は、少なくとも百五十五人の中国国民がロシア側で戦っていると述べた。そのうち二人はドネツク地方で捕らえられた。',
  de: 'Der Präsident sagte, mindestens hundertfünfundfünfzig chinesische Staatsbürger kämpften auf der Seite Russlands. Zwei von ihnen wurden in der Region Donezk gefangen genommen. Peking bestreitet jede amtliche Beteiligung und sagt, es sei nie Partei in diesem Krieg gewesen. Ein Sprecher fügte hinzu, den Bürgern werde davon abgeraten.',
};

describe('recognising a language', () => {
  it.each(Object.entries(TEXTS))('%s', (language, text) => {
    expect(recognisedLanguage(text)).toBe(language);
  });

  it.each(Object.entries(TEXTS))('%s, of a long text', (language, text) => {
    expect(recognisedLanguage(`${text}\n\n`.repeat(40))).toBe(language);
  });

  it('is not led by a quotation', () => {
    expect(recognisedLanguage(`${TEXTS.uk} ${TEXTS.uk} «${TEXTS.en}» ${TEXTS.uk}`)).toBe('uk');
    expect(recognisedLanguage(`${TEXTS.uk} ${TEXTS.en}`)).toBeNull();
  });

  it.skipIf(!existsSync(ARTICLE))('of an article', () => {
    expect(recognisedLanguage(readFileSync(ARTICLE, 'utf8'))).toBe('en');
  });

  it('tells nothing wrong of any part of them that is long enough to be told', () => {
    const wrong = Object.entries(TEXTS).flatMap(([language, text]) => {
      const points = [...text];
      const starts = Array.from({ length: Math.ceil(points.length / 5) }, (_, index) => index * 5);
      return starts
        .map((start) => recognisedLanguage(points.slice(start, start + 260).join('')))
        .filter((told) => told !== null && told !== language);
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    '',
    '12.50 € — 155',
    'At least 155 Chinese citizens',
    TEXTS.uk.slice(0, 150),
    '北京',
    'x'.repeat(500),
  ])('says nothing of %j', (text) => {
    expect(recognisedLanguage(text)).toBeNull();
  });
});

describe('the language of a text', () => {
  it('is the declared one, in the form of BCP 47', () => {
    expect(languageOf('EN-us', TEXTS.en)).toBe('en-US');
    expect(languageOf('ukr', TEXTS.uk)).toBe('uk');
    expect(languageOf('zh_TW', TEXTS.zh)).toBe('zh-TW');
    expect(languageOf(' ja ', TEXTS.ja)).toBe('ja');
    expect(languageOf('sr-Latn', TEXTS.en)).toBe('sr-Latn');
    expect(languageOf('ar', '155 — 12')).toBe('ar');
  });

  it('is the recognised one where the declared one is none, or of another script', () => {
    expect(languageOf('English (US)', TEXTS.uk)).toBe('uk');
    expect(languageOf('', TEXTS.ar)).toBe('ar');
    expect(languageOf('und', TEXTS.ar)).toBe('ar');
    expect(languageOf('en', TEXTS.uk)).toBe('uk');
    expect(languageOf('ja', TEXTS.de)).toBe('de');
    expect(languageOf('x'.repeat(5000), TEXTS.de)).toBe('de');
  });

  it('is none where neither is told', () => {
    expect(languageOf(null, 'Short.')).toBeNull();
    expect(languageOf('uk', 'Short.')).toBeNull();
  });
});
