import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64 } from './base64.ts';

it('gives back any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect([...base64(Buffer.from(bytes).toString('base64'))]).toEqual([...bytes]);
    }),
    { numRuns: 200 },
  );
});
