const ESCAPES = /(?:%[0-9a-f]{2})+|\\u[0-9a-f]{4}/giu;

/**
 * A text, and after it the same with what is escaped in it as it reads: percent-encoding in addresses, and the escapes of
 * JSON, which stand in scripts as well.
 */
export function withUnescaped(text: string): string {
  if (text.search(ESCAPES) < 0) return text;
  return `${text}\n${text.replace(ESCAPES, read)}`;
}

function read(escape: string): string {
  if (escape.startsWith('\\')) return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
  try {
    return decodeURIComponent(escape);
  } catch {
    return escape;
  }
}
