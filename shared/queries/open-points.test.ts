import { beforeEach, describe, expect, it } from 'vitest';
import { ARTICLE, caseWithAllegation, newest, recordOn, responseOn, run } from '../testing/case-with.ts';
import { contextOf, queryOn } from '../testing/case-with-everything.ts';
import { openPoints } from './open-points.ts';

const NOW = '2026-11-24T12:00:00.000Z';

let world: ReturnType<typeof caseWithAllegation>;
const points = (at = NOW) => openPoints(world.kase, at);

/** Asks a party for an answer until `deadline`. */
function ask(party: string, deadline: string | null, allegationId = world.allegationId): void {
  world.run(responseOn(allegationId, { party, kind: 'asked', extent: null, words: '', on: null, deadline }));
}

/** Records another allegation and answers its id. */
function another(statement: string): string {
  world.run({ type: 'record-allegation', statement, passage: null });
  return newest(world.kase, 'allegations').id;
}

beforeEach(() => {
  world = caseWithAllegation();
});

it('of a case in which nothing waits are none', () => {
  const none = { requests: [], queries: [], places: [], lacking: [], unasked: [], disagreements: [] };
  const left = { requests: 0, queries: 0, places: 0, lacking: 0, unasked: 0, disagreements: 0 };
  expect(points()).toEqual({ ...none, left });
});

describe('requests', () => {
  it('come overdue first, then by deadline, and last those that have none', () => {
    ask('No hurry', null);
    ask('Next week', '2026-12-01');
    ask('Long ago', '2026-11-02');
    ask('This noon', '2026-11-24T12:01Z[Europe/Kyiv]');
    ask('Last month', '2026-10');
    expect(points().requests.map(({ party, overdue }) => [party, overdue])).toEqual([
      ['Last month', true],
      ['Long ago', true],
      ['This noon', false],
      ['Next week', false],
      ['No hurry', false],
    ]);
  });

  it('are overdue from the moment on at which the deadline is over, wherever one is', () => {
    ask('At noon', '2026-11-24T12:00Z[UTC]');
    ask('That day', '2026-11-23');
    const overdue = (at: string) =>
      points(at)
        .requests.filter((each) => each.overdue)
        .map(({ party }) => party);
    expect(overdue('2026-11-24T11:59:59.999Z')).toEqual([]);
    expect(overdue('2026-11-24T12:00:00.000Z')).toEqual(['That day']);
    expect(overdue('2026-11-24T12:00:00.001Z')).toEqual(['That day', 'At noon']);
  });

  it('end with an answer that has a line of its own', () => {
    ask('Mill owner', '2026-11-02');
    expect(points().requests).toHaveLength(1);
    world.run(responseOn(world.allegationId, { extent: 'part', denies: 'the date', on: '2026-11-20' }));
    expect(points().requests).toEqual([]);
  });

  it('say whom, when and how often, and end with the answer', () => {
    world.run(
      responseOn(world.allegationId, {
        kind: 'asked',
        extent: null,
        words: '',
        on: null,
        contact: 'press office',
        askedOn: '2026-11-20',
      }),
    );
    const { id } = newest(world.kase, 'responses');
    world.run({ type: 'log-attempt', id, on: null, channel: 'telephone', note: '' });
    expect(points().requests).toEqual([
      {
        responseId: id,
        allegationId: world.allegationId,
        ref: 'MIL-001',
        party: 'Mill owner',
        contact: 'press office',
        askedOn: '2026-11-20',
        deadline: null,
        overdue: false,
        attempts: 1,
      },
    ]);
    world.run({ type: 'edit-response', id, kind: 'declined' });
    expect(points().requests).toEqual([]);
  });

  it('leave out what is in the trash, with its allegation or alone', () => {
    ask('Mill owner', null);
    world.run({ type: 'remove', kind: 'allegations', id: world.allegationId });
    expect(points().requests).toEqual([]);
  });
});

it('of a large case are the first of each kind, with how many more there are', () => {
  for (const day of ['03', '01', '02']) ask(`Until ${day}`, `2026-11-${day}`);
  world.run(queryOn(world.documentId));
  const { requests, queries, left } = openPoints(world.kase, NOW, 1);
  expect(requests.map(({ party }) => party)).toEqual(['Until 01']);
  expect(queries).toHaveLength(1);
  expect(left).toEqual({ requests: 2, queries: 0, places: 0, lacking: 0, unasked: 0, disagreements: 0 });
});

