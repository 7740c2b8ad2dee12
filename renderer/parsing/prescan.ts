/** So many bytes are looked through; the standard asks for 1,024 and takes what stands later when the parser gets there. */
const LOOKED_THROUGH = 65_536;

/** The bytes ended within a tag, which is then none. */
class OutOfBytes extends Error {}

/**
 * The encoding that a page declares of itself, by the name of the Encoding Standard in small letters, or null: "prescan a
 * byte stream to determine its encoding" of the HTML standard (https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding),
 * with "get an XML encoding". A byte order mark is not looked at here.
 */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const source = byteString(bytes.subarray(0, LOOKED_THROUGH));
  if (source.startsWith('<\0?\0x\0')) return 'utf-16le';
  if (source.startsWith('\0<\0?\0x')) return 'utf-16be';
  try {
    return new Prescan(source).run();
  } catch (error) {
    if (error instanceof OutOfBytes) return xmlEncoding(source);
    throw error;
  }
}

/**
 * The name of an encoding by one of its labels, as the Encoding Standard knows them; null for a label of none. Pages that
 * say `x-user-defined` are read as windows-1252, as that standard's users have it.
 */
export function encodingOfLabel(label: string): string | null {
  if (/^\s*x-user-defined\s*$/i.test(label)) return 'windows-1252';
  try {
    return new TextDecoder(label).encoding.toLowerCase();
  } catch {
    return null;
  }
}

/** A character per byte, with the byte's number. (`latin1` of TextDecoder is another encoding.) */
export function byteString(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

const isSpace = (sign: string): boolean => /[\t\n\f\r ]/.test(sign);

class Prescan {
  private at = 0;

  constructor(private readonly source: string) {}

  run(): string | null {
    for (; ; this.at++) {
      this.here(); // Ends the loop where the bytes end.
      const rest = this.source.slice(this.at, this.at + 6);
      if (rest.startsWith('<!--')) {
        this.at = this.find('-->', this.at + 2) + 2;
      } else if (/^<meta[\t\n\f\r /]$/i.test(rest)) {
        this.at += 5;
        const found = this.meta();
        if (found !== null) return found;
      } else if (/^<\/?[a-z]/i.test(rest)) {
        while (!isSpace(this.here()) && this.here() !== '>') this.at++;
        while (this.attribute());
      } else if (/^<[!/?]/.test(rest)) {
        this.at = this.find('>', this.at);
      }
    }
  }

  private meta(): string | null {
    const seen = new Set<string>();
    let pragma = false;
    let needsPragma: boolean | null = null;
    /** Undefined: none was named. Null: one that is not known. */
    let charset: string | null | undefined;
    for (let next = this.attribute(); next; next = this.attribute()) {
      const { name, value } = next;
      if (seen.has(name)) continue;
      seen.add(name);
      if (name === 'http-equiv') {
        pragma ||= value === 'content-type';
      } else if (name === 'content' && charset === undefined) {
        const label = labelInContent(value);
        const encoding = label === null ? null : encodingOfLabel(label);
        if (encoding === null) continue;
        charset = encoding;
        needsPragma = true;
      } else if (name === 'charset') {
        charset = encodingOfLabel(value);
        needsPragma = false;
      }
    }
    return needsPragma === null || (needsPragma && !pragma) ? null : declaredAs(charset ?? null);
  }

  /** "Get an attribute": null at the end of the tag, where the position stays. */
  private attribute(): { name: string; value: string } | null {
    while (isSpace(this.here()) || this.here() === '/') this.at++;
    if (this.here() === '>') return null;
    let name = '';
    for (; this.here() !== '=' || name === ''; this.at++) {
      const sign = this.here();
      if (isSpace(sign)) break;
      if (sign === '/' || sign === '>') return { name, value: '' };
      name += sign.toLowerCase();
    }
    this.spaces();
    if (this.here() !== '=') return { name, value: '' };
    this.at++;
    this.spaces();
    return { name, value: this.value() };
  }

  private value(): string {
    const quote = this.here();
    if (quote === '"' || quote === "'") {
      const end = this.find(quote, this.at + 1);
      const value = this.source.slice(this.at + 1, end).toLowerCase();
      this.at = end + 1;
      return value;
    }
    let value = '';
    for (; !isSpace(this.here()) && this.here() !== '>'; this.at++) value += this.here().toLowerCase();
    return value;
  }

  private spaces(): void {
    while (isSpace(this.here())) this.at++;
  }

  private here(): string {
    const sign = this.source[this.at];
    if (sign === undefined) throw new OutOfBytes();
    return sign;
  }

  private find(words: string, from: number): number {
    const found = this.source.indexOf(words, from);
    if (found < 0) throw new OutOfBytes();
    return found;
  }
}

/** "Extract a character encoding from a meta element", as far as the label. */
function labelInContent(content: string): string | null {
  const [, value] = /charset[\t\n\f\r ]*=[\t\n\f\r ]*(.*)$/is.exec(content) ?? [];
  if (value === undefined) return null;
  const quoted = /^(["'])(.*?)\1/s.exec(value);
  if (quoted) return quoted[2] ?? null;
  return /^["']/.test(value) ? null : (/^[^\t\n\f\r ;]*/.exec(value)?.[0] ?? null);
}

/** "Get an XML encoding". */
function xmlEncoding(source: string): string | null {
  const [declaration] = /^<\?xml[^>]*>/.exec(source) ?? [];
  const [, , label] = /encoding[\0-\x20]*=[\0-\x20]*(["'])(.*?)\1/.exec(declaration ?? '') ?? [];
  // oxlint-disable-next-line no-control-regex -- The standard names the bytes.
  return label === undefined || /[\0-\x20]/.test(label) ? null : declaredAs(encodingOfLabel(label));
}

/** A declaration that can be read byte by byte is in no encoding of two bytes. */
function declaredAs(encoding: string | null): string | null {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? 'utf-8' : encoding;
}
