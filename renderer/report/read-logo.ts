import { LIMITS } from '../../shared/case/limits.ts';
import type { Logo } from '../../shared/case/report-record.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

type LogoProblem = 'logoTooLarge' | 'logoOther';

/** What each kind of picture begins with (PNG: RFC 2083, 3.1; JPEG: ITU-T T.81, B.1.1.3, start of image). */
const BEGINNINGS: readonly (readonly [Logo['mediaType'], readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** A file as a logo: told by its first bytes, whatever it is called. It is only ever drawn by the browser's own code. */
export async function readLogo(file: File): Promise<Result<Pick<Logo, 'mediaType' | 'base64'>, LogoProblem>> {
  // Base64 has four characters for three bytes.
  if (file.size > (LIMITS.logoBase64 / 4) * 3) return fail('logoTooLarge');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const found = BEGINNINGS.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte));
  if (!found) return fail('logoOther');
  return ok({ mediaType: found[0], base64: base64Of(bytes) });
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCodePoint(byte);
  return btoa(binary);
}
