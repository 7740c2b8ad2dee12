import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileProblem } from '../problems.ts';
import { changeSchema, eventSchema } from '../events/event.ts';
import { sha256Hex } from '../events/seal.ts';
import history from '../messages/en/history.json' with { type: 'json' };
import problems from '../messages/en/problems.json' with { type: 'json' };
import { wholeRecord, withStandard } from '../migrations/002-why-a-finding-holds.ts';
import { documentedRecord } from '../migrations/003-read-line-by-line.ts';
import { leavingRecord } from '../migrations/004-what-leaves.ts';
import { openCase } from '../migrations/open-case.ts';
import { sampleCase } from '../samples/foreign-fighters.ts';
import { instant } from '../text/instant.ts';
import { isWhen, whenParts } from '../text/when.ts';
import { caseText, FORMAT, FORMAT_VERSION } from './case-text.ts';
import { LIMITS } from './limits.ts';
import { attemptSchema } from './dealings.ts';
import { blockSchema, extractorSchema, pageSchema } from './document.ts';
import { originSchema } from './evidence.ts';
import { houseRatingSchema, houseScaleSchema, publisherSchema, ratingSchema } from './publishing.ts';
import { findingSchema, passageSchema, quoteSchema, RECORD_SCHEMAS } from './records.ts';
import { commitmentTo } from './identity.ts';
import { coverSchema, logoSchema, reportFileSchema } from './report-record.ts';
import { DEFAULT_STANDARD, standardSchema } from './standard.ts';
import {
  BASES,
  BLOCK_KINDS,
  CLAIMANT_TYPES,
  CREDIBILITIES,
  DECISIONS,
  DOCUMENT_FORMATS,
  DOUBTS,
  EDITIONS,
  EXHIBIT_KINDS,
  EXTENTS,
  LEVELS,
  LOGO_TYPES,
  MARK_KINDS,
  PRIORITIES,
  QUERY_KINDS,
  RELATION_KINDS,
  RELIABILITIES,
  RESPONSE_KINDS,
  SECOND_PERSONS,
  SOURCE_KINDS,
  STANCES,
  STATES,
  WHYS,
} from './words.ts';

/** docs/case-file.md is held to the code here, so that it cannot drift away from it. */
const doc = readFileSync(resolve(import.meta.dirname, '../../docs/case-file.md'), 'utf8');

