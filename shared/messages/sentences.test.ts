import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileProblem, OpenedReadOnly, SaveProblem } from '../problems.ts';
import { KINDS } from '../case/records.ts';
import type { Refusal } from '../commands/command.ts';
import { PAST } from '../commands/times-given.ts';
import type { Fault } from '../events/verify-case.ts';
import type { OpenProblem } from '../migrations/open-case.ts';
import type { Missing } from '../standard/assess.ts';
import { SPOKEN } from '../testing/case-with.ts';
import { en } from './en/index.ts';
import { faultSentence, missingSentences, problemSentence, refusalSentence } from './sentences.ts';
import { translator } from './translate.ts';

const t = translator('en');

/** One example of each code. `satisfies` makes the compiler ask for a new one here, and so for its sentence. */
type Examples<T extends { code: string }> = { [C in T['code']]: Extract<T, { code: C }> };

const MISSING = {
  'needs-primary': { code: 'needs-primary', count: 1 },
  'needs-first-hand': { code: 'needs-first-hand', count: 2 },
  'needs-secondary': { code: 'needs-secondary', count: 3 },
  'also-contradicted': { code: 'also-contradicted' },
  'also-supported': { code: 'also-supported' },
  'denies-something-else': { code: 'denies-something-else' },
  'needs-reply': { code: 'needs-reply', parties: ['Mill owner', 'Heirs'] },
  'needs-second-person': { code: 'needs-second-person' },
} satisfies Record<Missing['code'], Missing>;

const REFUSALS = {
  'not-found': { code: 'not-found', kind: 'evidence' },
  'text-needed': { code: 'text-needed', field: 'statement' },
  'reason-needed': { code: 'reason-needed' },
  'review-reason-needed': { code: 'review-reason-needed' },
  'decision-reason-needed': { code: 'decision-reason-needed' },
  'basis-needed': { code: 'basis-needed' },
  'response-needed': { code: 'response-needed' },
  'response-details-needed': { code: 'response-details-needed', missing: 'party' },
  'denies-needed': { code: 'denies-needed' },
  'time-ahead': { code: 'time-ahead', field: 'askedOn' },
  'deadline-before-request': { code: 'deadline-before-request' },
  'standard-not-met': { code: 'standard-not-met', missing: Object.values(MISSING).slice(0, 3) },
  'not-a-span': { code: 'not-a-span' },
  superseded: { code: 'superseded' },
  'nothing-changed': { code: 'nothing-changed' },
  'in-use': { code: 'in-use', count: 2 },
  'rests-on-trash': { code: 'rests-on-trash', kind: 'documents' },
  'carries-finding': { code: 'carries-finding' },
  'description-needed': { code: 'description-needed' },
  'not-confidential': { code: 'not-confidential' },
  'same-record': { code: 'same-record' },
  'already-related': { code: 'already-related' },
  'merge-mixed': { code: 'merge-mixed' },
  'origin-is-own-source': { code: 'origin-is-own-source' },
  'origin-is-evidence': { code: 'origin-is-evidence', number: 3 },
  'name-needed': { code: 'name-needed' },
  'reviewer-is-decider': { code: 'reviewer-is-decider' },
  'wording-needed': { code: 'wording-needed' },
  'too-many': { code: 'too-many', limit: 200 },
  'published-before-made': { code: 'published-before-made' },
  'not-of-this-history': { code: 'not-of-this-history' },
  'not-to-publish': { code: 'not-to-publish', problems: [{ code: 'no-ratings' }] },
  'rating-in-use': { code: 'rating-in-use', label: 'True', count: 2 },
  'no-scale': { code: 'no-scale' },
  'rating-unknown': { code: 'rating-unknown' },
  'not-to-be-rated': { code: 'not-to-be-rated', problems: [{ code: 'claim-missing' }] },
  'address-twice': { code: 'address-twice', ref: 'MIL-002' },
  'nothing-to-undo': { code: 'nothing-to-undo' },
  'nothing-to-redo': { code: 'nothing-to-redo' },
} satisfies Examples<Refusal>;

const OPEN_PROBLEMS = {
  'not-json': { code: 'not-json', line: 1, column: 2 },
  'duplicate-key': { code: 'duplicate-key', key: 'id', line: 1, column: 2 },
  'forbidden-key': { code: 'forbidden-key', key: '__proto__', line: 1, column: 2 },
  'too-deep': { code: 'too-deep', limit: 64, line: 1, column: 2 },
  'not-a-case': { code: 'not-a-case' },
  'from-the-future': { code: 'from-the-future', version: 2, known: 1 },
  'migration-failed': { code: 'migration-failed', from: 1, to: 2, detail: 'x' },
  'invalid-record': { code: 'invalid-record', where: 'sources 1', detail: 'x' },
  'broken-link': { code: 'broken-link', where: 'sources 1', field: 'partyId' },
} satisfies Examples<OpenProblem>;

