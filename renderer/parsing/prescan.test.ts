import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedEncoding } from './decode-bytes.ts';
import { declaredEncoding } from './prescan.ts';

const FIXTURES = resolve(import.meta.dirname, '../../../shared/fixtures/html-encoding/encoding');
const SETS = ['tests1.dat', 'tests2.dat', 'test-yahoo-jp.dat'];
if (!existsSync(FIXTURES)) console.log('Skipped: ../shared/fixtures/html-encoding is absent.');

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('the encoding a page declares', () => {
  it.each([
    ['<meta charset=utf-8>', 'utf-8'],
    ['<META CHARSET = "Windows-1251">', 'windows-1251'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=koi8-u">', 'koi8-u'],
    ['<meta content="text/html; charset=koi8-u" http-equiv=content-type>', 'koi8-u'],
    ['<meta content="text/html; charset=koi8-u">', null],
    ['<meta charset=utf-16>', 'utf-8'],
    ['<meta charset=x-user-defined>', 'windows-1252'],
    ['<meta charset=no-such>', null],
    ['<!-- <meta charset=big5> --><meta charset=gbk>', 'gbk'],
    ['<!--><meta charset=big5>', 'big5'],
    ['<title charset=big5><meta charset=gbk>', 'gbk'],
    ['<a title="<meta charset=big5>"><meta charset=gbk>', 'gbk'],
    ['<? <meta charset=big5> ?><meta charset=gbk>', 'gbk'],
    ['<?xml version="1.0" encoding="windows-1251"?><html>', 'windows-1251'],
    ["<?xml encoding='utf-16'?>", 'utf-8'],
    ['<?xml version="1.0"?><html>', null],
    ['<\0?\0x\0m\0l\0', 'utf-16le'],
    ['\0<\0?\0x\0m\0l', 'utf-16be'],
    [`${' '.repeat(5000)}<meta charset=gbk>`, 'gbk'],
    ['<meta charset="gbk', null],
    ['', null],
  ])('%j', (source, encoding) => {
    expect(declaredEncoding(bytesOf(source))).toBe(encoding);
  });

  it('ends whatever the bytes are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', '!', '--', '>', '<meta ', 'charset', '=', '"', "'", '/', ' ', 'x')),
        (parts) => {
          expect(declaredEncoding(bytesOf(parts.join('')))).toBeNull();
        },
      ),
    );
  });

  // The set beside these, `scripted`, is of pages whose scripts write a declaration; here no script is run.
  it.skipIf(!existsSync(FIXTURES))('is the one of all 82 prescan tests of html5lib', () => {
    const cases = SETS.flatMap((name) => {
      const parts = byteStringOf(resolve(FIXTURES, name)).split('#data\n').slice(1);
      return parts.map((part) => {
        const [source = '', expected = ''] = part.split('\n#encoding\n');
        return { source, expected: expected.trim().split('\n')[0]?.toLowerCase() };
      });
    });
    const differing = cases.filter(({ source, expected }) => {
      const bytes = bytesOf(source);
      return (markedEncoding(bytes) ?? declaredEncoding(bytes) ?? 'windows-1252') !== expected;
    });
    expect(cases).toHaveLength(82);
    expect(differing.map(({ source, expected }) => `${expected}: ${source.slice(0, 80)}`)).toEqual([]);
  });
});

function byteStringOf(path: string): string {
  return readFileSync(path).toString('latin1');
}
