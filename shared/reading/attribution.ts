import {
  ALSO_NOUNS,
  BEFORE_CONTENT,
  BETWEEN,
  HEDGES,
  MADE_A_CLAIM,
  NOT_ADVERBS,
  PASSIVE,
  SAYING,
} from './attribution-words.ts';
import { apartFrom } from './span.ts';
import {
  MASK,
  speakerAfter,
  speakerBefore,
  tokensOf,
  type Mention,
  type Names,
  type Speaker,
  type Token,
} from './speakers.ts';

/** That somebody says something, in UTF-16 units of the sentence. */
export interface Attribution {
  /** The words that say so: “Zelensky noted”, “According to Zelensky”, “reportedly”. */
  start: number;
  end: number;
  /** Null when the sentence does not name anybody, or says that somebody does not say it. */
  speaker: Speaker | null;
  /** Where what is said begins, when it follows; null when it stands before, or is not clear. */
  content: number | null;
}

/**
 * The attributions of a sentence in order. Its quotations are masked (`MASK`), since who speaks within a quotation
 * is not who is quoted. English.
 */
export function attributionsIn(sentence: string, names: Names): Attribution[] {
  const tokens = tokensOf(sentence);
  const found: Attribution[] = [];
  for (const at of tokens.keys()) {
    const attribution =
      accordingTo(sentence, tokens, at, names) ??
      labelled(tokens, at, names) ??
      nounOf(tokens, at, names) ??
      verbAt(sentence, tokens, at, names);
    if (attribution && attribution.start >= (found.at(-1)?.end ?? 0)) found.push(attribution);
  }
  const hedges = Array.from(sentence.matchAll(HEDGES), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    speaker: null,
    content: null,
  }));
  return [...found, ...apartFrom(found, hedges)].sort((a, b) => a.start - b.start);
}

/** “According to Zelensky, …” */
function accordingTo(
  sentence: string,
  tokens: readonly Token[],
  at: number,
  names: Names,
): Attribution | null {
  const [according, to] = [tokens[at], tokens[at + 1]];
  if (!according || !/^according$/i.test(according.text) || to?.text !== 'to') return null;
  const mention = speakerAfter(tokens, at + 2, names);
  // Up to a comma, but not far: “according to the latest figures of the ministry, …”
  const near = tokens.slice(at, at + 15).find((token) => /^[,.;:]$/.test(token.text));
  const named = near ? sentence.slice(to.end, near.start).trim() : '';
  const other: Speaker | null = /\p{L}/u.test(named)
    ? { kind: 'named', name: named.replace(/^(?:the|an?)\s/i, ''), person: false }
    : null;
  return {
    start: according.start,
    end: near?.start ?? to.end,
    speaker: mention?.speaker ?? other,
    content: near?.text === ',' && at === 0 ? near.end : null,
  };
}

/** “Zelensky: “…””, as interviews are printed. */
function labelled(tokens: readonly Token[], at: number, names: Names): Attribution | null {
  const [first, colon, next] = [tokens[0], tokens[at], tokens[at + 1]];
  if (!first || colon?.text !== ':' || at === 0 || at > 5 || !next?.text.startsWith(MASK)) return null;
  const mention = speakerBefore(tokens, at - 1, names);
  if (mention?.start !== first.start) return null;
  return { start: first.start, end: colon.end, speaker: mention.speaker, content: next.start };
}

/** “the allegation from Kyiv”, “a statement by the ministry” */
function nounOf(tokens: readonly Token[], at: number, names: Names): Attribution | null {
  const [noun, of] = [tokens[at], tokens[at + 1]];
  if (!noun || !/^(?:claim|allegation|accusation|assertion|statement|denial|estimate)s?$/.test(noun.text))
    return null;
  if (!of || !/^(?:from|by)$/.test(of.text)) return null;
  const mention = speakerAfter(tokens, at + 2, names);
  return mention && { start: noun.start, end: mention.end, speaker: mention.speaker, content: null };
}

