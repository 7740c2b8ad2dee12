import { describe, expect, it } from 'vitest';
import type { DocumentPassage } from '../../../shared/queries/document-view.ts';
import { coverageOf } from '../../../shared/reading/coverage.ts';
import { markingsOf } from '../markings.ts';
import { countSentences } from './counting.ts';
import { coverBar, coverOfLine, drawer, type CoveredSentence } from './drawn.ts';
import { readingOf } from './reading.ts';

const TEXT = Array.from({ length: 200 }, (_, line) => `Sentence ${line} of many, he said.`).join('\n');
const READING = readingOf({ text: TEXT, blocks: [], pages: [], language: 'en' });
const { sentences, hints } = countSentences(READING);

const passage = (start: number, end: number, ref = 'MIL-001'): DocumentPassage => ({
  passageId: `p${start}`,
  allegationId: `a${start}`,
  ref,
  state: 'unverified',
  doubt: null,
  start,
  end,
});

const account = (passages: readonly DocumentPassage[]) => ({
  sentences,
  hints,
  coverage: coverageOf(TEXT, sentences, passages),
});
const markings = (passages: DocumentPassage[]) =>
  markingsOf({ passages, marks: [], queries: [] }, null, READING.positions);

describe('drawer', () => {
  it('draws nothing again that did not change, and only the chunk that did', () => {
    const draw = drawer();
    const first = draw(READING, [], account([]));
    expect(first.length).toBeGreaterThan(3);
    expect(draw(READING, [], account([]))).toEqual(first);
    const passages = [passage(0, 12)];
    const second = draw(READING, markings(passages), account(passages));
    expect(second.map((each, index) => each === first[index])).toEqual([
      false,
      ...first.slice(1).map(() => true),
    ]);
    // What comes anew from main with the same in it is the same.
    const again = draw(READING, markings([passage(0, 12)]), account([passage(0, 12)]));
    expect(again.every((each, index) => each === second[index])).toBe(true);
    const named = [passage(0, 12, 'MIL-002')];
    expect(draw(READING, markings(named), account(named))[0]).not.toBe(again[0]);
  });

  it('has a marking that reaches over chunks in each of them', () => {
    const { to } = READING.chunks[0] ?? { to: 0 };
    const drawn = drawer()(READING, markings([passage(to - 5, to + 5)]), account([]));
    expect(drawn.map(({ marks }) => marks.length).slice(0, 3)).toEqual([1, 1, 0]);
  });
});

const covered = (cover: CoveredSentence['cover'], from: number, to: number): CoveredSentence => ({
  cover,
  from,
  to,
  hint: false,
});

describe('the margin of a line', () => {
  it('is as far as the least of its sentences, and nothing where none counts', () => {
    expect(coverOfLine([covered('checked', 0, 5), covered('untouched', 5, 9)])).toBe('untouched');
    expect(coverOfLine([covered('checked', 0, 5), covered('partly', 5, 9)])).toBe('partly');
    expect(coverOfLine([covered('checked', 0, 5), covered(null, 5, 9)])).toBe('checked');
    expect(coverOfLine([covered(null, 0, 9)])).toBeNull();
    expect(coverBar(0, 9, [covered(null, 0, 9)])).toBeNull();
  });

  it('has a stroke for each sentence, at its share of the line, told apart by width and pattern', () => {
    const bar = coverBar(0, 100, [covered('checked', 0, 50), covered('untouched', 50, 100)]) ?? '';
    expect(bar).toContain('50% 0.00% / 5px calc(50.00% - 2px)');
    expect(bar).toContain('50% 100.00% / 2px calc(50.00% - 2px)');
    expect(bar.match(/repeating-linear-gradient/gu)).toHaveLength(1);
  });
});
