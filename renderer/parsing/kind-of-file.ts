import { byteString } from './prescan.ts';
import { markedEncoding } from './decode-bytes.ts';

/** What a file is, or `password` where it is an office file that is locked, or null: nothing that Stet reads. */
export type FileKind = 'text' | 'markdown' | 'html' | 'mhtml' | 'docx' | 'pdf' | 'password' | null;

/** So much of the beginning is looked at, in bytes. PDF readers find a header within the first 1,024. */
const HEAD = 4096;
const PDF_HEAD = 1024;

/** Office files of before 2007, and locked ones of today, are compound files ([MS-CFB] 2.2). */
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** The stream in which such a file holds an encrypted one ([MS-OFFCRYPTO] 2.3.4.4), in UTF-16. */
const ENCRYPTED = 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0';

const BY_ENDING: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  mht: 'mhtml',
  mhtml: 'mhtml',
  docx: 'docx',
  pdf: 'pdf',
};

/** What a file is, by its content first, by the ending of its name where that says nothing, as of a text. */
export function kindOfFile(bytes: Uint8Array, fileName: string | null): FileKind {
  const byEnding = kindByEnding(fileName);
  const head = byteString(bytes.subarray(0, HEAD));
  if (head.slice(0, PDF_HEAD).includes('%PDF-') && byEnding !== 'text' && byEnding !== 'markdown')
    return 'pdf';
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04')) return byEnding === 'docx' || holdsWord(bytes) ? 'docx' : null;
  if (head.startsWith(COMPOUND)) return holds(bytes, ENCRYPTED) ? 'password' : null;
  const source = readable(bytes, head);
  if (isMime(source)) return 'mhtml';
  if (isPage(source)) return 'html';
  // A file whose name says that it is one of these, and that begins as none, is what remains of one.
  return byEnding;
}

function kindByEnding(fileName: string | null): FileKind {
  const [, ending] = /\.([^./\\]+)$/.exec(fileName ?? '') ?? [];
  // A name without an ending says nothing: such files are texts, or nothing that can be read as one.
  return ending === undefined ? 'text' : (BY_ENDING[ending.toLowerCase()] ?? null);
}

/** Names in a zip stand in its bytes as they are. */
const holdsWord = (bytes: Uint8Array): boolean => holds(bytes, 'word/document');

function holds(bytes: Uint8Array, words: string): boolean {
  const wanted = Uint8Array.from(words, (sign) => sign.charCodeAt(0));
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

function readable(bytes: Uint8Array, head: string): string {
  const marked = markedEncoding(bytes);
  return marked === null ? head : new TextDecoder(marked).decode(bytes.subarray(0, HEAD));
}

/** A MIME message of a page, with or without its parts: headers, and among them these two. */
function isMime(source: string): boolean {
  const headers = source.trimStart().split(/\r?\n\r?\n/)[0] ?? '';
  return (
    /^[!-9;-~]+:/.test(headers) &&
    /^mime-version\s*:/im.test(headers) &&
    /^content-type\s*:\s*(?:multipart\/(?:related|alternative|mixed)|text\/html)/im.test(headers)
  );
}

/** A page begins with its doctype or its first tag, after white space, comments and an XML declaration. */
function isPage(source: string): boolean {
  const rest = source.replace(/^(?:\s+|<\?xml[^>]*>|<!--.*?-->)+/s, '');
  return /^<(?:!doctype\s+html|html)[\s>]/i.test(rest);
}