function verbAt(sentence: string, tokens: readonly Token[], at: number, names: Names): Attribution | null {
  const verb = tokens[at];
  const length = verb ? sayingAt(sentence, verb) : 0;
  if (!verb || length === 0) return null;
  const { before, passive, negated } = between(tokens, at);
  const by = tokens[at + 1]?.text === 'by';
  if (by || (passive && !/^(?:asked|told|called|promised|posted|written)$/.test(verb.text))) {
    const mention = by ? speakerAfter(tokens, at + 2, names) : null;
    return {
      start: verb.start,
      end: mention?.end ?? verb.end,
      speaker: mention?.speaker ?? null,
      content: null,
    };
  }
  const previous = tokens[before];
  if (passive || !previous) return null;
  // “their alleged crimes”, “Kyiv’s claims”: no verb.
  if (/[’']s?$/u.test(previous.text) || /s[’']$/u.test(sentence.slice(previous.start, previous.end + 1)))
    return null;
  const subject = subjectOf(tokens, before, at, names);
  if (!subject) return null;
  return {
    start: Math.min(subject.start, verb.start),
    end: Math.max(subject.end, verb.start + length),
    speaker: negated ? null : subject.speaker,
    content: contentOf(sentence, tokens, at),
  };
}

/** The length of the verb of saying that stands here, with its noun where only both say so; 0 when it is none. */
function sayingAt(sentence: string, { text, start, end }: Token): number {
  const condition = Object.hasOwn(BEFORE_CONTENT, text) ? BEFORE_CONTENT[text] : undefined;
  if (condition) return condition.test(sentence.slice(end, end + 20).trimStart()) ? text.length : 0;
  if (SAYING.has(text) || ALSO_NOUNS.has(text)) return text.length;
  return MADE_A_CLAIM.exec(sentence.slice(start, start + 60))?.[0].length ?? 0;
}

/** Goes back over what may stand between somebody and the verb. */
function between(
  tokens: readonly Token[],
  at: number,
): { before: number; passive: boolean; negated: boolean } {
  let [passive, negated] = [false, false];
  let before = at - 1;
  for (; before >= 0; before--) {
    const word = tokens[before]?.text ?? '';
    const isAdverb = /^\p{Ll}+ly$/u.test(word) && !NOT_ADVERBS.has(word);
    const isNot = /^(?:not|never|\p{Ll}+n[’']t)$/u.test(word);
    if (!isAdverb && !isNot && !BETWEEN.has(word)) break;
    if (PASSIVE.has(word)) passive = true;
    if (isNot) negated = true;
  }
  return { before, passive, negated };
}

/** So many words may stand between commas within what belongs to a name. */
const FARTHEST = 16;

/** Who does what the verb at `at` says; `before` is what stands before it, adverbs and the like left out. */
function subjectOf(tokens: readonly Token[], before: number, at: number, names: Names): Mention | null {
  const previous = tokens[before];
  if (!previous) return null;
  // “…,” said Zelensky. So said Zelensky.
  const comma = previous.text === ',';
  if (
    /^(?:so|thus)$/i.test(previous.text) ||
    previous.text.startsWith(MASK) ||
    (comma && tokens[before - 1]?.text.startsWith(MASK))
  )
    return speakerAfter(tokens, at + 1, names);
  // Zelensky, who …, said; Lin Jian, a spokesman, said
  if (comma || /^[—–]$/u.test(previous.text)) {
    const from = Math.max(0, before - FARTHEST);
    const opening = tokens.slice(from, before).findLastIndex((token) => token.text === previous.text);
    return opening >= 0 ? speakerBefore(tokens, from + opening - 1, names) : null;
  }
  if (/^(?:who|which)$/.test(previous.text))
    return speakerBefore(tokens, tokens[before - 1]?.text === ',' ? before - 2 : before - 1, names);
  return speakerBefore(tokens, before, names);
}

/** What follows a verb of saying and is not yet what is said: when, where, to whom, of what. */
const NO_CONTENT =
  /^(?:(?:in|on|to|of|during|by|after|before|with|for|it|so|this|earlier|later|yesterday|today)\b|(?:at|about|as)\b(?! (?:least|most|many|few|\d))|[\p{P}$]|\p{Lu}\p{Ll}+day\b)/u;

/** Where what is said begins behind the verb: after “that”, or at once when nothing else follows. */
function contentOf(sentence: string, tokens: readonly Token[], at: number): number | null {
  const [verb, next, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!verb || !next) return null;
  if (next.text === 'that') return after?.start ?? null;
  if (
    /^(?:sa(?:id|ys?)|claim(?:s|ed)?|alleg(?:es?|ed)|believe[sd]?|estimate[sd]?|insist(?:s|ed)?)$/.test(
      verb.text,
    )
  )
    return NO_CONTENT.test(sentence.slice(next.start, next.start + 20)) ? null : next.start;
  const made = MADE_A_CLAIM.exec(sentence.slice(verb.start, verb.start + 60))?.[0].length ?? 0;
  const that =
    made > 0 ? /^ that (?=\S)/.exec(sentence.slice(verb.start + made, verb.start + made + 7)) : null;
  return that ? verb.start + made + that[0].length : null;
}
