import { expect, test } from 'vitest';
import { asksForVerb, ownArguments } from './arguments.ts';

test.each([
  ['from source', ['electron', '/stet', '--', 'Case.stet'], false, ['Case.stet']],
  ['from source, nothing given', ['electron', '--no-sandbox', '/stet'], false, []],
  ['installed', ['/opt/stet', 'Case.stet'], true, ['Case.stet']],
  [
    'installed, with switches for Chromium',
    ['/opt/stet', '--no-sandbox', '--user-data-dir=/d', 'list', 'C', '--json'],
    true,
    ['list', 'C', '--json'],
  ],
  ['installed, nothing given', ['/opt/stet', '--remote-debugging-port=9'], true, []],
])('%s', (_name, argv, packaged, expected) => {
  expect(ownArguments(argv, packaged)).toEqual(expected);
});

test('verbs are told from cases', () => {
  expect(asksForVerb(['list', 'Case.stet'])).toBe(true);
  expect(asksForVerb(['--version'])).toBe(true);
  expect(asksForVerb(['Case.stet'])).toBe(false);
  expect(asksForVerb([])).toBe(false);
});
