import { describe, expect, it } from 'vitest';
import type { Case } from '../case/case.ts';
import { SAMPLES } from '../samples/index.ts';
import { caseSaying } from '../testing/case-saying.ts';
import {
  caseWith,
  caseWithAllegation,
  evidenceOn,
  newest,
  responseOn,
  testContext,
} from '../testing/case-with.ts';
import { caseWithEverything, exhibitWith, queryOn, reviewOf } from '../testing/case-with-everything.ts';
import { wordingOf, type WordingPoint } from './wording-of.ts';
import { writtenIn } from './written.ts';

const places = (points: readonly WordingPoint[]): string[] =>
  points.map(({ kind, field }) => `${kind}.${field}`);
/** Every place with the reasons there. */
const reasons = (kase: Case): Record<string, string[]> =>
  Object.fromEntries(
    wordingOf(kase, 'en').map(({ kind, field, flags }) => [
      `${kind}.${field}`,
      flags.map(({ reason }) => reason),
    ]),
  );

describe('where words are looked at', () => {
  it('is wherever people write of their own, in the order of a report', () => {
    expect(places(wordingOf(caseSaying('He admitted it, obviously.'), 'en'))).toEqual([
      'case.title',
      'allegations.statement',
      'allegations.how',
      'allegations.reason',
      'allegations.override',
      'allegations.notes',
      'evidence.authentication',
      'responses.denies',
      'responses.attempt',
      'reviews.reason',
      'relations.note',
      'queries.question',
      'queries.proposed',
      'queries.reason',
      'sources.interests',
    ]);
  });

  it('is not where somebody else is quoted, nor a name or a place', () => {
    const { kase, run, allegationId, documentId } = caseWithAllegation();
    const text = 'They admitted the lie.';
    run(
      evidenceOn(allegationId, {
        excerpt: text,
        locator: text,
        source: { name: text, kind: 'record', party: text },
      }),
    );
    run(responseOn(allegationId, { party: text, words: text, channel: text }));
    run(exhibitWith({ title: text, notes: text }));
    run({
      type: 'record-allegation',
      statement: 'A crane.',
      claimant: text,
      saidWhere: text,
      tags: [text],
      passage: null,
    });
    run(queryOn(documentId, { decider: text }));
    expect(wordingOf(kase, 'en')).toEqual([]);
  });

  it('is not the trash, nor what hangs on it', () => {
    const { kase, run, allegationId, documentId } = caseWithAllegation();
    run({ type: 'edit-allegation', id: allegationId, notes: 'They lied.' });
    run(reviewOf(allegationId, { reason: 'They lied.' }));
    run(queryOn(documentId, { allegationId, question: 'They lied.' }));
    expect(places(wordingOf(kase, 'en'))).toEqual([
      'allegations.notes',
      'reviews.reason',
      'queries.question',
    ]);
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(wordingOf(kase, 'en')).toMatchObject([{ kind: 'queries', allegationId: null, ref: null }]);
  });

  it('of a confidential source is its description, and nothing that is kept back', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const name = 'a so-called friend';
    run({
      type: 'add-source',
      name,
      kind: 'person',
      party: null,
      interests: 'They lied.',
      confidential: true,
    });
    const source = { id: newest(kase, 'sources').id };
    run(evidenceOn(allegationId, { source, level: 'primary', authentication: 'They lied.' }));
    expect(places(wordingOf(kase, 'en'))).toEqual(['sources.name']);
  });

  it('is told by references, with the attempt that is meant', () => {
    const { kase, run, allegationId, otherId } = caseWithEverything();
    run({ type: 'edit-allegation', id: otherId, notes: 'They lied.' });
    const { id } = newest(kase, 'responses');
    run({ type: 'log-attempt', id, on: null, channel: 'telephone', note: 'No reply.' });
    run({ type: 'log-attempt', id, on: null, channel: 'telephone', note: 'He admitted being there.' });
    expect(wordingOf(kase, 'en')).toMatchObject([
      { kind: 'responses', id, allegationId, ref: 'MIL-001', field: 'attempt', index: 1 },
      {
        kind: 'allegations',
        id: otherId,
        allegationId: otherId,
        ref: 'MIL-002',
        field: 'notes',
        index: null,
      },
    ]);
  });
});

