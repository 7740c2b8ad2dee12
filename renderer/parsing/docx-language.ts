import { recognisedLanguage } from '../../shared/text/language.ts';

/** Word keeps three languages of each run: of letters, of East Asian characters, of scripts from right to left. */
type Slot = 'val' | 'eastAsia' | 'bidi';

/**
 * The language that a Word document declares: as a whole (`dc:language`), or that most of its runs have (`w:lang`). What
 * its style sheet has is only what Word was set to: it serves where the text cannot be recognised. Null when none.
 */
export function docxLanguage(
  { document, styles, core }: { document: string; styles: string; core: Document | null },
  text: string,
): string | null {
  const whole = core?.getElementsByTagName('dc:language')[0]?.textContent?.trim() ?? '';
  if (whole !== '') return whole;
  const slot = slotOf(text);
  const ofRuns = commonest(languagesIn(document, slot));
  if (ofRuns !== null) return ofRuns;
  return recognisedLanguage(text) === null ? (languagesIn(styles, slot)[0] ?? null) : null;
}

function slotOf(text: string): Slot {
  const sample = text.slice(0, 4096);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const half = count(/\p{L}/gu) / 2;
  if (count(/[\p{Script=Hani}\p{Script=Hira}\p{Script=Kana}\p{Script=Hang}]/gu) > half) return 'eastAsia';
  return count(/[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}]/gu) > half ? 'bidi' : 'val';
}

function languagesIn(xml: string, slot: Slot): string[] {
  const attribute = new RegExp(`\\bw:${slot}="([A-Za-z0-9-]{2,35})"`);
  return Array.from(xml.matchAll(/<w:lang\b[^>]{0,500}>/g)).flatMap(
    ([tag]) => attribute.exec(tag)?.[1] ?? [],
  );
}

function commonest(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [first] = Array.from(counts).toSorted(([, a], [, b]) => b - a);
  return first?.[0] ?? null;
}
