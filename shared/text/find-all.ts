/** So many units at most lead to the words that begin with them. */
const LEAD = 8;
const BASE = 0x01000193;

/**
 * Where each of many words stands in a text, in UTF-16 units and ascending, the first `most` places of each; overlapping
 * places count. One pass over the text for all words together (Karp and Rabin, "Efficient randomized pattern-matching
 * algorithms", 1987): thousands of separate searches in a book-length text would take seconds. Every place is compared
 * in full, so that equal hashes do no harm. An empty word stands nowhere. Places that do not count by `counts` are
 * passed over.
 */
export function findAll(
  text: string,
  words: Iterable<string>,
  most: number,
  counts: (word: string, at: number) => boolean = () => true,
): Map<string, number[]> {
  const places = new Map<string, number[]>();
  let lead = LEAD;
  for (const word of words) {
    places.set(word, []);
    if (word !== '') lead = Math.min(lead, word.length);
  }
  const byHash = new Map<number, string[]>();
  // Most places of a text begin no word: a table of flags answers that more cheaply than the map.
  const bits = Math.min(24, Math.max(10, 4 + Math.ceil(Math.log2(places.size + 1))));
  const flags = new Uint8Array(2 ** bits);
  const slot = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
  for (const word of places.keys()) {
    if (word === '') continue;
    let hash = 0;
    for (let at = 0; at < lead; at++) hash = (Math.imul(hash, BASE) + word.charCodeAt(at)) | 0;
    const others = byHash.get(hash);
    if (others) others.push(word);
    else byHash.set(hash, [word]);
    flags[slot(hash)] = 1;
  }
  let leaving = 1;
  for (let at = 0; at < lead; at++) leaving = Math.imul(leaving, BASE);
  let hash = 0;
  for (let end = 0; end < text.length; end++) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(end)) | 0;
    const start = end - lead + 1;
    if (start > 0) hash = (hash - Math.imul(leaving, text.charCodeAt(start - 1))) | 0;
    if (start < 0 || flags[slot(hash)] === 0) continue;
    const candidates = byHash.get(hash);
    if (!candidates) continue;
    let full = false;
    for (const word of candidates) {
      if (!text.startsWith(word, start) || !counts(word, start)) continue;
      const found = places.get(word) ?? [];
      if (found.length < most) found.push(start);
      if (found.length >= most) full = true;
    }
    // What has been found often enough is not compared again: a text of one letter would be compared for ever.
    if (full)
      byHash.set(
        hash,
        candidates.filter((word) => (places.get(word)?.length ?? 0) < most),
      );
  }
  return places;
}
