import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../case/case-text.ts';
import { LIMITS } from '../case/limits.ts';
import type { Kind } from '../case/records.ts';
import { apply } from '../events/apply.ts';
import { seal } from '../events/seal.ts';
import { verifyCase } from '../events/verify-case.ts';
import { caseWith, textOfCase } from '../testing/case-with.ts';
import { openCase } from './open-case.ts';

const golden = (version: number): string =>
  readFileSync(resolve(import.meta.dirname, 'golden', `v${version}.stet`), 'utf8');
const TEXT = golden(1);
/** One of the current format, with a record of every kind. */
const CURRENT = golden(FORMAT_VERSION);
type File = Record<string, unknown> & Record<Exclude<Kind, 'case'> | 'history', Record<string, unknown>[]>;
const file = (text = TEXT): File => JSON.parse(text) as File;

/** Why a text or file is refused; null when it is not. */
function problemOf(given: string | object) {
  const opened = openCase(typeof given === 'string' ? given : JSON.stringify(given));
  return opened.ok ? null : opened.error;
}

describe('what is not JSON', () => {
  it.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{\n"a": 1,\n  "b" 2\n}', 3, 7],
    ['{\n"a": 1,,\n}', 2, 8],
    ['{"a": 01}', 1, 8],
    ['// comment\n{}', 1, 1],
    ['{} {}', 1, 4],
    ['{"a": "\t"}', 1, 7],
    ['{"a": \'b\'}', 1, 7],
    ['\ufeff{}', 1, 1],
  ])('%j stops making sense at line %i, column %i', (text, line, column) => {
    expect(problemOf(text)).toEqual({ code: 'not-json', line, column });
  });

  it('is a case cut short, wherever', () => {
    const bytes = new TextEncoder().encode(TEXT);
    for (let length = 0; length < bytes.length - 2; length += 29) {
      const cut = new TextDecoder().decode(bytes.subarray(0, length));
      expect(problemOf(cut)?.code).toBe('not-json');
    }
    expect(problemOf(TEXT.trimEnd())).toBeNull();
  });

  it('is a case with any one of its signs missing, or it is refused for what it says', () => {
    for (let at = 0; at < TEXT.length; at += 101)
      expect(() => openCase(TEXT.slice(0, at) + TEXT.slice(at + 1))).not.toThrow();
  });
});

describe('what is JSON and no case', () => {
  it.each([
    'null',
    '3',
    '"stet-case"',
    '[]',
    '{}',
    '{"format":"other-case","formatVersion":1}',
    '{"format":"stet-case"}',
    '{"format":"stet-case","formatVersion":"1"}',
    '{"format":"stet-case","formatVersion":0}',
    '{"format":"stet-case","formatVersion":-1}',
    '{"format":"stet-case","formatVersion":1.5}',
    '{"format":"stet-case","formatVersion":null}',
    '{"format":"stet-case","formatVersion":1e999}',
  ])('is %s', (text) => {
    expect(problemOf(text)).toEqual({ code: 'not-a-case' });
  });

  it('is not a case of a newer Stet, whatever is in it', () => {
    expect(
      problemOf({ format: 'stet-case', formatVersion: FORMAT_VERSION + 1, records: 'elsewhere' }),
    ).toEqual({
      code: 'from-the-future',
      version: FORMAT_VERSION + 1,
      known: FORMAT_VERSION,
    });
  });
});

describe('what JSON lets pass in silence', () => {
  it('is a key that stands twice', () => {
    const twice = TEXT.replace('"title": "The mill fire",', '"title": "The mill fire",\n"title": "Other",');
    expect(problemOf(twice)).toEqual({ code: 'duplicate-key', key: 'title', line: 6, column: 1 });
    const deep = TEXT.replace('"serious":true', String.raw`"serious":true,"\u0073erious":false`);
    expect(problemOf(deep)).toMatchObject({ code: 'duplicate-key', key: 'serious' });
  });

  it('is not the same key in two records', () => {
    expect(problemOf(TEXT)).toBeNull();
  });

  it.each(['__proto__', 'constructor', 'prototype', String.raw`__pro\u0074o__`])('is the key %s', (key) => {
    const top = TEXT.replace('"refPrefix"', `"${key}": {"polluted": true},\n"refPrefix"`);
    expect(problemOf(top)).toMatchObject({ code: 'forbidden-key', line: 6, column: 1 });
    const deep = TEXT.replace('"serious":true', `"serious":true,"${key}":{"polluted":true}`);
    expect(problemOf(deep)).toMatchObject({ code: 'forbidden-key' });
    expect('polluted' in {}).toBe(false);
  });

  it('is nesting without reason', () => {
    const nested = (levels: number) =>
      TEXT.replace('"refPrefix"', `"deep": ${'['.repeat(levels)}${']'.repeat(levels)},\n"refPrefix"`);
    expect(problemOf(nested(LIMITS.nesting - 1))).toBeNull();
    expect(problemOf(nested(LIMITS.nesting))).toEqual({
      code: 'too-deep',
      limit: LIMITS.nesting,
      line: 6,
      column: 8 + LIMITS.nesting,
    });
    expect(() => openCase('['.repeat(200_000))).not.toThrow();
    expect(() => openCase(nested(200_000))).not.toThrow();
    expect(problemOf(nested(200_000))).not.toBeNull();
  });
});

