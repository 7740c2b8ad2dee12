import PostalMime from 'postal-mime';
import { fail } from '../../shared/result.ts';
import { decodeBytes } from './decode-bytes.ts';
import type { Parsed } from './extracted.ts';
import { pageText } from './html-file.ts';
import { byteString } from './prescan.ts';

/** A saved page is a part of a message, or of a part of it; deeper it is none. */
const DEEPEST = 4;

/** Bytes of a part: its headers, a blank line, its body. */
type MessagePart = Uint8Array;

/** The text of a page that was saved as one file with what belongs to it (RFC 2557); only the page itself is read. */
export async function mhtmlFile(bytes: Uint8Array): Promise<Parsed> {
  const top = await headersOf(bytes);
  const page = await pageIn(bytes, 0);
  if (!page) return fail({ code: 'damaged-document' });
  const decoded = decodeBytes(page.content, { declared: page.charset, markup: true });
  if (!decoded) return fail({ code: 'not-text' });
  return pageText(decoded.text, { format: 'mhtml', encoding: decoded.encoding, title: top.subject ?? null });
}

/** The page in a part, or in the parts of it: the one that `start` names, else the first (RFC 2387). */
async function pageIn(
  part: MessagePart,
  depth: number,
): Promise<{ content: Uint8Array; charset: string | null } | null> {
  const { type, charset, boundary, start } = await headersOf(part);
  if (type === 'text/html' || type === 'application/xhtml+xml') {
    return { content: await contentOf(part), charset };
  }
  if (!type.startsWith('multipart/') || boundary === null || depth >= DEEPEST) return null;
  const parts = partsBetween(part, boundary);
  for (const inner of start === null ? parts : await startFirst(parts, start)) {
    const page = await pageIn(inner, depth + 1);
    if (page) return page;
  }
  return null;
}

async function startFirst(parts: readonly MessagePart[], start: string): Promise<MessagePart[]> {
  const ids = await Promise.all(parts.map(async (part) => (await headersOf(part)).id));
  const root = parts.filter((_part, index) => ids[index] === start);
  return [...root, ...parts];
}

interface Headers {
  type: string;
  charset: string | null;
  boundary: string | null;
  start: string | null;
  id: string | null;
  subject: string | undefined;
}

async function headersOf(part: MessagePart): Promise<Headers> {
  const { headers, subject } = await PostalMime.parse(part.slice(0, bodyOf(part)));
  const value = (key: string): string => headers.find((each) => each.key === key)?.value ?? '';
  const contentType = value('content-type');
  return {
    type: /^\s*([^\s;]*)/.exec(contentType)?.[1]?.toLowerCase() ?? '',
    charset: parameterOf(contentType, 'charset'),
    boundary: parameterOf(contentType, 'boundary'),
    start: parameterOf(contentType, 'start'),
    id: value('content-id').trim() || null,
    subject,
  };
}

function parameterOf(header: string, name: string): string | null {
  const [, quoted, plain] =
    new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header) ?? [];
  return quoted ?? plain ?? null;
}

/** The body of a part as it was before it was encoded for the way; as an attachment it stays the bytes it is. */
async function contentOf(part: MessagePart): Promise<Uint8Array> {
  const asAttachment = new Uint8Array(
    await new Blob(['Content-Disposition: attachment\r\n', part.slice()]).arrayBuffer(),
  );
  const { attachments } = await PostalMime.parse(asAttachment, { attachmentEncoding: 'arraybuffer' });
  const content = attachments[0]?.content;
  return content === undefined || typeof content === 'string' ? new Uint8Array() : new Uint8Array(content);
}

/** Where the body begins: after the first blank line. */
function bodyOf(part: MessagePart): number {
  for (let at = part.indexOf(0x0a); at >= 0; at = part.indexOf(0x0a, at + 1)) {
    const next = part[at + 1] === 0x0d ? at + 2 : at + 1;
    if (part[next] === 0x0a) return next + 1;
  }
  return part.length;
}

/** What stands between the lines of a boundary, without what comes before the first and after the last. */
function partsBetween(bytes: Uint8Array, boundary: string): MessagePart[] {
  const parts: MessagePart[] = [];
  let open: number | null = null;
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found + 1;
    const mark = boundaryIn(bytes.subarray(start, end), boundary);
    if (mark !== null) {
      if (open !== null) parts.push(bytes.subarray(open, start));
      open = mark === 'closes' ? null : end;
    }
    start = end;
  }
  return open === null ? parts : [...parts, bytes.subarray(open)];
}

function boundaryIn(line: Uint8Array, boundary: string): 'opens' | 'closes' | null {
  const DASH = 0x2d;
  if (line[0] !== DASH || line[1] !== DASH || line.length > boundary.length + 80) return null;
  const text = byteString(line);
  if (!text.startsWith(`--${boundary}`)) return null;
  const rest = text.slice(boundary.length + 2).trimEnd();
  return rest === '' ? 'opens' : rest === '--' ? 'closes' : null;
}
