import { FORMAT, FORMAT_VERSION } from '../case/case-text.ts';
import type { Case } from '../case/case.ts';
import { CaseBuilder, LIST_NAMES, type ListName } from './build-case.ts';
import { isPlain } from './check-json.ts';

/**
 * Reads a case file line by line, in the layout that caseText() writes: so a large case opens in pieces between which
 * the window stays alive, and sooner than as one text. It takes only what openCase() would take, to the same case. To
 * anything else, be it another layout, an older version or a damaged record, it says no; then the file is to be read
 * whole, which names what is wrong.
 */
export class LineReader {
  private readonly builder = new CaseBuilder();
  private readonly seen = new Set<string>();
  private within: 'nothing' | 'file' | 'list' | 'past the end' = 'nothing';
  private list: ListName = 'history';
  /** What the last line leaves open: after a comma something must follow, after a value without one nothing may. */
  private left: 'start' | 'comma' | 'value' = 'start';

  /** Both are the file's: its bytes, which must be UTF-8, and what makes text of those from `start` to before `end`. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly textOf: (start: number, end: number) => string,
  ) {}

  /** Takes the next line: where it begins, and where its line feed is. Answers whether it can go on. */
  take(start: number, lineEnd: number): boolean {
    const comma = this.bytes[lineEnd - 1] === COMMA;
    const end = comma ? lineEnd - 1 : lineEnd;
    const sign = end - start === 1 ? this.bytes[start] : undefined;
    switch (this.within) {
      case 'nothing':
        this.within = 'file';
        return sign === OPENING && !comma;
      case 'file':
        if (sign !== CLOSING) return this.left !== 'value' && this.takeField(start, end, comma);
        this.within = 'past the end';
        return this.left === 'value' && !comma;
      case 'list':
        if (sign === CLOSING_LIST) return this.endList(comma);
        return this.left !== 'value' && this.takeValue(start, end, comma);
      case 'past the end':
        return false;
    }
  }

  /** The case, after the last line; null when the file has to be read whole. */
  finish(): Case | null {
    if (this.within !== 'past the end' || !this.seen.has('format') || !this.seen.has('formatVersion'))
      return null;
    const built = this.builder.finish();
    return built.ok ? built.value : null;
  }

  private takeField(start: number, end: number, comma: boolean): boolean {
    const text = this.textOf(start, end);
    if (text.endsWith(': [')) {
      const name = this.newName(parsed(`{${text}]}`));
      if (name === null || !isListName(name) || comma) return false;
      this.within = 'list';
      this.list = name;
      this.left = 'start';
      this.builder.list(name);
      return true;
    }
    this.left = comma ? 'comma' : 'value';
    const field = parsed(`{${text}}`);
    const name = this.newName(field);
    if (name === null || !isPlain(field, 1, this.bytes, start, end)) return false;
    const value = (field as Record<string, unknown>)[name];
    if (name === 'format') return value === FORMAT;
    if (name === 'formatVersion') return value === FORMAT_VERSION;
    if (!isListName(name)) this.builder.field(name, value);
    else if (Array.isArray(value) && value.length === 0) this.builder.list(name);
    else return false;
    return true;
  }

  /** The name in an object of one field; null when it is no such object, or when the name stood there before. */
  private newName(field: unknown): string | null {
    const [name, ...more] = Object.keys(field ?? {});
    if (name === undefined || more.length > 0 || this.seen.has(name)) return null;
    this.seen.add(name);
    return name;
  }

  private takeValue(start: number, end: number, comma: boolean): boolean {
    this.left = comma ? 'comma' : 'value';
    const value = parsed(this.textOf(start, end));
    return isPlain(value, 3, this.bytes, start, end) && this.builder.value(this.list, value) === null;
  }

  private endList(comma: boolean): boolean {
    const whole = this.left !== 'comma';
    this.within = 'file';
    this.left = comma ? 'comma' : 'value';
    return whole;
  }
}

const COMMA = 0x2c;
const OPENING = 0x7b;
const CLOSING = 0x7d;
const CLOSING_LIST = 0x5d;

function isListName(name: string): name is ListName {
  return LIST_NAMES.some((each) => each === name);
}

/** The value of a text; undefined, which JSON cannot say, when it is not JSON. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
