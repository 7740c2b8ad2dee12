import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FOREIGN_FIGHTERS_ALLEGATIONS } from './foreign-fighters-allegations.ts';
import { FOREIGN_FIGHTERS_TEXT } from './foreign-fighters-article.ts';

/** How many words in a row may be the same by chance. */
const RUN = 6;
const SEED = resolve(import.meta.dirname, '../../..', 'shared', 'seed', 'article.txt');

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? [];
}

function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_, at) => words.slice(at, at + RUN).join(' '));
}

const absent = !existsSync(SEED);
if (absent)
  console.log('Skipped: ../shared/seed/article.txt, the report that the sample follows, is absent.');

describe.skipIf(absent)('the sample’s words are its own', () => {
  const seed = absent ? '' : readFileSync(SEED, 'utf8');
  const seedRuns = new Set(runsOf(seed));
  const seedWords = wordsOf(seed).join(' ');

  it('shares no run of six words with the report it follows, outside quotations', () => {
    expect(seedRuns.size).toBeGreaterThan(100);
    const written = [FOREIGN_FIGHTERS_TEXT, ...stringsIn(FOREIGN_FIGHTERS_ALLEGATIONS)];
    // The words of a quotation also stand alone, as a passage or as the words of an answer.
    const quotations = quotationsIn(FOREIGN_FIGHTERS_TEXT).map((quotation) => wordsOf(quotation).join(' '));
    const shared = written
      .flatMap((text) => text.split(/“[^”]*”/u))
      .flatMap(runsOf)
      .filter((run) => seedRuns.has(run) && !quotations.some((quotation) => quotation.includes(run)));
    expect(shared).toEqual([]);
  });

  it('quotes exactly', () => {
    const quotations = quotationsIn(FOREIGN_FIGHTERS_TEXT);
    expect(quotations.length).toBeGreaterThan(5);
    for (const quotation of quotations) expect(seedWords).toContain(wordsOf(quotation).join(' '));
  });
});

function quotationsIn(text: string): string[] {
  return [...text.matchAll(/“([^”]*)”/gu)].map((match) => match[1] ?? '');
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