/** Codes of problems with files that say nothing more, or `detail`, a limit, `host` and `since`. */
const FILE_CODES = {
  'file-missing': true,
  'not-a-file': true,
  'no-permission': true,
  'not-text': true,
  'too-large': true,
  'unreadable-line': true,
  cancelled: true,
  'already-exists': true,
  'not-a-document': true,
  'password-needed': true,
  'damaged-document': true,
  'no-text-in-it': true,
  'too-much-text': true,
  'expands-too-much': true,
  'took-too-long': true,
  'reader-crashed': true,
  'read-failed': true,
  'disk-full': true,
  'read-only': true,
  'folder-gone': true,
  'changed-on-disk': true,
  'lock-lost': true,
  'opened-read-only': true,
  'write-failed': true,
  asked: true,
  'earlier-version': true,
  'no-permission-to-write': true,
  'no-room': true,
  'in-use': true,
  'maybe-in-use': true,
  'print-failed': true,
} satisfies Record<
  | Exclude<FileProblem['code'], OpenProblem['code']>
  | SaveProblem['code']
  | OpenedReadOnly['code']
  | 'print-failed',
  true
>;

const FAULTS = {
  'event-altered': { code: 'event-altered', number: 3, id: 'x' },
  'event-unlinked': { code: 'event-unlinked', number: 3, id: 'x' },
  'record-differs': { code: 'record-differs', kind: 'sources', id: 'x', label: 'Log' },
  'document-altered': { code: 'document-altered', id: 'x', title: 'Report' },
} satisfies Examples<Fault>;

/** Every field that a command may name as the one that something has to be written in. */
const NAMED_FIELDS = readdirSync(resolve(import.meta.dirname, '../commands'))
  .filter((name) => !name.includes('.test.'))
  .map((name) => readFileSync(resolve(import.meta.dirname, '../commands', name), 'utf8'))
  .flatMap((text) =>
    [...text.matchAll(/code: '[a-z-]+', (?:field|missing): '([a-z]+)'/gi)].map(([, field = '']) => field),
  );

describe('every code has its sentence', () => {
  it.each(Object.values<Refusal>(REFUSALS))('refusal $code', (refusal) => {
    expect(refusalSentence(refusal, t)).toMatch(SPOKEN);
  });

  it.each(KINDS)('a refusal about what is not found among the %s', (kind) => {
    expect(refusalSentence({ code: 'not-found', kind }, t)).toMatch(SPOKEN);
  });

  it.each([...new Set(NAMED_FIELDS)])('a refusal that names the field %s', (field) => {
    expect(Object.keys(en.refusals.fields)).toContain(field);
    expect(refusalSentence({ code: 'text-needed', field }, t)).toMatch(SPOKEN);
  });

  it('a refusal says what is missing', () => {
    expect(refusalSentence(REFUSALS['text-needed'], t)).toContain('“statement”');
    expect(refusalSentence(REFUSALS['response-details-needed'], t)).toContain('the party is missing');
    expect(refusalSentence(REFUSALS['standard-not-met'], t)).toContain('1 primary record, or 2 first-hand');
    expect(refusalSentence({ code: 'in-use', count: 1 }, t)).toMatch(/^One record/);
    expect(refusalSentence({ code: 'in-use', count: 2 }, t)).toMatch(/^2 records/);
    expect(refusalSentence(REFUSALS['origin-is-evidence'], t)).toContain('evidence #3');
    expect(refusalSentence(REFUSALS['too-many'], t)).toContain('200');
    expect(refusalSentence(REFUSALS['denies-needed'], t)).toMatch(/what it denies.*Nothing was changed\.$/);
    expect(refusalSentence(REFUSALS['review-reason-needed'], t)).toMatch(/^A review needs a reason/);
  });

  it.each(PAST)('a refusal names the time that is in the future: %s', (field) => {
    const name = (en.refusals.fields as Record<string, string>)[field] ?? 'none';
    expect(refusalSentence({ code: 'time-ahead', field }, t)).toBe(
      `The time given for ${name} is in the future. Nothing was changed.`,
    );
  });

  it.each(Object.values<OpenProblem>(OPEN_PROBLEMS))('problem $code', (problem) => {
    expect(problemSentence(problem, t)).toMatch(SPOKEN);
  });

  it.each(Object.keys(FILE_CODES))('problem %s', (code) => {
    const limits = { limitMegabytes: 100, limitMillions: 20 };
    const params = { detail: 'x', ...limits, line: 3, host: 'desk', since: '14:02', at: '14:02' };
    expect(problemSentence({ code, ...params }, t)).toMatch(SPOKEN);
  });

  it.each(Object.values<Fault>(FAULTS))('fault $code', (fault) => {
    expect(faultSentence(fault, t)).toMatch(SPOKEN);
  });

  it.each(Object.values<Missing>(MISSING))('what is missing: $code', (missing) => {
    expect(missingSentences([missing], t)).toMatch(SPOKEN);
    if ('count' in missing) missing = { ...missing, count: 5 };
    expect(missingSentences([missing], t)).toMatch(SPOKEN);
  });

  it('what is missing is set apart from what stands in the way', () => {
    const missing = [MISSING['needs-secondary'], MISSING['also-contradicted']];
    expect(missingSentences(missing, t)).toMatch(
      /^It still needs 3 report.*\. What stands in the way: the evidence.*\.$/,
    );
  });

  it('what has not been put to anybody names whom, if it touches somebody by name', () => {
    expect(missingSentences([MISSING['needs-reply']], t)).toContain('put to Mill owner, Heirs');
    expect(missingSentences([{ code: 'needs-reply', parties: [] }], t)).toContain('anybody it touches');
  });

  it('a fault calls kinds of records as people do', () => {
    expect(faultSentence(FAULTS['record-differs'], t)).toContain('the source ');
  });
});