describe('queries', () => {
  it('are those that nobody decided, on documents that are there', () => {
    const { documentId } = world;
    world.run(queryOn(documentId, { decider: 'the editor' }));
    world.run(queryOn(documentId, { kind: 'wording', proposed: 'A' }));
    const [first, second] = [...world.kase.records.queries.keys()];
    world.run({
      type: 'decide-query',
      id: second ?? '',
      decision: 'stet',
      wording: null,
      reason: 'It holds.',
      decidedBy: null,
    });
    expect(points().queries).toMatchObject([
      { id: first, number: 1, documentId, question: 'Which mill?', decider: 'the editor' },
    ]);
    world.run({ type: 'remove', kind: 'queries', id: first ?? '' });
    expect(points().queries).toEqual([]);
    expect(newest(world.kase, 'documents').text).toBe(ARTICLE);
  });
});

describe('findings that no longer meet the standard', () => {
  it('say what is missing, until somebody decides; an override is a decision', () => {
    const { allegationId } = world;
    world.run(recordOn(allegationId));
    world.run({ type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'The log has it.' });
    expect(points().lacking).toEqual([]);
    world.run({ type: 'remove', kind: 'evidence', id: newest(world.kase, 'evidence').id });
    expect(points().lacking).toMatchObject([
      { allegationId, ref: 'MIL-001', state: 'corroborated', missing: [{ code: 'needs-primary' }, {}, {}] },
    ]);
    world.run({
      type: 'move-allegation',
      id: allegationId,
      to: 'corroborated',
      reason: 'The log was seen.',
      override: 'The editor has seen it.',
    });
    expect(points().lacking).toEqual([]);
  });
});

describe('serious allegations', () => {
  it('are named while somebody they touch was not asked', () => {
    const { allegationId } = world;
    another('Nobody was hurt.');
    world.run({ type: 'edit-allegation', id: allegationId, serious: true });
    expect(points().unasked).toEqual([{ allegationId, ref: 'MIL-001', parties: [] }]);
    world.run({ type: 'edit-allegation', id: allegationId, touches: ['Mill owner', 'Mayor'] });
    ask('Mayor', null);
    expect(points().unasked).toMatchObject([{ parties: ['Mill owner'] }]);
    ask('Mill owner', null);
    expect(points().unasked).toEqual([]);
  });
});

describe('disagreements', () => {
  it('keep both findings, and end when the reviewer comes to the same', () => {
    const { kase, allegationId, context } = world;
    world.run({
      type: 'move-allegation',
      id: allegationId,
      to: 'unverified',
      why: 'insufficient',
      reason: 'x',
    });
    const review = (state: 'corroborated' | 'unverified') =>
      run(
        kase,
        { type: 'review-allegation', allegationId, state, reason: 'x', blind: false },
        contextOf(context, 'R. S.'),
      );
    review('corroborated');
    expect(points().disagreements).toEqual([
      {
        allegationId,
        ref: 'MIL-001',
        first: { by: 'M. K.', state: 'unverified', basis: null },
        others: [{ by: 'R. S.', state: 'corroborated', basis: null }],
      },
    ]);
    review('unverified');
    expect(points().disagreements).toEqual([]);
  });
});

describe('places in a document that came anew', () => {
  it('are open until somebody says where they stand, with the version to say it in', () => {
    const world = caseWithAllegation();
    const { kase, run, documentId } = world;
    const placesNow = () => openPoints(kase, '2026-11-23T14:00:00.000Z').places;
    expect(placesNow()).toEqual([]);
    run({
      type: 'add-version',
      previousId: documentId,
      title: null,
      text: 'Something else altogether.',
      format: 'text',
      fileName: null,
    });
    const newest = [...kase.records.documents.keys()].at(-1) ?? '';
    expect(placesNow()).toMatchObject([
      { kind: 'passages', doubt: 'orphaned', documentId: newest, ref: 'MIL-001', number: null },
    ]);
    const id = placesNow()[0]?.id ?? '';
    run({ type: 'settle-anchor', kind: 'passages', id, span: { documentId: newest, start: 0, end: 9 } });
    expect(placesNow()).toEqual([]);
  });
});
