import { expect, it } from 'vitest';
import { paragraphOf, spanOf } from './span-of.ts';

it('finds words and counts in code points', () => {
  expect(spanOf('a 🕊 b', 'b')).toEqual({ start: 4, end: 5 });
  expect(spanOf('a 🕊 b', '🕊 b')).toEqual({ start: 2, end: 5 });
});

it('refuses words that are absent, empty or said twice', () => {
  expect(() => spanOf('one two', 'three')).toThrow('does not say');
  expect(() => spanOf('one two', '')).toThrow('does not say');
  expect(() => spanOf('aaa', 'aa')).toThrow('more than once');
});

it('counts paragraphs below the headline', () => {
  expect(paragraphOf('Headline\n\nFirst.\n\nSecond.\n', 'First')).toBe(1);
  expect(paragraphOf('Headline\n\nFirst.\n\nSecond.\n', 'Second')).toBe(2);
});
