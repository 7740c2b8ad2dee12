import { analyse } from 'chardet';
import { declaredEncoding, encodingOfLabel } from './prescan.ts';

/** So many bytes are looked at, from shortly before the first that is no ASCII, when an encoding has to be guessed. */
const SAMPLE = 200_000;

/**
 * Below this, of 100, the detector's best guess is none: right ones of a sentence or more came out at 30 and above
 * (Ukrainian in windows-1251 the lowest), texts in encodings it does not know at less.
 */
const SURE = 25;

/**
 * The names that the detector gives to more than one encoding, since it looks only at how often pairs of letters occur,
 * each with what it may be. The one wins in which fewest signs stand within words that do not belong there.
 */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  'koi8-r': ['koi8-r', 'koi8-u'],
  'iso-8859-2': ['windows-1250', 'iso-8859-2'],
  'iso-8859-7': ['windows-1253', 'iso-8859-7'],
  'iso-8859-8': ['windows-1255', 'iso-8859-8'],
};

/** More of such signs than one in so many letters, and it is not text in that encoding. */
const LETTERS_TO_A_STRAY = 200;

/** A declared encoding may meet so few broken bytes, one in so many characters, and still be believed. */
const CHARACTERS_TO_A_BROKEN = 1000;

export interface Decoded {
  text: string;
  /** By the name of the Encoding Standard, in small letters. */
  encoding: string;
}

/**
 * Reads bytes as characters: by their byte order mark, which is not part of the text; else as declared, by what brought
 * them (`declared`, a MIME charset) or by themselves (`markup`: the HTML standard's prescan, an XML declaration); else
 * as UTF-8 if they are that; else as the detector is sure of. Null when it cannot be told, or when there are NULs, which
 * no text has.
 */
export function decodeBytes(
  bytes: Uint8Array,
  { declared = null, markup = false }: { declared?: string | null; markup?: boolean } = {},
): Decoded | null {
  const decoded = decodedAs(markedEncoding(bytes), bytes) ?? unmarked(bytes, declared, markup);
  return decoded === null || decoded.text.includes('\0') ? null : decoded;
}

function unmarked(bytes: Uint8Array, declared: string | null, markup: boolean): Decoded | null {
  return (
    decodedAs(declared === null ? null : encodingOfLabel(declared), bytes) ??
    decodedAs(markup ? declaredEncoding(bytes) : null, bytes) ??
    (isShifted(bytes) ? null : exactly('utf-8', bytes)) ??
    detected(bytes)
  );
}

/** The encoding that a byte order mark names, or null. */
export function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** As the encoding that was named, with U+FFFD for a few broken bytes as browsers have it; null when it is another one. */
function decodedAs(encoding: string | null, bytes: Uint8Array): Decoded | null {
  if (encoding === null) return null;
  const exact = exactly(encoding, bytes);
  if (exact) return exact;
  const text = new TextDecoder(encoding).decode(bytes);
  return count(text, /\uFFFD/g) * CHARACTERS_TO_A_BROKEN <= text.length ? { text, encoding } : null;
}

function exactly(encoding: string, bytes: Uint8Array): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

/** Whether the bytes shift between sets of characters, as ISO-2022-JP does: they are ASCII, and mean something else. */
function isShifted(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  return at >= 0 && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28);
}

function detected(bytes: Uint8Array): Decoded | null {
  const [best] = analyse(sampleOf(bytes));
  if (!best || best.confidence < SURE) return null;
  const name = encodingOfLabel(best.name);
  if (name === null) return null;
  const candidates = (FAMILIES[best.name.toLowerCase()] ?? [name])
    .flatMap((encoding) => exactly(encoding, bytes) ?? [])
    .map((decoded) => ({ decoded, strays: count(decoded.text, STRAY) }))
    .toSorted((a, b) => a.strays - b.strays);
  const [likely] = candidates;
  if (!likely) return null;
  const letters = count(likely.decoded.text, /\p{L}/gu);
  return likely.strays * LETTERS_TO_A_STRAY <= letters ? likely.decoded : null;
}

/** A symbol between letters, such as the lines of boxes, or a control character: what the wrong encoding makes of words. */
// oxlint-disable-next-line no-control-regex -- Control characters are what is looked for.
const STRAY = /(?<=\p{L})[\p{So}\p{Sm}¶§¦](?=\p{L})|[\0-\x08\x0e-\x1a\x80-\x9f]/gu;

function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80 || byte === 0x1b);
  const start = Math.max(0, first - 1000);
  return bytes.subarray(start, start + SAMPLE);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _match of text.matchAll(pattern)) found++;
  return found;
}
