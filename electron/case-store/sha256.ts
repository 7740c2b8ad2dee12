import { createHash } from 'node:crypto';

/** SHA-256 of a text in UTF-8, in hexadecimal, by the machine's own library: many times as quick as one in JavaScript. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
