import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { kindOfFile } from './kind-of-file.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf16 = (text: string): string => Array.from(text, (sign) => `${sign}\0`).join('');
const zip = (name: string): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<a/>'), [name]: strToU8('<a/>') });
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const MIME =
  'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n--x';

describe('what a file is', () => {
  it.each([
    ['a.pdf', '%PDF-1.7', 'pdf'],
    ['a.bin', '\n\xff junk %PDF-1.4', 'pdf'],
    ['notes.txt', 'About %PDF- headers', 'text'],
    ['a.txt', '%PDF-1.7', 'pdf'],
    ['a.doc', COMPOUND, null],
    ['a.docx', `${COMPOUND}${'\0'.repeat(600)}${utf16('EncryptedPackage')}`, 'password'],
    ['a.txt', '<!DOCTYPE html><p>', 'html'],
    ['a', '\n<!-- saved --> <HTML lang=en>', 'html'],
    ['a.xhtml', '<?xml version="1.0"?>\n<!DOCTYPE html SYSTEM "x">', 'html'],
    ['a.xml', '<?xml version="1.0"?><feed>', null],
    ['a.txt', '\xff\xfe<\0!\0d\0o\0c\0t\0y\0p\0e\0 \0h\0t\0m\0l\0>\0', 'html'],
    ['a.md', '<p align="center">Hello', 'markdown'],
    ['a.html', 'words only', 'html'],
    ['A.HTM', 'words only', 'html'],
    ['a.mht', MIME, 'mhtml'],
    ['a.txt', MIME, 'mhtml'],
    ['a.txt', 'Content-Type: text/html is what it said.\n\nMIME-Version: 1.0', 'text'],
    ['a.mhtml', 'From: x', 'mhtml'],
    ['a.md', '# Heading', 'markdown'],
    ['README', 'words', 'text'],
    ['a.b/c', 'words', 'text'],
    ['a.csv', 'a,b', null],
    ['a.png', '\x89PNG', null],
    ['a.pdf', 'not one', 'pdf'],
    [null, 'words', 'text'],
  ])('%s, beginning with %j, is %s', (name, content, kind) => {
    expect(kindOfFile(bytes(content), name)).toBe(kind);
  });

  it('is told of what is packed by what is in it', () => {
    expect(kindOfFile(zip('word/document.xml'), 'a.bin')).toBe('docx');
    expect(kindOfFile(zip('xl/workbook.xml'), 'a.xlsx')).toBeNull();
    expect(kindOfFile(zip('other.xml'), 'a.docx')).toBe('docx');
    expect(kindOfFile(zip('content.xml'), 'a.odt')).toBeNull();
  });
});
