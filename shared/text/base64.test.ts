import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64, toBase64 } from './base64.ts';

it('gives back any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect([...base64(Buffer.from(bytes).toString('base64'))]).toEqual([...bytes]);
    }),
    { numRuns: 200 },
  );
});

it('writes any bytes as Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }),
    { numRuns: 200 },
  );
});
