import { describe, expect, it } from 'vitest';
import type { Case } from '../../case/case.ts';
import { documentTitles } from '../../queries/document-view.ts';
import { sampleCase } from '../../samples/foreign-fighters.ts';
import { workedExample } from '../../samples/worked-example.ts';
import { caseWith, caseWithAllegation, newest, testContext } from '../../testing/case-with.ts';
import { NAUGHTY } from '../../testing/dice.ts';
import { t } from '../check-page.ts';
import { EDITIONS, type Edition } from '../../case/words.ts';
import { readMarkdown } from '../read-markdown.ts';
import { annotatedData } from './annotated-data.ts';
import { annotatedMarkdown } from './annotated-markdown.ts';
import { aboutTests } from './check-annotated.ts';

function markdownOf(kase: Case, edition: Edition = 'checking'): string {
  const data = annotatedData(kase, documentTitles(kase)[0]?.id ?? '', aboutTests(edition));
  if (!data) throw new Error('there is no document');
  return annotatedMarkdown(data, t);
}

const REFERENCE = /(?<!\\)\[\^(Q?\d+)\](: )?/g;
/** What a reader sees of each line, with references gone. Throws where a line is anything but what it was meant to be. */
const read = (text: string): string[] => readMarkdown(text.replace(REFERENCE, '')).map((line) => line.text);
const bare = (text: string): string =>
  text.replace(/[\s⟦⟧◌✓⊘?≈∅\u2068\u2069\u202c⏎]+|Q\d|(?<=[◌✓⊘])\d+/gu, '');

describe.each([
  ['the sample', (): Case => sampleCase(testContext())],
  ['the worked example', (): Case => workedExample(testContext()).kase],
])('the Markdown of %s', (_, make) => {
  it.each(EDITIONS)('has a footnote for each reference, each once, and closes every mark (%s)', (edition) => {
    const text = markdownOf(make(), edition);
    expect(markdownOf(make(), edition)).toBe(text);
    const found = [...text.matchAll(REFERENCE)];
    const defined = found.filter(([, , colon]) => colon !== undefined).map(([, name]) => name);
    const named = found.filter(([, , colon]) => colon === undefined).map(([, name]) => name);
    expect(defined.toSorted()).toEqual([...new Set(named)].toSorted());
    expect(text.split('⟦').length).toBe(text.split('⟧').length);
    expect(read(text).length).toBeGreaterThan(20);
  });

  it('has every word of the text', () => {
    const kase = make();
    const all = bare(read(markdownOf(kase)).join(''));
    for (const line of newest(kase, 'documents').text.split('\n')) {
      const words = line.split(/\s+/u).filter((word) => /^\p{L}+$/u.test(word));
      for (const word of words) expect(all).toContain(word);
    }
  });
});

it.each(NAUGHTY.filter((text) => text.trim() !== ''))('%j is text and never markup', (words) => {
  const bench = caseWith({
    type: 'add-document',
    title: null,
    text: `${words} and on.`,
    format: 'text',
    fileName: null,
  });
  const { id } = newest(bench.kase, 'documents');
  const passage = { documentId: id, start: 0, end: [...words].length };
  bench.run({ type: 'record-allegation', statement: words, claimant: null, passage });
  expect(() => read(markdownOf(bench.kase))).not.toThrow();
});

it('tells apart what is not found any more, with its footnote', () => {
  const { kase, run, documentId } = caseWithAllegation();
  const anew = { title: null, format: 'text', fileName: null } as const;
  run({ type: 'add-version', previousId: documentId, text: 'Something else altogether.', ...anew });
  const text = markdownOf(kase);
  expect(text).not.toContain('⟦Something');
  expect(read(text)).toContain('The mill burned down 🔥 on Monday.');
  expect([...text.matchAll(REFERENCE)]).toHaveLength(2);
});
