/** For tests only: the beginnings of pictures, up to where they say how large they are. */

const two = (number: number): [number, number] => [number >> 8, number & 0xff];

/** A PNG as far as its header. */
export function pngOf(width: number, height: number): Uint8Array {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const header = [
    0,
    0,
    0,
    13,
    0x49,
    0x48,
    0x44,
    0x52,
    0,
    0,
    ...two(width),
    0,
    0,
    ...two(height),
    8,
    6,
    0,
    0,
    0,
  ];
  return new Uint8Array([...signature, ...header]);
}

/** A JPEG as far as the header of its frame, with other segments before; `frame` is the second byte of its marker. */
export function jpegOf(
  width: number,
  height: number,
  before: readonly number[] = [],
  frame = 0xc0,
): Uint8Array {
  const head = [0, 8, 8, ...two(height), ...two(width), 1];
  return new Uint8Array([0xff, 0xd8, ...before, 0xff, frame, ...head]);
}
