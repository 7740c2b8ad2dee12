import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jpegOf, pngOf } from '../../testing/pictures.ts';
import { fitted, pictureSize } from './picture-size.ts';

const side = fc.integer({ min: 1, max: 65_535 });

describe('the size of a picture', () => {
  it('is that of its header, also where the bytes are a part of others', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const jpg = jpegOf(width, height);
        const inside = new Uint8Array([9, ...jpg]).subarray(1);
        expect(pictureSize(pngOf(width, height))).toEqual({ type: 'png', width, height });
        expect(pictureSize(jpg)).toEqual({ type: 'jpg', width, height });
        expect(pictureSize(inside)).toEqual({ type: 'jpg', width, height });
      }),
    );
  });

  it('is found behind other segments of a JPEG, of a progressive one, and with bytes that fill', () => {
    const exif = [0xff, 0xe1, 0, 6, 0xff, 0xc0, 0, 0];
    const huffman = [0xff, 0xff, 0xff, 0xc4, 0, 2];
    expect(pictureSize(jpegOf(300, 20, [...exif, ...huffman], 0xc2))).toEqual({
      type: 'jpg',
      width: 300,
      height: 20,
    });
  });

  it.each([
    ['nothing', []],
    ['no picture', [...'<svg xmlns="http://www.w3.org/2000/svg"/>'].map((c) => c.charCodeAt(0))],
    ['a PNG of no width', [...pngOf(0, 5)]],
    ['a PNG that is cut off', [...pngOf(4, 5)].slice(0, 23)],
    ['a PNG without its header first', [...pngOf(4, 5)].map((byte, at) => (at === 12 ? 0x69 : byte))],
    ['a JPEG that gives its height later', [...jpegOf(5, 0)]],
    ['a JPEG whose data come before a frame', [...jpegOf(5, 5, [0xff, 0xda, 0, 2])]],
    ['a JPEG that ends before a frame', [...jpegOf(5, 5, [0xff, 0xd9])]],
    ['a JPEG with a segment of no length', [...jpegOf(5, 5, [0xff, 0xe0, 0, 0])]],
    ['a JPEG with something between its segments', [...jpegOf(5, 5, [0])]],
    ['a JPEG that is cut off', [...jpegOf(5, 5)].slice(0, 9)],
    ['a JPEG of nothing but filling', [0xff, 0xd8, ...Array<number>(30).fill(0xff)]],
  ])('is not known of %s', (_what, bytes) => expect(pictureSize(new Uint8Array(bytes))).toBeNull());

  it('is read of any bytes without end or error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        for (const begin of [[], [0xff, 0xd8], [...pngOf(1, 1)].slice(0, 16)]) {
          const size = pictureSize(new Uint8Array([...begin, ...bytes]));
          expect(size === null || (size.width > 0 && size.height > 0)).toBe(true);
        }
      }),
    );
  });
});

describe('a picture within limits', () => {
  it.each([
    [192, 64, 192, 64],
    [10, 20, 10, 20],
    [384, 64, 192, 32],
    [100, 640, 10, 64],
    [65_535, 1, 192, 1],
  ])('of %i × %i is %i × %i', (width, height, ...is) => {
    const found = fitted({ width, height }, { width: 192, height: 64 });
    expect([found.width, found.height]).toEqual(is);
  });
});
