import type { Paragraph, SentenceRead } from './paragraphs.ts';
import type { Speaker } from './speakers.ts';

type Named = Extract<Speaker, { kind: 'named' }>;
type Pronoun = Extract<Speaker, { kind: 'pronoun' }>;

/**
 * Who says what each sentence says, as far as the text is plain about it. A pronoun stands for the last claimant
 * that was named in its paragraph or the one before and that it can stand for; when several were named at once or
 * somebody else was named since, for nobody. A quotation without an attribution of its own has the speaker of the
 * sentence in which it begins or ends, or of the one right before it in the paragraph when that ends a quotation,
 * or leads to it with a colon.
 */
export function claimantsOf(paragraphs: readonly Paragraph[]): ReadonlyMap<SentenceRead, string> {
  const claimants = new Map<SentenceRead, string>();
  let before: Told[] = [];
  let last: SentenceRead | null = null;
  for (const paragraph of paragraphs) {
    if (paragraph.opens) [before, last] = [[], null];
    const here: Told[] = [];
    for (const sentence of paragraph.sentences) {
      const speakers = sentence.attributions.flatMap(({ speaker }) => (speaker ? [speaker] : []));
      const named = speakers.flatMap((speaker): Named[] => (speaker.kind === 'named' ? [speaker] : []));
      const [first] = speakers;
      const claimant =
        first?.kind === 'pronoun'
          ? meant(first, here.concat({ named: [], persons: sentence.persons }), before)
          : first;
      if (claimant) claimants.set(sentence, claimant.name);
      // Whom a pronoun stands for is who speaks, and whom the next one stands for.
      here.push({ named: named.length > 0 || !claimant ? named : [claimant], persons: sentence.persons });
    }
    inherit(paragraph, last, claimants);
    [before, last] = [here, paragraph.sentences.at(-1) ?? null];
  }
  return claimants;
}

/** What a sentence tells of people: who says something, and who is mentioned. */
interface Told {
  named: Named[];
  persons: string[];
}

/** Whom a pronoun stands for: named in its paragraph, `here`, or else in the one before. */
function meant(pronoun: Pronoun, here: readonly Told[], before: readonly Told[]): Named | null {
  const fits = ({ person, name }: Named): boolean =>
    pronoun.word === 'they' ? !person && name.endsWith('s') : pronoun.word === 'it' ? !person : person;
  const persons: string[] = [];
  for (const told of [here, before]) {
    for (let at = told.length - 1; at >= 0; at--) {
      const named = told[at]?.named.filter(fits) ?? [];
      const [found] = named;
      if (found) {
        const others = persons.concat(named.map(({ name }) => name)).filter((name) => name !== found.name);
        return others.length === 0 || (pronoun.word !== 'he' && pronoun.word !== 'she' && named.length === 1)
          ? found
          : null;
      }
      persons.push(...(told[at]?.persons ?? []));
    }
  }
  return null;
}

/** Gives the sentences of a quotation the speaker that the sentences around it name. */
function inherit(
  paragraph: Paragraph,
  before: SentenceRead | null,
  claimants: Map<SentenceRead, string>,
): void {
  const { sentences, quotations } = paragraph;
  for (const { first, last } of quotations) {
    const within = sentences.slice(first, last + 1);
    const previous = sentences[first - 1] ?? (first === 0 ? before : null);
    const own = within.map((sentence) => claimants.get(sentence)).find((name) => name !== undefined);
    const name = own ?? leadsTo(previous, first > 0, claimants) ?? follows(sentences[last + 1], claimants);
    if (name === undefined) continue;
    for (const sentence of within)
      if (!claimants.has(sentence) && isQuoted(sentence)) claimants.set(sentence, name);
  }
}

/** Whether a sentence is nothing but quoted words. */
function isQuoted({ words, from, quotations }: SentenceRead): boolean {
  const [quotation] = quotations;
  return quotation !== undefined && quotation.start <= from && quotation.end >= words.length - 1;
}

/**
 * The speaker of a sentence that leads to a quotation with a colon or, in one paragraph, has just quoted the same.
 */
function leadsTo(
  sentence: SentenceRead | null | undefined,
  sameParagraph: boolean,
  claimants: ReadonlyMap<SentenceRead, string>,
): string | undefined {
  if (!sentence) return undefined;
  const leads = sentence.words.endsWith(':') || (sameParagraph && sentence.quotations.length > 0);
  return leads ? claimants.get(sentence) : undefined;
}

/**
 * The speaker of a sentence that says of the quotation before it who it is by, and nothing else: “So said Lin
 * Jian.”
 */
function follows(
  sentence: SentenceRead | undefined,
  claimants: ReadonlyMap<SentenceRead, string>,
): string | undefined {
  if (!sentence || sentence.quotations.length > 0 || sentence.words.split(/\s+/).length > 6) return undefined;
  return claimants.get(sentence);
}
