import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packed, zipParts } from './zip-parts.ts';

const code = (bytes: Uint8Array): string => {
  const parts = zipParts(bytes);
  return parts.ok ? 'unpacked' : parts.error.code;
};

/** The same file, every entry of which says in the directory that it has another size. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return copy;
}

describe('the parts of a packed document', () => {
  it('are those of XML, and come out as they went in', () => {
    const bytes = zipSync({ 'a/b.xml': strToU8('<a/>'), 'c.rels': strToU8('<c/>'), 'd.png': strToU8('png') });
    const parts = zipParts(bytes);
    expect(parts.ok && Object.entries(parts.value).map(([name, part]) => [name, strFromU8(part)])).toEqual([
      ['a/b.xml', '<a/>'],
      ['c.rels', '<c/>'],
    ]);
    const unpacked = parts.ok ? parts.value : {};
    expect(unzipSync(new Uint8Array(packed(unpacked)))).toEqual(unpacked);
  });

  it('are refused when they are far larger than the file', () => {
    const spaces = strToU8(' '.repeat(20_000_000));
    expect(code(zipSync({ 'a.xml': spaces }))).toBe('expands-too-much');
    expect(code(zipSync({ 'a.bin': spaces }))).toBe('expands-too-much');
    expect(code(zipSync({ 'a.xml': strToU8(' '.repeat(5_000_000)) }))).toBe('unpacked');
    expect(code(lying(zipSync({ 'a.xml': strToU8('<a/>') }), 400_000_000))).toBe('expands-too-much');
  });

  it('are refused when they are too many', () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [`${index}.xml`, new Uint8Array()]),
    );
    expect(code(zipSync(many))).toBe('expands-too-much');
  });

  it('never grow beyond the size they say', () => {
    const parts = zipParts(lying(zipSync({ 'a.xml': strToU8('<a>'.repeat(100_000)) }), 10));
    expect(parts.ok && parts.value['a.xml']?.length).toBe(10);
  });

  it.each([
    ['no zip', strToU8('PK\x03\x04 and nothing else')],
    ['an empty file', new Uint8Array()],
    ['one that is cut short', zipSync({ 'a.xml': strToU8('<a/>') }).slice(0, 50)],
  ])('of %s are damaged', (_what, bytes) => {
    expect(code(bytes)).toBe('damaged-document');
  });
});
