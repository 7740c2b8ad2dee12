const tables = new Map<string, Map<string, number[]>>();

/**
 * The bytes of a text in a legacy encoding of one or two bytes, by what TextDecoder makes of every such sequence; a character
 * that the encoding does not have is an error. For tests: the platform itself encodes UTF-8 only.
 */
export function encoded(text: string, encoding: string): Uint8Array {
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  return Uint8Array.from(
    Array.from(text).flatMap((sign) => {
      const bytes = table.get(sign);
      if (!bytes) throw new Error(`${encoding} has no ${sign}`);
      return bytes;
    }),
  );
}

function tableOf(encoding: string): Map<string, number[]> {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const put = (...bytes: number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(text).length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // No character.
    }
  };
  for (let byte = 0; byte < 256; byte++) put(byte);
  const last = encoding.startsWith('windows') || encoding.startsWith('iso') ? 0 : 0xff;
  for (let first = 0x81; first < last; first++)
    for (let second = 0x40; second < 0xff; second++) put(first, second);
  return table;
}
