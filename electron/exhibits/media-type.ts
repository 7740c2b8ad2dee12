import type { ExhibitKind } from '../../shared/case/words.ts';

/** So many bytes at the beginning of a file say what it is. */
export const HEAD = 64 * 1024;

/** Files that begin in a way of their own, from `at`; by the signatures of their formats. */
const SIGNATURES: readonly {
  type: string;
  at?: number;
  bytes: readonly number[];
  also?: [number, string];
}[] = [
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', bytes: ascii('GIF8') },
  { type: 'image/webp', bytes: ascii('RIFF'), also: [8, 'WEBP'] },
  { type: 'audio/wav', bytes: ascii('RIFF'), also: [8, 'WAVE'] },
  { type: 'application/pdf', bytes: ascii('%PDF-') },
  { type: 'application/zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { type: 'audio/ogg', bytes: ascii('OggS') },
  { type: 'audio/mpeg', bytes: ascii('ID3') },
  { type: 'application/zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  ...[0xf2, 0xf3, 0xfa, 0xfb].map((second) => ({ type: 'audio/mpeg', bytes: [0xff, second] })),
  { type: 'video/mp4', at: 4, bytes: ascii('ftyp') },
];

function ascii(text: string): number[] {
  return [...Buffer.from(text, 'latin1')];
}

/**
 * What a file is, by its first bytes and never by its name. Whatever can be read as text is text: a page or a picture
 * in XML is shown as its source, and nothing in it is carried out.
 */
export function mediaTypeOf(head: Uint8Array): string {
  const begins = (at: number, bytes: readonly number[]): boolean =>
    bytes.every((byte, index) => head[at + index] === byte);
  for (const { type, at = 0, bytes, also } of SIGNATURES) {
    if (begins(at, bytes) && (!also || begins(also[0], ascii(also[1])))) return type;
  }
  return encodingOf(head) === null ? 'application/octet-stream' : 'text/plain';
}

/** The encoding a text begins in: UTF-16 by its byte order mark, else UTF-8. Null when it is not valid, or no text. */
export function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const part = head.subarray(0, HEAD);
  const encoding = markOf(part) ?? 'utf-8';
  try {
    // Where the part ends within a character, that is no fault of the text.
    const text = new TextDecoder(encoding, { fatal: true }).decode(part, { stream: part.length === HEAD });
    return text.includes('\0') ? null : encoding;
  } catch {
    return null;
  }
}

function markOf([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** What an exhibit of that media type usually is; a person may say otherwise. */
export function kindOf(mediaType: string): ExhibitKind {
  if (mediaType.startsWith('image/')) return 'image';
  if (mediaType.startsWith('audio/') || mediaType.startsWith('video/')) return 'recording';
  return mediaType === 'application/octet-stream' ? 'other' : 'document';
}
