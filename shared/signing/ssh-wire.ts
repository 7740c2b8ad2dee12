/** The forms in which SSH writes data (RFC 4251, section 5). */

const LENGTH = 4;

/**
 * Bytes that are so many strings, one after another, by the names given to them; null when they are not. A string is its
 * length in four bytes and its bytes. `after` bytes of another form must follow, and nothing else.
 */
export function sshStrings<N extends string>(
  bytes: Uint8Array,
  names: readonly N[],
  after = 0,
): Record<N, Uint8Array> | null {
  const strings: Partial<Record<N, Uint8Array>> = {};
  let at = 0;
  for (const name of names) {
    const string = stringAt(bytes, at);
    if (!string) return null;
    strings[name] = string;
    at += LENGTH + string.length;
  }
  return at + after === bytes.length ? (strings as Record<N, Uint8Array>) : null;
}

/** The string that bytes begin with, whatever follows; null when they do not. */
export function firstString(bytes: Uint8Array): Uint8Array | null {
  return stringAt(bytes, 0);
}

function stringAt(bytes: Uint8Array, at: number): Uint8Array | null {
  if (at + LENGTH > bytes.length) return null;
  const start = at + LENGTH;
  const end = start + new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
  return end > bytes.length ? null : bytes.subarray(start, end);
}

/** Bytes as a string of SSH. */
export function sshString(bytes: Uint8Array): Uint8Array {
  const string = new Uint8Array(LENGTH + bytes.length);
  new DataView(string.buffer).setUint32(0, bytes.length);
  string.set(bytes, LENGTH);
  return string;
}

/** A text of printable ASCII, as names in SSH are (RFC 4251, section 6); null for any other bytes and for none. */
export function sshName(bytes: Uint8Array): string | null {
  if (bytes.length === 0 || bytes.length > 255) return null;
  if (bytes.some((byte) => byte <= 0x20 || byte >= 0x7f)) return null;
  return String.fromCharCode(...bytes);
}

/** A text of ASCII as bytes. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
