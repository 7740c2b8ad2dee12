import { expect, test } from 'vitest';
import { HEAD, kindOf, mediaTypeOf } from './media-type.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

test.each([
  ['\x89PNG\r\n\x1a\nxyz', 'image/png'],
  ['\xff\xd8\xff\xe0JFIF', 'image/jpeg'],
  ['GIF89a', 'image/gif'],
  ['RIFF....WEBPVP8 ', 'image/webp'],
  ['RIFF....WAVEfmt ', 'audio/wav'],
  ['%PDF-1.7', 'application/pdf'],
  ['PK\x03\x04', 'application/zip'],
  ['OggS', 'audio/ogg'],
  ['....ftypisom', 'video/mp4'],
  ['<html><script>alert(1)</script>', 'text/plain'],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'text/plain'],
  ['', 'text/plain'],
  ['\xff\xfea\x00', 'text/plain'],
  ['\xfe\xff\x00a', 'text/plain'],
  // Half a character, and a zero: what has the mark of UTF-16 is not always that.
  ['\xff\xfe\x00\xd8a\x00', 'application/octet-stream'],
  ['\xff\xfe\x00\x00a\x00', 'application/octet-stream'],
  ['a\x00b', 'application/octet-stream'],
  ['MZ\x90\x00', 'application/octet-stream'],
  ['\xc3\x28', 'application/octet-stream'],
])('%j is %s', (head, type) => {
  expect(mediaTypeOf(bytes(head))).toBe(type);
});

test('a text whose beginning ends within a character is still text', () => {
  const long = Buffer.from(`a${'я'.repeat(HEAD)}`);
  expect(mediaTypeOf(long.subarray(0, HEAD))).toBe('text/plain');
});

test.each([
  ['image/png', 'image'],
  ['audio/wav', 'recording'],
  ['application/pdf', 'document'],
  ['application/octet-stream', 'other'],
])('%s is taken for the kind %s', (type, kind) => {
  expect(kindOf(type)).toBe(kind);
});
