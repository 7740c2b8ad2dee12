import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Case } from '../case/case.ts';
import { FORMAT_VERSION } from '../case/case-text.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import { textOfCase } from '../testing/case-with.ts';
import { toWellFormed } from '../text/well-formed.ts';
import { openCase } from './open-case.ts';
import { LineReader } from './read-lines.ts';

const TEXT = readFileSync(resolve(import.meta.dirname, 'golden', `v${FORMAT_VERSION}.stet`), 'utf8');

/** What reading a text line by line gives; null when it has to be read whole. */
function byLines(text: string): Case | null {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const reader = new LineReader(bytes, (start, end) => decoder.decode(bytes.subarray(start, end)));
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    if (!reader.take(start, end)) return null;
    start = end + 1;
  }
  return reader.finish();
}

/** The same text without its line `at`, or with it twice, or with the next one before it. */
const spoilt = (lines: readonly string[], how: number, at: number): string => {
  const line = lines[at] ?? '';
  const next = lines[at + 1] ?? '';
  const changed = [
    [],
    [line, line],
    [next, line],
    [`${line},`],
    [line.replace(/,$/, '')],
    [`${line} `],
    [''],
  ];
  const instead = changed[how % changed.length] ?? [];
  return [...lines.slice(0, at), ...instead, ...lines.slice(at + (how % changed.length === 2 ? 2 : 1))].join(
    '\n',
  );
};

describe('read line by line', () => {
  it('a case is the same as read whole', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40, size: 'max' }), (numbers) => {
        const text = textOfCase(caseFrom(numbers).kase);
        const whole = openCase(text);
        expect(byLines(text)).toEqual(whole.ok && whole.value);
      }),
      { numRuns: 30 },
    );
  });

  it('so are one with lists that hold nothing, and one with fields that are not known', () => {
    const file = JSON.parse(TEXT) as Record<string, unknown>;
    const whole = openCase(TEXT);
    expect(whole.ok).toBe(true);
    expect(byLines(TEXT)).toEqual(whole.ok && whole.value);
    expect(Object.keys(byLines(TEXT)?.extra ?? {})).toEqual(whole.ok && Object.keys(whole.value.extra));
    const empty = TEXT.replace(/"reviews": \[\n[^\]]*\n\]/u, '"reviews": []');
    expect(file['reviews']).not.toEqual([]);
    expect(byLines(empty)?.records.reviews.size).toBe(0);
  });

  it('nothing is taken that is refused whole, and nothing is taken otherwise', () => {
    const lines = TEXT.split('\n');
    let taken = 0;
    for (let at = 0; at < lines.length; at++) {
      for (let how = 0; how < 7; how++) {
        const text = spoilt(lines, how, at);
        const read = byLines(text);
        if (!read) continue;
        taken++;
        const whole = openCase(text);
        expect(whole.ok && whole.value).toEqual(read);
      }
    }
    // Some are the same case still, such as one whose last line has no line feed.
    expect(taken).toBeGreaterThan(10);
  });

  it('nothing is taken that is refused whole, with any one of its signs missing', () => {
    for (let at = 0; at < TEXT.length; at += 47) {
      // Half a character cannot be in a file.
      const text = toWellFormed(TEXT.slice(0, at) + TEXT.slice(at + 1));
      const read = byLines(text);
      if (!read) continue;
      const whole = openCase(text);
      expect(whole.ok && whole.value).toEqual(read);
    }
  });

  it.each([
    ['another layout', JSON.stringify(JSON.parse(TEXT), null, 2)],
    ['carriage returns', TEXT.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${TEXT}`],
    ['an older version', TEXT.replace('"formatVersion": 4', '"formatVersion": 3')],
    ['a newer version', TEXT.replace('"formatVersion": 4', '"formatVersion": 5')],
    ['no format', TEXT.replace('"format": "stet-case",\n', '')],
    ['another format', TEXT.replace('"stet-case"', '"other"')],
    ['a list that is missing', TEXT.replace('"sources": [', '"springs": [')],
    ['a name that stands twice', TEXT.replace('"serious":true', '"serious":true,"serious":true')],
    [
      'a name that stands twice, once escaped',
      TEXT.replace('"serious":true', String.raw`"\u0073erious":true,"serious":true`),
    ],
    ['a field of the file that stands twice', TEXT.replace('"title":', '"title": "x",\n"title":')],
    ['a list that stands twice', TEXT.replace('"parties": [', '"parties": [],\n"parties": [')],
    ['a forbidden name', TEXT.replace('"serious":true', '"serious":true,"__proto__":{}')],
    ['a forbidden field of the file', TEXT.replace('"title":', '"constructor": 1,\n"title":')],
    [
      'nesting without reason',
      TEXT.replace('"serious":true', `"serious":true,"deep":${'['.repeat(70)}${']'.repeat(70)}`),
    ],
    ['something after the end', `${TEXT}{}\n`],
    ['nothing', ''],
    ['a line that is no field', TEXT.replace('{\n', '{\n3,\n')],
    ['two fields on a line', TEXT.replace('"title":', '"a": 1, "title":')],
    ['a link that leads nowhere', TEXT.replace(/"claimantId":"[^"]+"/u, '"claimantId":"nobody"')],
  ])('%s is left to be read whole', (_what, text) => {
    expect(text).not.toBe(TEXT);
    expect(byLines(text)).toBeNull();
  });
});
