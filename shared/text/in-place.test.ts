import { expect, it } from 'vitest';
import { codePointLength } from './code-points.ts';
import { standingIn } from './in-place.ts';

const LINES = ['The storm came 🌊 at noon.', 'Nobody was hurt.', 'The roof was gone.', 'The town will help.'];
const spanOf = (text: string, words: string) => {
  const start = codePointLength(text.split(words)[0] ?? '');
  return { start, end: start + codePointLength(words) };
};

it.each<[string, string[], boolean]>([
  ['nothing changes', LINES, true],
  ['a paragraph comes before it', ['New.', ...LINES], true],
  ['one before it goes', LINES.slice(1), true],
  ['its own changes elsewhere', LINES.map((line) => line.replace('The roof was', 'And the roof was')), true],
  ['it goes to the end', [...LINES.filter((line) => !line.includes('roof')), 'The roof was gone.'], false],
  [
    'it comes to the beginning',
    ['The roof was gone.', ...LINES.filter((line) => !line.includes('roof'))],
    false,
  ],
])('of words in a paragraph, when %s', (_what, lines, stands) => {
  const [before, after] = [LINES.join('\n\n'), lines.join('\n\n')];
  expect(standingIn(before, after)(spanOf(before, 'roof was gone'), spanOf(after, 'roof was gone'))).toBe(
    stands,
  );
});