describe('how words are taken', () => {
  const denied = 'It is false, the owner refuted it.';

  it('of what is denied, a verdict is worst', () => {
    const { kase, run, allegationId: id } = caseWithAllegation();
    run(responseOn(id));
    const response = { id: newest(kase, 'responses').id };
    run({ type: 'log-attempt', id: response.id, on: null, channel: 'telephone', note: denied });
    run({ type: 'edit-allegation', id, notes: denied });
    expect(reasons(kase)).toEqual({
      'allegations.notes': ['says-false', 'says-false'],
      'responses.attempt': ['denied-is-not-false', 'denied-is-not-false'],
    });
    run({ type: 'move-allegation', id, to: 'denied', basis: 'party', response, reason: denied });
    expect(reasons(kase)).toMatchObject({
      'allegations.reason': ['denied-is-not-false', 'denied-is-not-false'],
      'allegations.notes': ['denied-is-not-false', 'denied-is-not-false'],
    });
    run({
      type: 'move-allegation',
      id,
      to: 'denied',
      basis: 'party',
      response,
      reason: 'He denies it; that is not false.',
    });
    expect(reasons(kase)).not.toHaveProperty('allegations.reason');
  });

  it('what is alleged or denied may be a verdict itself', () => {
    const statement =
      'The contract is fake, the ministry confirmed it, and Moren lied and clearly claimed too much.';
    const { kase, run } = caseWith({ type: 'record-allegation', statement, passage: null });
    run(responseOn(newest(kase, 'allegations').id, { extent: 'part', denies: 'that the contract is fake' }));
    expect(wordingOf(kase, 'en')).toEqual([]);
    run({ type: 'record-allegation', statement: 'Moren admitted the payment.', passage: null });
    expect(reasons(kase)).toEqual({ 'allegations.statement': ['presumes-guilt'] });
  });

  it('in the language the case is written in, whatever was asked for', () => {
    const { kase, run, allegationId: id } = caseWithAllegation();
    const notes =
      'Der Präsident sagte, mindestens hundertfünfundfünfzig chinesische Staatsbürger kämpften auf der Seite Russlands. Zwei von ihnen wurden in der Region Donezk gefangen genommen. Peking bestreitet jede amtliche Beteiligung und sagt, es sei nie Partei in diesem Krieg gewesen.';
    run({ type: 'edit-allegation', id, notes: `${notes} ${notes} ${notes}` });
    run(reviewOf(id, { reason: 'Das ist falsch.' }));
    expect(reasons(kase)).toEqual({ 'reviews.reason': ['says-false'] });
  });
});

it('shows the words around, cut at white space', () => {
  const { kase, run, allegationId: id } = caseWithAllegation();
  const many = 'word '.repeat(40);
  run({ type: 'edit-allegation', id, notes: `${many}\nhe admitted\nit ${many}` });
  const [point] = wordingOf(kase, 'en');
  expect(point?.excerpt).toMatch(/^…word (word )+he admitted it (word )+word…$/);
  expect(point?.flags).toMatchObject([{ start: 204, end: 212, term: 'admitted' }]);
  run({ type: 'edit-allegation', id, notes: 'Admitted.' });
  expect(wordingOf(kase, 'en')[0]?.excerpt).toBe('Admitted.');
});

describe('the sample cases', () => {
  it.each(SAMPLES)('say nothing more than is known: $title', ({ build }) => {
    const { kase } = build(testContext());
    expect([...writtenIn(kase)].filter(({ text }) => text !== '').length).toBeGreaterThan(30);
    expect(wordingOf(kase, 'en').map(({ ref, field, excerpt }) => [ref, field, excerpt])).toEqual([]);
  });
});

it('ten thousand allegations, each with two notes that have a word, take a second or so (ms of the processor)', () => {
  const { kase, run, allegationId } = caseWithAllegation();
  const notes = `${'Nobody at the mill saw the fire begin, and the log has no entry for that hour. '.repeat(4)}He admitted it.`;
  run({ type: 'edit-allegation', id: allegationId, notes });
  const allegation = newest(kase, 'allegations');
  for (let number = 2; number <= 10_000; number++)
    kase.records.allegations.set(`n${String(number)}`, {
      ...allegation,
      id: `n${String(number)}`,
      ref: `MF-${String(number)}`,
      finding: { ...allegation.finding, reason: notes },
    });
  const started = process.cpuUsage();
  expect(wordingOf(kase, 'en')).toHaveLength(10_000 * 2 - 1);
  const took = process.cpuUsage(started).user / 1000;
  expect(took).toBeLessThan(5_000);
});
