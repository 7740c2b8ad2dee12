import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode-bytes.ts';
import { encoded } from './testing/encode.ts';

const BIG5 = resolve(
  import.meta.dirname,
  '../../../shared/fixtures/html-encoding/encoding/chardet/test_big5.txt',
);
const NAUGHTY = resolve(import.meta.dirname, '../../../shared/fixtures/naughty-strings/blns.txt');
for (const path of [BIG5, NAUGHTY]) if (!existsSync(path)) console.log(`Skipped: ${path} is absent.`);

const UKRAINIAN =
  "Президент України заявив, що щонайменше 155 громадян Китаю воюють на боці Росії. Двоє з них потрапили в полон у Донецькій області. Пекін заперечує будь-яку офіційну участь і каже, що ніколи не був учасником цієї війни. Ґанок, їжак і об'їзд.";
const RUSSIAN =
  'Президент заявил, что по меньшей мере 155 граждан Китая воюют на стороне России. Двое из них попали в плен. Пекин отрицает любое официальное участие и говорит, что никогда не был стороной этой войны.';
const CHINESE =
  '总统表示，至少有一百五十五名中国公民在俄罗斯一方作战。北京否认任何官方参与，并表示从未是这场战争的一方。';
const TRADITIONAL =
  '總統表示，至少有一百五十五名中國公民在俄羅斯一方作戰。北京否認任何官方參與，並表示從未是這場戰爭的一方。';
const ARABIC =
  'قال الرئيس إن ما لا يقل عن مئة وخمسة وخمسين مواطنا صينيا يقاتلون إلى جانب روسيا. وتنفي بكين أي مشاركة رسمية وتقول إنها لم تكن طرفا في هذه الحرب قط.';
const JAPANESE =
  '大統領は、少なくとも百五十五人の中国国民がロシア側で戦っていると述べた。そのうち二人はドネツク地方で捕らえられた。';
const POLISH =
  'Prezydent powiedział, że są wśród nich żołnierze, którzy walczą po stronie Rosji. Rzecznik dodał, że źródła milczą, a świadkowie zeznają pod przysięgą.';
const GERMAN =
  'Der Präsident sagte, mindestens 155 Bürger kämpften dort; man müsse das prüfen. Die Behörde wollte sich nicht äußern.';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little);
  return new Uint8Array(view.buffer);
};

describe('reading bytes as characters', () => {
  it.each([
    ['windows-1251', UKRAINIAN],
    ['koi8-u', UKRAINIAN],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['iso-8859-5', RUSSIAN],
    ['gb18030', CHINESE],
    ['big5', TRADITIONAL],
    ['windows-1256', ARABIC],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['windows-1250', POLISH],
    ['iso-8859-2', POLISH],
    ['windows-1252', GERMAN],
  ])('detects %s', (encoding, text) => {
    expect(decodeBytes(encoded(text, encoding))).toEqual({ text, encoding });
  });

  it('detects Japanese that shifts between sets of characters', () => {
    const bytes = Uint8Array.from('Report: \x1b$BF|K\\8l$NJ8>O$G$9!#$3$l$O;n83$G$9!#\x1b(B', (sign) =>
      sign.charCodeAt(0),
    );
    expect(decodeBytes(bytes)).toEqual({
      text: 'Report: 日本語の文章です。これは試験です。',
      encoding: 'iso-2022-jp',
    });
  });

  it('takes UTF-8 for what it is, with and without a mark', () => {
    const text = `${UKRAINIAN}\r\n${CHINESE} 🙂`;
    expect(decodeBytes(utf8(text))).toEqual({ text, encoding: 'utf-8' });
    expect(decodeBytes(utf8(`\uFEFF${text}`))).toEqual({ text, encoding: 'utf-8' });
    expect(decodeBytes(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });

  it.each([
    ['utf-16le', true],
    ['utf-16be', false],
  ])('reads %s by its mark', (encoding, little) => {
    const text = `${ARABIC} 🙂`;
    expect(decodeBytes(utf16(`\uFEFF${text}`, little))).toEqual({ text, encoding });
  });

  it('believes what brought it before what it says of itself, and a mark before both', () => {
    const page = `<meta charset=koi8-u>${UKRAINIAN}`;
    const bytes = encoded(page, 'windows-1251');
    expect(decodeBytes(bytes, { declared: 'cp1251', markup: true })).toEqual({
      text: page,
      encoding: 'windows-1251',
    });
    expect(decodeBytes(encoded(page, 'koi8-u'), { markup: true })).toEqual({
      text: page,
      encoding: 'koi8-u',
    });
    expect(decodeBytes(utf8(`\uFEFF${page}`), { declared: 'big5', markup: true })).toEqual({
      text: page,
      encoding: 'utf-8',
    });
  });

  it('does not believe a declaration that the bytes contradict', () => {
    const page = `<meta charset=utf-8>${UKRAINIAN}`;
    const decoded = decodeBytes(encoded(page, 'windows-1251'), { markup: true });
    expect(decoded).toEqual({ text: page, encoding: 'windows-1251' });
  });

  it('shows a few broken bytes as such where the encoding is declared', () => {
    const bytes = Uint8Array.from([...utf8(UKRAINIAN.repeat(10)), 0xff]);
    const text = `${UKRAINIAN.repeat(10)}\uFFFD`;
    expect(decodeBytes(bytes, { declared: 'utf-8' })).toEqual({ text, encoding: 'utf-8' });
  });

  it.each([
    ['text with NULs', utf8('one\0two')],
    ['UTF-16 without a mark', utf16('Plain words', true)],
    ['a program', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256)],
    ['DOS Cyrillic, which the detector does not know', encoded(RUSSIAN, 'ibm866')],
    ['a few bytes of anything', Uint8Array.from([0x80, 0x9d, 0xff])],
  ])('refuses %s', (_what, bytes) => {
    expect(decodeBytes(bytes)).toBeNull();
  });

  it.skipIf(!existsSync(BIG5))('detects the Big5 of html5lib', () => {
    const decoded = decodeBytes(readFileSync(BIG5));
    expect(decoded?.encoding).toBe('big5');
    expect(decoded?.text).not.toContain('\uFFFD');
  });

  it.skipIf(!existsSync(NAUGHTY))('takes naughty strings as they are', () => {
    const bytes = readFileSync(NAUGHTY);
    expect(decodeBytes(bytes)).toEqual({ text: bytes.toString('utf8'), encoding: 'utf-8' });
  });
});
