import { unzipSync } from 'fflate';
import os from 'node:os';
import path from 'node:path';
import { decodePDFRawStream, PDFDocument, PDFRawStream } from 'pdf-lib';

/**
 * What a file tells of the machine that made it and of whoever is at it: the home folder, the name of the account and of
 * the computer, how Chromium and Electron call themselves, and `more` that must not be in it. Answers what it found, by
 * what that is. Looked for in the bytes as they are, and in whatever is packed in a PDF or a zip.
 */
export async function leaksIn(
  bytes: Uint8Array,
  format: string,
  more: readonly string[] = [],
): Promise<string[]> {
  const texts = [bytes, ...(await packedIn(bytes, format))].flatMap(readings);
  const { username } = os.userInfo();
  const wanted: Record<string, RegExp> = {
    // With what parts it from the next: a PDF calls its first object /Root.
    'the home folder': exactly(`${os.homedir()}${path.sep}`),
    ...(TELLS_NOTHING.test(os.hostname()) ? {} : { 'the name of the computer': word(os.hostname()) }),
    ...(TELLS_NOTHING.test(username) ? {} : { 'the name of the account': word(username) }),
    'how Chromium calls itself': /Mozilla\/\d|AppleWebKit|\bChrome\/\d|Chromium|Skia|Electron/iu,
    ...Object.fromEntries(more.map((text) => [text, exactly(text)])),
  };
  return Object.entries(wanted)
    .filter(([, pattern]) => texts.some((text) => pattern.test(text)))
    .map(([what]) => what);
}

/** Machines that are not a person's are called as parts of every page are. */
const TELLS_NOTHING =
  /^(?:.{0,3}|root|user|main|runner|admin|node|test|host|local|localhost|computer|nobody|guest|build|builder|work)$/iu;

async function packedIn(bytes: Uint8Array, format: string): Promise<Uint8Array[]> {
  if (format === 'docx') return Object.values(unzipSync(bytes));
  if (format !== 'pdf') return [];
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    // Objects are packed in streams, too; a PDF that was read has them unpacked, and each writes itself.
    if (!(object instanceof PDFRawStream)) return [Buffer.from(object.toString())];
    return isPicture(object) ? [] : [decodePDFRawStream(object).decode()];
  });
}

const isPicture = ({ dict }: PDFRawStream): boolean => /\/Subtype \/Image/u.test(dict.toString());

/** Bytes as text: as UTF-8, without what escapes, and as UTF-16, as texts in a PDF are. */
function readings(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString();
  const hex = [...text.matchAll(/<FEFF(?<units>[0-9A-F]*)>/giu)].map(({ groups }) =>
    Buffer.from(groups?.['units'] ?? '', 'hex')
      .swap16()
      .toString('utf16le'),
  );
  return [
    text,
    text.replaceAll('\\', '').replaceAll('&#47;', '/'),
    Buffer.from(bytes).toString('utf16le'),
    ...hex,
  ];
}

const exactly = (text: string): RegExp => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'), 'iu');
const word = (text: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${exactly(text).source}(?![\\p{L}\\p{N}])`, 'iu');
