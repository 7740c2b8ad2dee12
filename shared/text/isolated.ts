import { RIGHT_TO_LEFT_SCRIPTS } from './direction.ts';

/** Embeddings and overrides, isolates, and what ends either (UAX 9, 2). */
export const DIRECTING = /[\u202a-\u202e\u2066-\u2069]/;

const [POP, FIRST_STRONG, POP_ISOLATE] = ['\u202c', '\u2068', '\u2069'];

/**
 * Text for a line in which other text stands, so that its direction changes nothing but itself (UAX 9): text from right
 * to left is isolated, whatever it turns round and leaves open is closed, and an end of an isolate that it never began
 * is replaced by U+FFFD, since it would end the one around it. Other text stays as it is.
 */
export function isolated(text: string): string {
  if (!DIRECTING.test(text)) return RIGHT_TO_LEFT_SCRIPTS.test(text) ? around(text) : text;
  const open: string[] = [];
  let told = '';
  for (const character of text) {
    told += character;
    if (/[\u202a\u202b\u202d\u202e]/.test(character)) open.push(POP);
    else if (/[\u2066-\u2068]/.test(character)) open.push(POP_ISOLATE);
    else if (character === POP && open.at(-1) === POP) open.pop();
    else if (character === POP_ISOLATE) {
      const isolate = open.lastIndexOf(POP_ISOLATE);
      if (isolate === -1) told = `${told.slice(0, -1)}\uFFFD`;
      else open.length = isolate;
    }
  }
  return around(told + open.reverse().join(''));
}

function around(text: string): string {
  return FIRST_STRONG + text + POP_ISOLATE;
}