describe('a record that is not whole', () => {
  it.each<[string, (file: File) => void, string, RegExp]>([
    ['no title', (f) => delete f['title'], 'case', /^title: /],
    [
      'a standard of nothing',
      (f) => (f['standard'] = { primary: 0, firstHand: 1, secondary: 1 }),
      'case',
      /^standard\.primary: /,
    ],
    ['no list of sources', (f) => delete (f as Partial<File>).sources, 'sources', /list/],
    ['no history', (f) => delete (f as Partial<File>).history, 'history', /list/],
    ['a document without text', (f) => delete f.documents[1]?.['text'], 'documents 2', /^text: /],
    ['a record that is none', (f) => ((f.parties as unknown[])[0] = 3), 'parties 1', /./],
    [
      'a day that does not exist',
      (f) => set(f.allegations[0], 'saidOn', '2026-02-30'),
      'allegations 1',
      /^saidOn: .*2025-04-09/,
    ],
    [
      'an unknown state',
      (f) => set(f.allegations[1]?.['finding'], 'state', 'false'),
      'allegations 2',
      /^finding\.state: /,
    ],
    [
      'half a character',
      (f) => set(f.allegations[2], 'notes', '\ud83d'),
      'allegations 3',
      /^notes: .*Unicode/,
    ],
    ['a null that must not be', (f) => set(f.evidence[0], 'excerpt', null), 'evidence 1', /^excerpt: /],
    ['no null where one must be', (f) => delete f.responses[0]?.['channel'], 'responses 1', /^channel: /],
    ['an id used twice', (f) => f.parties.push({ ...f.parties[0] }), 'parties 5', /twice/],
    ['an event without hash', (f) => delete f.history[3]?.['hash'], 'history 4', /^hash: /],
    ['an event of another version', (f) => set(f.history[0], 'v', 5), 'history 1', /^v: /],
    [
      'a change of an unknown kind',
      (f) => set((f.history[0]?.['changes'] as object[] | undefined)?.[0], 'kind', 'x'),
      'history 1',
      /^changes\.0\.kind: /,
    ],
  ])('is named and refused: %s', (_what, spoil, where, detail) => {
    expect(problemAfter(file(), spoil)).toEqual(invalid(where, detail));
  });

  it.each<[string, (file: File) => void, string, RegExp]>([
    ['no list of queries', (f) => delete (f as Partial<File>).queries, 'queries', /list/],
    [
      'a standard without its rules',
      (f) => (f['standard'] = { primary: 1, firstHand: 2, secondary: 3 }),
      'case',
      /^standard\.authenticated: /,
    ],
    ['an unknown grade', (f) => set(f.sources[0], 'reliability', 'G'), 'sources 1', /^reliability: /],
    ['an identity', (f) => set(f.sources[0], 'commitment', 'Jane Doe'), 'sources 1', /^commitment: /],
    [
      'an origin of nothing',
      (f) => set(f.evidence[0], 'origin', { type: 'derived-source' }),
      'evidence 1',
      /^origin/,
    ],
    ['a time of no zone', (f) => set(f.exhibits[0], 'capturedOn', '2026-11-20T10:12Z'), 'exhibits 1', /Kyiv/],
    [
      'a zone nobody knows',
      (f) => set(f.exhibits[1], 'accessedOn', '2026-11-20T10:12Z[Mars/Base]'),
      'exhibits 2',
      /Kyiv/,
    ],
    ['a file that is none', (f) => set(f.exhibits[0], 'sha256', 'mill.jpg'), 'exhibits 1', /^sha256: /],
    [
      'more attempts than there can be',
      (f) =>
        set(
          f.responses[0],
          'attempts',
          Array(LIMITS.attempts + 1).fill({ on: null, channel: 'x', note: '' }),
        ),
      'responses 1',
      /^attempts: /,
    ],
    ['an unknown decision', (f) => set(f.queries[0], 'decision', 'maybe'), 'queries 1', /^decision: /],
    ['a review of no state', (f) => set(f.reviews[0], 'state', null), 'reviews 1', /^state: /],
    ['an unknown relation', (f) => set(f.relations[0], 'kind', 'refutes'), 'relations 1', /^kind: /],
    [
      'a quote without how',
      (f) => set(f.allegations[0], 'quote', { by: 'x' }),
      'allegations 1',
      /^quote\.how: /,
    ],
    [
      'a party that is none',
      (f) => set(f.allegations[0], 'touchedIds', [3]),
      'allegations 1',
      /^touchedIds\.0: /,
    ],
  ])('is named and refused in the current format: %s', (_what, spoil, where, detail) => {
    expect(problemAfter(file(CURRENT), spoil)).toEqual(invalid(where, detail));
  });

  function problemAfter(spoilt: File, spoil: (file: File) => void) {
    spoil(spoilt);
    return problemOf(spoilt);
  }

  const invalid = (where: string, detail: RegExp) => ({
    code: 'invalid-record',
    where,
    detail: expect.stringMatching(detail) as string,
  });

  it.each([
    ['passages', 'allegationId'],
    ['passages', 'documentId'],
    ['allegations', 'claimantId'],
    ['sources', 'partyId'],
    ['sources', 'mergedIntoId'],
    ['evidence', 'allegationId'],
    ['evidence', 'sourceId'],
    ['evidence', 'exhibitId'],
    ['responses', 'allegationId'],
    ['responses', 'partyId'],
    ['queries', 'documentId'],
    ['queries', 'allegationId'],
    ['reviews', 'allegationId'],
    ['relations', 'fromId'],
    ['relations', 'toId'],
  ] as const)('is one of the %s whose %s leads nowhere', (kind, field) => {
    const spoilt = file(CURRENT);
    set(spoilt[kind][1], field, 'nobody');
    expect(problemOf(spoilt)).toEqual({ code: 'broken-link', where: `${kind} 2`, field });
  });

  it('is no allegation that nobody is known to have made', () => {
    const anonymous = file();
    set(anonymous.allegations[0], 'claimantId', null);
    expect(problemOf(anonymous)).toBeNull();
  });
});