/** The text under a heading, up to the next heading. */
function section(heading: string): string {
  const [, after] = doc.split(`\n${heading}\n`);
  if (after === undefined) throw new Error(`docs/case-file.md has no heading “${heading}”`);
  return after.split(/\n#{2,} /)[0] ?? '';
}

/** The cells of the rows of a section's tables, without the rule below their heads. */
function cells(text: string): string[][] {
  const rows = text.split('\n').filter((line) => line.startsWith('|') && !/^\|[ :|-]+\|$/.test(line));
  return rows.slice(1).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const inBackticks = (text: string): string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

const [quoteSelector, positionSelector] = passageSchema.shape.selector.def.items;
const SHAPES: Record<string, Record<string, unknown>> = {
  ...Object.fromEntries(Object.entries(RECORD_SCHEMAS).map(([kind, schema]) => [kind, schema.shape])),
  standard: standardSchema.shape,
  finding: findingSchema.shape,
  quote: quoteSchema.shape,
  attempt: attemptSchema.shape,
  origin: Object.assign({}, ...originSchema.options.map((option) => option.shape)) as Record<string, unknown>,
  TextQuoteSelector: quoteSelector.shape,
  TextPositionSelector: positionSelector.shape,
  extractor: extractorSchema.shape,
  block: blockSchema.shape,
  page: pageSchema.shape,
  cover: coverSchema.shape,
  logo: logoSchema.shape,
  publisher: publisherSchema.shape,
  scale: houseScaleSchema.shape,
  house_rating: houseRatingSchema.shape,
  rating: ratingSchema.shape,
  report_file: reportFileSchema.shape,
  event: eventSchema.shape,
  change: changeSchema.shape,
};

describe('docs/case-file.md', () => {
  it.each(Object.keys(SHAPES))('names exactly the fields of %s', (name) => {
    const named = cells(section(`### \`${name}\``)).map(([field = '']) => field.replaceAll('`', ''));
    expect(sorted(named)).toEqual(sorted(Object.keys(SHAPES[name] ?? {})));
    expect(named).toHaveLength(new Set(named).size);
  });

  it('describes every kind of record and nothing else', () => {
    const headings = [...doc.matchAll(/^### `(\w+)`$/gm)].map((match) => match[1] ?? '');
    expect(sorted(headings)).toEqual(sorted(Object.keys(SHAPES)));
  });

  it('lists the words of every set', () => {
    const listed = Object.fromEntries(
      cells(section('## Words')).map(([set = '', words = '']) => [set, inBackticks(words)]),
    );
    expect(listed).toEqual({
      state: STATES,
      why: WHYS,
      basis: BASES,
      stance: STANCES,
      level: LEVELS,
      source: SOURCE_KINDS,
      response: RESPONSE_KINDS,
      extent: EXTENTS,
      priority: PRIORITIES,
      reliability: RELIABILITIES,
      credibility: CREDIBILITIES,
      exhibit: EXHIBIT_KINDS,
      query: QUERY_KINDS,
      decision: DECISIONS,
      relation: RELATION_KINDS,
      'second person': SECOND_PERSONS,
      document: DOCUMENT_FORMATS,
      block: BLOCK_KINDS,
      mark: MARK_KINDS,
      doubt: DOUBTS,
      edition: EDITIONS,
      claimant: CLAIMANT_TYPES,
      logo: LOGO_TYPES,
    });
  });

  it('gives every limit', () => {
    const listed = Object.fromEntries(
      cells(section('## Limits')).map(([name = '', value = '']) => [
        name.replaceAll('`', ''),
        Number(value.replaceAll(',', '')),
      ]),
    );
    expect(listed).toEqual(LIMITS);
  });

  it('gives the lengths of texts as the schemas have them', () => {
    for (const name of ['title', 'statement', 'note', 'line', 'name'] as const)
      expect(doc).toContain(`text, ${LIMITS[name].toLocaleString('en')}`);
  });

  it('lists every type of event', () => {
    const types = /^The types: (.*)$/m.exec(doc)?.[1]?.split('. An event')[0] ?? '';
    const known = Object.keys(history.sentences).filter((type) => type !== 'unknown');
    expect(sorted(inBackticks(types))).toEqual(sorted(known));
  });

  it('lists every refusal to open a case, each with a sentence for people', () => {
    // `satisfies` makes the compiler ask for a new code here, and so in the document.
    const codes = {
      'file-missing': true,
      'no-permission': true,
      'not-a-file': true,
      'too-large': true,
      'unreadable-line': true,
      'read-failed': true,
      'not-text': true,
      'not-json': true,
      'not-a-case': true,
      'too-deep': true,
      'forbidden-key': true,
      'duplicate-key': true,
      'from-the-future': true,
      'migration-failed': true,
      'invalid-record': true,
      'broken-link': true,
      // About other files than a case that is opened, or about no file.
      cancelled: false,
      'already-exists': false,
      'not-a-document': false,
      'password-needed': false,
      'damaged-document': false,
      'no-text-in-it': false,
      'too-much-text': false,
      'expands-too-much': false,
      'took-too-long': false,
      'reader-crashed': false,
    } satisfies Record<FileProblem['code'], boolean>;
    const opening = Object.entries(codes).flatMap(([code, counts]) => (counts ? [code] : []));
    const listed = cells(section('## Opening')).flatMap(([, refusal = '']) => inBackticks(refusal));
    expect(sorted(listed)).toEqual(sorted(opening));
    for (const code of listed) expect(Object.keys(problems)).toContain(code);
  });

  it('names the format and its version', () => {
    expect(section('## The whole')).toContain(`"${FORMAT}"`);
    expect(doc).toContain(`format version ${FORMAT_VERSION}`);
  });
});

describe('what docs/case-file.md says of values', () => {
  it('gives the defaults of the standard', () => {
    const given = cells(section('### `standard`')).map(([field = '', , value = '']) => [field, value]);
    const defaults = Object.entries(DEFAULT_STANDARD).map(([field, value]) => [
      `\`${field}\``,
      typeof value === 'string' ? `\`${value}\`` : String(value),
    ]);
    expect(given).toEqual(defaults);
  });

  it('gives times as they are read', () => {
    const times = inBackticks(section('## Kinds of value')).filter((text) => /^\d{4}/.test(text));
    expect(times).toContain('2025-04-09T11:02Z[Europe/Kyiv]');
    const moments = times.filter((text) => instant.safeParse(text).success);
    expect(times.filter((text) => !moments.includes(text) && !isWhen(text))).toEqual([]);
    expect(whenParts('2025-04-09T11:02Z[Europe/Kyiv]').clock?.time).toBe('14:02');
  });

  it('names every field that version 1 lacked, with what that means', () => {
    const named = cells(section('### Version 1')).flatMap(([kind = '', fields = '']) =>
      inBackticks(fields).map((field) => `${inBackticks(kind)[0] ?? ''}.${field}`),
    );
    const whole = (kind: string): string[] =>
      Object.keys(wholeRecord(kind, {})).map((field) => `${kind}.${field}`);
    const rules = withStandard({ standard: {} })['standard'] as object;
    expect(sorted(named)).toEqual(
      sorted([
        ...['allegations', 'sources', 'evidence', 'responses'].flatMap(whole),
        ...Object.keys(rules).map((rule) => `standard.${rule}`),
      ]),
    );
  });

  it('names every field that version 2 lacked', () => {
    const named = cells(section('### Version 2')).flatMap(([kind = '', fields = '']) =>
      inBackticks(fields).map((field) => `${inBackticks(kind)[0] ?? ''}.${field}`),
    );
    const whole = ['documents', 'passages', 'queries'].flatMap((kind) =>
      Object.keys(documentedRecord(kind, {})).map((field) => `${kind}.${field}`),
    );
    expect(sorted(named)).toEqual(sorted(whole));
  });

  it('names every field that version 3 lacked', () => {
    const named = cells(section('### Version 3')).flatMap(([kind = '', fields = '']) =>
      inBackticks(fields).map((field) => `${inBackticks(kind)[0] ?? ''}.${field}`),
    );
    const whole = ['case', 'allegations'].flatMap((kind) =>
      Object.keys(leavingRecord(kind, {})).map((field) => `${kind}.${field}`),
    );
    expect(sorted(named)).toEqual(sorted(whole));
  });

  it('gives the recipe of a commitment', () => {
    const recipe = /of `\{([^}]*)\}`/.exec(section('## The vault'))?.[1] ?? '';
    const identity = { name: 'Jane Doe', contact: '', notes: 'x', salt: '0'.repeat(64) };
    expect([...recipe.matchAll(/"(\w+)"/g)].map(([, field]) => field)).toEqual(Object.keys(identity));
    const canonicalForm = `{"contact":"","name":"Jane Doe","notes":"x","salt":"${identity.salt}"}`;
    expect(commitmentTo(identity)).toBe(sha256Hex(canonicalForm));
  });
});

describe('the worked example in docs/case-file.md', () => {
  const example = /```js\n(.*?)```/s.exec(doc)?.[1] ?? '';
  let count = 0;
  const kase = sampleCase({
    at: '2026-11-23T14:02:00.000Z',
    by: 'M. K.',
    newId: () => `id-${String(++count)}`,
  });
  const whole = [...caseText(kase)].join('');

  /** What the example prints about a case file of this text. */
  function run(text: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'stet-doc-'));
    try {
      writeFileSync(join(folder, 'check.mjs'), example);
      writeFileSync(join(folder, 'case.stet'), text);
      return execFileSync(process.execPath, ['check.mjs', 'case.stet'], { cwd: folder, encoding: 'utf8' });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it('finds that the sample case holds, and its head', () => {
    expect(run(whole)).toBe(`${kase.history.length} events, head ${kase.heads[0] ?? ''}\n`);
  });

  it('finds that a history begun by version 1 holds, once it is written as version 4', () => {
    const old = openCase(readFileSync(resolve(import.meta.dirname, '../migrations/golden/v1.stet'), 'utf8'));
    if (!old.ok) throw new Error(old.error.code);
    const { heads, history } = old.value;
    const text = [...caseText(old.value)].join('');
    expect(run(text)).toBe(`${history.length} events, head ${heads[0] ?? ''}\n`);
    expect(run(text.replace('"interests":"","reliability"', '"interests":"x","reliability"'))).toMatch(
      /^does not hold: /,
    );
  });

  it('finds that a case with a record of every kind holds', () => {
    const text = readFileSync(resolve(import.meta.dirname, '../migrations/golden/v4.stet'), 'utf8');
    expect(run(text)).toMatch(/^\d+ events, head [0-9a-f]{64}\n$/);
    expect(run(text.replace('"blind":true', '"blind":false'))).toMatch(/^does not hold: /);
  });

  it.each([
    [
      'an event',
      (text: string) =>
        text.replace('"type":"allegation-moved","at":"2026', '"type":"allegation-moved","at":"2025'),
    ],
    ['a record', (text: string) => text.replace('"serious":true', '"serious":false')],
    ['a text', (text: string) => text.replace('At least 155 of them', 'At least 156 of them')],
    ['a missing event', (text: string) => text.replace(/\n\{[^\n]*"type":"document-added"[^\n]*/, '')],
  ])('finds a change to %s', (_what, alter) => {
    const altered = alter(whole);
    expect(altered).not.toBe(whole);
    expect(run(altered)).toMatch(/^does not hold: /);
  });
});
