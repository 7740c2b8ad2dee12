const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes that a text in Base64 (RFC 4648, padded) stands for. Here because `shared` knows neither Node nor a DOM. */
export function base64(text: string): Uint8Array {
  const digits = Array.from(text.replace(/=+$/, ''), (digit) => ALPHABET.indexOf(digit));
  const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8));
  for (let at = 0; at < bytes.length; at++) {
    const bit = at * 8;
    const from = Math.floor(bit / 6);
    const window = ((digits[from] ?? 0) << 12) | ((digits[from + 1] ?? 0) << 6) | (digits[from + 2] ?? 0);
    bytes[at] = (window >> (18 - 8 - (bit % 6))) & 0xff;
  }
  return bytes;
}

/** Bytes in Base64 (RFC 4648, padded). */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const window = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const digit = (shift: number): string => ALPHABET.charAt((window >> shift) & 63);
    text += digit(18) + digit(12) + (second === undefined ? '=' : digit(6));
    text += third === undefined ? '=' : digit(0);
  }
  return text;
}