describe('a case with a damaged history', () => {
  it('opens, and is told about when it is asked', () => {
    const damaged = file();
    set(damaged.history[4], 'by', 'Somebody else');
    const opened = openCase(JSON.stringify(damaged));
    expect(opened.ok && verifyCase(opened.value)).toMatchObject({ code: 'event-altered', number: 5 });
  });
});

describe('a field that is not known', () => {
  it.each(['future', 'records', 'extra', 'undo'])('is kept where it is called %s', (name) => {
    expect(keptAfterOpening(name)).toBe(true);
  });

  it.each(['toString', 'valueOf', 'hasOwnProperty', 'case'])('is kept where it is called %s', (name) => {
    expect(keptAfterOpening(name)).toBe(true);
  });

  it('is part of the case’s own record when an event of a newer Stet set it', () => {
    const { kase, context } = caseWith();
    const [id = ''] = kase.records.case.keys();
    const change = { kind: 'case', id, before: { language: null }, after: { language: 'uk' } } as const;
    apply(kase, seal({ type: 'language-chosen', changes: [change] }, kase.heads, context));
    expect(verifyCase(kase)).toBeNull();
    const opened = openCase(textOfCase(kase));
    expect(opened.ok && verifyCase(opened.value)).toBeNull();
  });

  function keptAfterOpening(name: string): boolean {
    const opened = openCase(JSON.stringify({ ...file(), [name]: ['kept'] }));
    return opened.ok && textOfCase(opened.value).includes(`"${name}": ["kept"]`);
  }
});

function set(record: unknown, field: string, value: unknown): void {
  (record as Record<string, unknown>)[field] = value;
}
