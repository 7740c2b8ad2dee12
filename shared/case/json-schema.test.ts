import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openCase } from '../migrations/open-case.ts';
import { sampleCase } from '../samples/foreign-fighters.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import { evidenceOn, newest, testContext, textOfCase } from '../testing/case-with.ts';
import { caseWithEverything, LOGO } from '../testing/case-with-everything.ts';
import { FORMAT_VERSION } from './case-text.ts';
import { caseFileJsonSchema } from './json-schema.ts';
import { DEFAULT_STANDARD } from './standard.ts';

const here = (path: string): string => readFileSync(resolve(import.meta.dirname, path), 'utf8');
const published = JSON.parse(here('../../docs/case-file.schema.json')) as z.core.JSONSchema.JSONSchema;
const schema = z.fromJSONSchema(published);
const isValid = (text: string): boolean => schema.safeParse(JSON.parse(text)).success;

/** A case in which there is a record of every kind, and an evidence item of every origin. */
function fullCase(): string {
  const { kase, run, allegationId, otherId } = caseWithEverything();
  run(evidenceOn(allegationId, { publishedOn: '2024-02-29', accessedOn: '2025' }));
  const evidenceId = newest(kase, 'evidence').id;
  run(evidenceOn(allegationId, { origin: { type: 'derived', evidenceId }, address: 'https://example.org' }));
  run(evidenceOn(allegationId, { origin: { type: 'unknown' } }));
  const origin = { type: 'derived-source', sourceId: newest(kase, 'sources').id } as const;
  run(evidenceOn(otherId, { origin, publishedOn: '2026-11-16T12:10Z[Europe/Kyiv]' }));
  const id = newest(kase, 'responses').id;
  run({ type: 'log-attempt', id, on: '2026-11-21T08:00Z[+02:00]', channel: 'telephone', note: '' });
  run({ type: 'verify-quote', id: allegationId, how: 'Against the recording.' });
  const reportId = newest(kase, 'reports').id;
  run({ type: 'publish-report', id: reportId, on: '2026-11-22', address: 'https://example.org' });
  return textOfCase(kase);
}
const FULL = fullCase();

/** The text of a case that is the full one but for one thing. */
function but(alter: (file: Record<string, Record<string, unknown>[]>) => void): string {
  const file = JSON.parse(FULL) as Record<string, Record<string, unknown>[]>;
  alter(file);
  const text = JSON.stringify(file);
  expect(text).not.toBe(JSON.stringify(JSON.parse(FULL)));
  return text;
}

/** The full case with a field of the first record of a list set to a value, or taken out. */
const withField = (list: string, field: string, value: unknown): string =>
  but((file) => Object.assign(file[list]?.[0] ?? {}, { [field]: value }));
const withInner = (list: string, field: string, inner: object): string =>
  but((file) => Object.assign(file[list]?.[0]?.[field] ?? {}, inner));
const selectors = (alter: (list: unknown[]) => void): string =>
  but((file) => alter((file['passages']?.[0]?.['selector'] ?? []) as unknown[]));
const changed = (fields: object): string =>
  but((file) => Object.assign(((file['history']?.[0]?.['changes'] ?? []) as object[])[0] ?? {}, fields));
const withTop = (fields: object): string => but((file) => Object.assign(file, fields));

const SCALE = { ratings: [{ id: 'r', label: 'Mixed', value: 2 }], worst: 1, best: 3 };
const RATING = {
  ratingId: 'r',
  url: 'https://example.org/1',
  claimReviewed: 'The mill burned down',
  publishedOn: null,
  claimantType: null,
  firstAppearance: null,
  appearances: [],
  by: 'M. K.',
  at: '2026-11-23T14:00:00.000Z',
};
const ATTEMPT = { on: null, channel: 'letter', note: '' };

it('docs/case-file.schema.json is what the code gives; `npm run schema` writes it anew', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(caseFileJsonSchema())));
});

