import type { PageFacts } from './page-facts.ts';

/** Texts that were read back from a form, compared with what was written. */

/** Letters and signs alone: how a form breaks its lines is its own matter, as are marks of direction. */
export const bare = (text: string): string =>
  plain(text).replace(/[\s\u00AD\u200B-\u200F\u202A-\u202E\u2066-\u2069]/gu, '');
/** Fonts draw some letters and radicals alike; which was meant stands beside in the PDF, where not every program looks. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll('⻓', '长');

// oxlint-disable-next-line no-control-regex -- what a font does not say
const RTL_WORDS = /[\p{Script=Arabic}\p{Script=Hebrew}\u0000]+/gu;
const sorted = (word: string): string => Array.from(word).sort().join('');

/**
 * What of these texts is not in a text that was read from a PDF. A line from right to left is drawn from left to right, and
 * programs turn it round again as well as they can, letters that are drawn as one not always: of such a text every word
 * has to be there with all its letters, in whatever order; of any other one all of it, as it is. Of letters drawn as one some
 * fonts do not say which they are, and give a zero for each: the PDF says it beside, where this reader does not look.
 */
export function missingFrom(read: string, texts: readonly string[]): string[] {
  const letters = bare(read);
  const words = new Set((plain(read).match(RTL_WORDS) ?? []).map(sorted));
  const unsaid = [...words].filter((word) => word.includes('\u0000'));
  return texts.flatMap((text) => {
    const own = plain(text).match(RTL_WORDS);
    if (own)
      return own.filter((word) => !words.has(sorted(word)) && !unsaid.some((each) => mayBe(each, word)));
    return letters.includes(bare(text)) ? [] : [bare(text)];
  });
}

/** Whether a word that was read, with a zero for each letter that is not said, may be that word. */
function mayBe(read: string, word: string): boolean {
  const left = Array.from(word);
  for (const letter of read.replaceAll('\u0000', '')) {
    const at = left.indexOf(letter);
    if (at === -1) return false;
    left.splice(at, 1);
  }
  return left.length === read.split('\u0000').length - 1;
}

/**
 * Where the order of the PDF is not that of the page, letter by letter; '' if it is. Looked at are the letters from left to
 * right, see missingFrom(). A table that goes on on the next page has its head once more there.
 */
export function strayFrom(page: PageFacts, texts: readonly string[]): string {
  const letters = (text: string): string =>
    plain(text)
      .toLowerCase()
      .replace(/[^\p{L}]|[\p{Script=Arabic}\p{Script=Hebrew}]/gu, '');
  const heads = page.heads.map(letters);
  const wanted = letters(page.text);
  let read = letters(texts.join(''));
  for (;;) {
    let at = 0;
    while (at < wanted.length && read[at] === wanted[at]) at++;
    if (at === wanted.length && at === read.length) return '';
    // The head may begin with the very letters that should stand here.
    const again = heads
      .flatMap((head) => Array.from(head, (_, back) => ({ head, start: at - back })))
      .find(({ head, start }) => start >= 0 && read.startsWith(head, start));
    if (!again) return `${read.slice(at, at + 40)} instead of ${wanted.slice(at, at + 40)}`;
    read = read.slice(0, again.start) + read.slice(again.start + again.head.length);
  }
}
