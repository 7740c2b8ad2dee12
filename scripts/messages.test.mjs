/**
 * The words and the code that speaks them belong together: every message the sources ask for is there, and no message
 * of the interface, the menus, the report or the command line is there for nothing.
 */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './common.mjs';

/** One namespace per file: `history-view.json` is `historyView` (shared/messages/en/index.ts). */
const folder = path.join(root, 'shared/messages/en');
const messages = Object.fromEntries(
  fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [
      path.basename(name, '.json').replace(/-(\w)/gu, (_, letter) => letter.toUpperCase()),
      JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')),
    ]),
);

/** The keys of all messages; the forms of a plural are one key. */
function keysOf(value, key) {
  if (typeof value === 'string') return [key.replace(/_(zero|one|two|few|many|other)$/u, '')];
  return Object.entries(value).flatMap(([name, inner]) =>
    keysOf(inner, key === '' ? name : `${key}.${name}`),
  );
}
const keys = [...new Set(keysOf(messages, ''))];
const known = new Set(keys);

/** What is at a path of keys: a message, an object of messages, or undefined. */
const at = (dotted) => dotted.split('.').reduce((value, name) => value?.[name], messages);

/** The sources that speak, without tests: [path, text]. */
const sources = ['shared', 'electron', 'renderer'].flatMap((part) =>
  fs
    .readdirSync(path.join(root, part), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(part, name).replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/u.test(name) && !/\.test\.tsx?$|\/testing\//u.test(name))
    .map((name) => [name, fs.readFileSync(path.join(root, name), 'utf8')]),
);

/**
 * Reads a string or template that begins at `start`. Answers where it ends, what it says, and the expressions in it;
 * in `pattern` each of them is a hole.
 */
function readLiteral(text, start) {
  const quote = text[start];
  const parts = [''];
  let at = start + 1;
  while (at < text.length && text[at] !== quote) {
    if (quote === '`' && text.startsWith('${', at)) {
      at = endOfExpression(text, at + 2) + 1;
      parts.push('');
      continue;
    }
    if (text[at] === '\\') at++;
    parts[parts.length - 1] += text[at++];
  }
  return { end: at + 1, parts };
}

/** Where the expression that begins at `start` ends: at a bracket that closes more than it opened, or at a comma. */
function endOfExpression(text, start, literals = []) {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const sign = text[at];
    if (sign === "'" || sign === '"' || sign === '`') {
      const literal = readLiteral(text, at);
      literals.push(literal.parts);
      at = literal.end;
      continue;
    }
    if (depth === 0 && (sign === ',' || sign === ')' || sign === '}' || sign === ']')) return at;
    if ('([{'.includes(sign)) depth++;
    if (')]}'.includes(sign)) depth--;
    at++;
  }
  return at;
}

/** Where a message is asked for: the translator, the report's way of it, and a word that is translated later. */
const ASKING = /\bt\(\s*|\bsay\(\s*t,\s*|\bword:\s*/gu;

/** What the sources ask for: the file, and the key in parts, with a hole between one part and the next. */
const asked = sources.flatMap(([file, text]) =>
  [...text.matchAll(ASKING)].flatMap((found) => {
    const start = found.index + found[0].length;
    const literals = [];
    const end = endOfExpression(text, start, literals);
    const alone = literals.length === 1 && /^(?:'[^']*'|`[^`]*`)$/u.test(text.slice(start, end).trim());
    // In a condition other strings stand beside the keys, some named like a file; alone, a string must be a key.
    return literals
      .filter(([first]) => alone || (first.includes('.') && Object.hasOwn(messages, first.split('.')[0])))
      .map((parts) => ({ file, parts, written: parts.join('${…}') }));
  }),
);
const literal = asked.filter(({ parts }) => parts.length === 1);
const built = asked
  .filter(({ parts }) => parts.length > 1)
  .map((each) => ({
    ...each,
    pattern: new RegExp(`^${each.parts.map(escaped).join('(.+)')}$`, 'u'),
  }));

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

describe('the messages', () => {
  test('are asked for in every part of the product, so this test reads what it should', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(literal.length).toBeGreaterThan(250);
    expect(built.length).toBeGreaterThan(40);
    const parts = new Set(asked.map(({ file }) => file.split('/').slice(0, 2).join('/')));
    for (const part of ['electron/cli', 'electron/menu.ts', 'renderer/inspector', 'shared/report']) {
      expect(parts).toContain(part);
    }
  });

  test('that are asked for by name are there', () => {
    expect(
      literal.filter(({ parts: [key] }) => !known.has(key)).map(({ file, written }) => `${file}: ${written}`),
    ).toEqual([]);
  });

  test('that are asked for by a name put together are there', () => {
    const lost = built.filter(({ parts: [prefix], pattern }) => {
      const inObject = !prefix.endsWith('.') || typeof at(prefix.slice(0, -1)) === 'object';
      return !inObject || !keys.some((key) => pattern.test(key));
    });
    expect(lost.map(({ file, written }) => `${file}: ${written}`)).toEqual([]);
  });
});

describe('no message is there for nothing', () => {
  const code = sources.map(([, text]) => text).join('\n');
  const named = new Set(literal.map(({ parts: [key] }) => key));
  /** What stands in a hole must be said by the code: as a string of its own, or as the name of a field. */
  const isSaid = (word) => new RegExp(`'${escaped(word)}'|^\\s*'?${escaped(word)}'?:`, 'mu').test(code);
  const isUsed = (key) =>
    named.has(key) ||
    built.some(({ pattern }) => {
      const holes = pattern.exec(key)?.slice(1);
      return holes?.every(isSaid) ?? false;
    });

  const PARTS = [
    'frame',
    'welcome',
    'document',
    'versions',
    'suggestions',
    'board',
    'inspector',
    'historyView',
    'reportView',
    'menu',
    'cli',
    'report',
    'wording',
    'annotated',
  ];
  test.each(PARTS)('%s', (part) => {
    const mine = keys.filter((key) => key.startsWith(`${part}.`));
    expect(mine.length).toBeGreaterThan(3);
    expect(mine.filter((key) => !isUsed(key))).toEqual([]);
  });
});