describe('a case file is valid', () => {
  it.each([
    ['of the present format, as it was frozen', here(`../migrations/golden/v${FORMAT_VERSION}.stet`)],
    ['of the sample', textOfCase(sampleCase(testContext()))],
    ['with a record of every kind', FULL],
    ['without a logo', withTop({ logo: null })],
    [
      'with a publisher and a scale',
      withTop({
        publisher: { name: 'The Mill Gazette', url: 'https://example.org', logo: null },
        scale: SCALE,
      }),
    ],
    ['with a rating', withField('allegations', 'rating', RATING)],
    ['with fields of a newer version', withTop({ mood: 'hopeful' })],
    ['with such fields in a record', withField('parties', 'mood', { of: ['any'] })],
    ['with such fields in an origin', withInner('evidence', 'origin', { note: 1 })],
    ['with such fields in an event', withField('history', 'mood', null)],
    ['with an event of a newer type', withField('history', 'type', 'allegation-sung')],
  ])('%s', (_what, text) => {
    expect(openCase(text).ok).toBe(true);
    expect(isValid(text)).toBe(true);
  });

  it('whatever was done in it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 40 }), (seeds) => {
        expect(isValid(textOfCase(caseFrom(seeds).kase))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a case file is refused by the schema as by Stet', () => {
  it.each([
    ['of another format', withTop({ format: 'stet-journal' })],
    ['of another version', withTop({ formatVersion: FORMAT_VERSION + 1 })],
    ['of a version in words', withTop({ formatVersion: String(FORMAT_VERSION) })],
    ['without a title', withTop({ title: undefined })],
    ['with too long a title', withTop({ title: 'x'.repeat(301) })],
    ['without a list', withTop({ sources: undefined })],
    ['with a list that is none', withTop({ sources: {} })],
    ['without its history', withTop({ history: undefined })],
    ['with a bad prefix', withTop({ refPrefix: 'chn' })],
    ['with a standard of none', withTop({ standard: { ...DEFAULT_STANDARD, primary: 0 } })],
    ['with half a source', withTop({ standard: { ...DEFAULT_STANDARD, primary: 1.5 } })],
    ['with an empty id', withField('parties', 'id', '')],
    ['with too long an id', withField('parties', 'id', 'x'.repeat(65))],
    ['with a field left out', withField('allegations', 'saidOn', undefined)],
    ['with a date in words', withField('allegations', 'saidOn', 'last week')],
    ['with a 13th month', withField('allegations', 'saidOn', '2025-13')],
    ['with a 32nd day', withField('evidence', 'publishedOn', '2025-01-32')],
    ['with a date and more', withField('responses', 'on', '2025-01-01T10:00')],
    ['with a time without a zone', withField('allegations', 'happenedOn', '2025-01-01T10:00Z')],
    ['with a time of a 24th hour', withField('exhibits', 'capturedOn', '2025-01-01T24:00Z[UTC]')],
    ['with a time to the second', withField('exhibits', 'capturedOn', '2025-01-01T10:00:00Z[UTC]')],
    ['with a standard without rules', withTop({ standard: { primary: 1, firstHand: 2, secondary: 3 } })],
    ['with an unknown grade', withField('sources', 'reliability', 'G')],
    ['with a grade as a number', withField('evidence', 'credibility', 6)],
    ['with a name for a commitment', withField('sources', 'commitment', 'Jane Doe')],
    ['with an exhibit of no size', withField('exhibits', 'bytes', -1)],
    ['with an exhibit beyond all size', withField('exhibits', 'bytes', 4_000_000_001)],
    ['with an attempt that is none', withField('responses', 'attempts', [null])],
    ['with too many attempts', withField('responses', 'attempts', Array(201).fill(ATTEMPT))],
    ['with too many parties touched', withField('allegations', 'touchedIds', Array(101).fill('a'))],
    ['with a quote without how', withInner('allegations', 'quote', { how: undefined })],
    ['with an origin without its source', withField('evidence', 'origin', { type: 'derived-source' })],
    ['with a query of no document', withField('queries', 'documentId', null)],
    ['with an unknown decision', withField('queries', 'decision', 'maybe')],
    ['with a review by nobody', withField('reviews', 'by', null)],
    ['without a cover', withTop({ cover: undefined })],
    ['with half a cover', withTop({ cover: { title: '' } })],
    ['that says nothing of a logo', withTop({ logo: undefined })],
    ['with too long a logo', withTop({ logo: { ...LOGO, base64: 'A'.repeat(200_001) } })],
    ['with a logo that is no picture', withTop({ logo: { ...LOGO, base64: '<svg>' } })],
    ['with a logo of another kind', withTop({ logo: { ...LOGO, mediaType: 'image/svg+xml' } })],
    ['with a publisher of no site', withTop({ publisher: { name: 'The Mill Gazette', logo: null } })],
    ['with a scale of words', withTop({ scale: { ...SCALE, worst: 'worst' } })],
    ['with too many ratings', withTop({ scale: { ...SCALE, ratings: Array(31).fill(SCALE.ratings[0]) } })],
    ['with a rating that is a word', withField('allegations', 'rating', 'false')],
    ['with half a rating', withField('allegations', 'rating', { ...RATING, url: undefined })],
    [
      'with a rating of an unknown claimant',
      withField('allegations', 'rating', { ...RATING, claimantType: 'state' }),
    ],
    ['with report number 0', withField('reports', 'number', 0)],
    ['with an unknown edition', withField('reports', 'edition', 'draft')],
    ['with a report of no events', withField('reports', 'heads', [])],
    ['with a report without its hash', withField('reports', 'contentSha256', null)],
    ['with a report of one reference', withField('reports', 'refs', 'MIL-001')],
    [
      'with a file of half a byte',
      withInner('reports', 'files', [{ format: 'html', name: 'x', bytes: 0.5, sha256: 'e'.repeat(64) }]),
    ],
    ['with an unknown relation', withField('relations', 'kind', 'refutes')],
    ['with too long a statement', withField('allegations', 'statement', 'x'.repeat(2_001))],
    ['with too many tags', withField('allegations', 'tags', Array(51).fill('tag'))],
    ['with too long a tag', withField('allegations', 'tags', ['x'.repeat(61)])],
    ['with too long a note', withField('allegations', 'notes', 'x'.repeat(50_001))],
    ['with too long a place', withField('allegations', 'saidWhere', 'x'.repeat(1_001))],
    ['with an unknown word', withField('sources', 'kind', 'oracle')],
    ['with a word for true', withField('documents', 'removed', 'yes')],
    ['with a hash in capitals', withField('documents', 'sha256', 'A'.repeat(64))],
    ['with a local time', withField('documents', 'addedAt', '2026-11-23T14:02:03+02:00')],
    ['with a 25th hour', withField('documents', 'addedAt', '2026-11-23T25:02:03Z')],
    ['with an unknown format', withField('documents', 'format', 'scroll')],
    [
      'with a block that is none',
      withField('documents', 'blocks', [{ kind: 'verse', start: 0, end: 1, level: null }]),
    ],
    ['with a block of no kind', withField('documents', 'blocks', [{ start: 0, end: 1, level: null }])],
    ['with a page before the first', withField('documents', 'pages', [{ label: '1', start: -1 }])],
    ['with an extractor by name only', withField('documents', 'extractor', { name: 'x' })],
    ['with an unknown doubt', withField('passages', 'doubt', 'exact')],
    ['with an unknown mark', withField('marks', 'kind', 'done')],
    ['with an unknown state', withInner('allegations', 'finding', { state: 'refuted' })],
    ['without a state', withInner('allegations', 'finding', { state: undefined })],
    ['with a reason of null', withInner('allegations', 'finding', { reason: null })],
    ['with an unknown origin', withInner('evidence', 'origin', { type: 'rumour' })],
    ['with an origin derived from nothing', withInner('evidence', 'origin', { type: 'derived' })],
    ['with evidence number 0', withField('evidence', 'number', 0)],
    ['with one selector', selectors((list) => void list.pop())],
    ['with three selectors', selectors((list) => void list.push({}))],
    ['with turned selectors', selectors((list) => void list.reverse())],
    ['with a record that is none', but((file) => file['parties']?.push('Mayor' as never))],
    ['with another form of event', withField('history', 'v', 5)],
    ['with an event by nobody', withField('history', 'by', null)],
    ['with an event of null', withField('history', 'of', null)],
    ['with a parent that is no hash', withField('history', 'parents', ['x'])],
    ['with changes that are none', withField('history', 'changes', [{}])],
    ['with a change of nothing known', changed({ kind: 'rumours' })],
    ['with a change to a list', changed({ after: [] })],
    ['with a change from words', changed({ before: 'words' })],
    ['with a change without an outcome', changed({ after: undefined })],
  ])('%s', (_what, text) => {
    expect(openCase(text).ok).toBe(false);
    expect(isValid(text)).toBe(false);
  });
});

describe('what JSON Schema cannot say, and docs/case-file.md does', () => {
  const twice = but((file) => file['parties']?.push({ ...file['parties'][0] }));
  it.each([
    ['a day that the calendar does not have', withField('allegations', 'saidOn', '2025-02-30')],
    ['a zone that nobody knows', withField('allegations', 'happenedOn', '2025-01-01T10:00Z[Mars/Base]')],
    ['a lone surrogate', withField('allegations', 'notes', '\ud800')],
    ['lengths in UTF-16 units', withField('allegations', 'tags', ['🔥'.repeat(31)])],
    ['an id that is there twice', twice],
    ['a link to nowhere', withField('evidence', 'sourceId', 'nobody')],
    ['depth', withField('parties', 'mood', JSON.parse('['.repeat(70) + ']'.repeat(70)))],
    ['forbidden names', withField('parties', 'mood', { constructor: 1 })],
  ])('%s', (_what, text) => {
    expect(openCase(text).ok).toBe(false);
    expect(isValid(text)).toBe(true);
  });
});
