import { describe, expect, it } from 'vitest';
import { children } from '../case/case.ts';
import { STATES, WHYS } from '../case/words.ts';
import { verifyCase } from '../events/verify-case.ts';
import {
  caseWithAllegation,
  evidenceOn,
  newest,
  recordOn,
  responseOn,
  UNDO,
  type Command,
} from '../testing/case-with.ts';
import { commandSchema } from './index.ts';

type Moving = Omit<Command<'move-allegation'>, 'type' | 'id'>;

/** A case with one allegation, and ways to move it and look at it. */
function bench() {
  const made = caseWithAllegation();
  const id = made.allegationId;
  const moving = (move: Moving): Command<'move-allegation'> => ({ type: 'move-allegation', id, ...move });
  return {
    ...made,
    move: (move: Moving) => made.run(moving(move)),
    moveRefused: (move: Moving) => made.refusal(moving(move)),
    finding: () => made.kase.records.allegations.get(id)?.finding,
    responses: () => children(made.kase, ['responses', 'allegationId'], id),
  };
}

const DENIAL = { party: 'Mill owner', words: 'There was no fire.', on: '2026-11-20', extent: 'all' } as const;
const CORROBORATED = { to: 'corroborated', reason: 'The log says so.' } as const;
const BY_EVIDENCE = { to: 'denied', basis: 'evidence', reason: 'The log says no.' } as const;
const BY_PARTY = { to: 'denied', basis: 'party', reason: 'The owner denies it.' } as const;
const NOTHING_YET = [
  { code: 'needs-primary', count: 1 },
  { code: 'needs-first-hand', count: 2 },
  { code: 'needs-secondary', count: 3 },
];

describe('every move', () => {
  it.each(STATES)('to %s needs a reason', (to) => {
    for (const reason of ['', ' \n']) {
      expect(bench().moveRefused({ to, reason, basis: 'evidence', override: 'x' })).toEqual({
        code: 'reason-needed',
      });
    }
  });

  it('needs an allegation that is there and not in the trash', () => {
    const { run, refusal, moveRefused, allegationId } = bench();
    const missing = { code: 'not-found', kind: 'allegations' };
    expect(refusal({ type: 'move-allegation', id: 'id-none', ...CORROBORATED })).toEqual(missing);
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(moveRefused(CORROBORATED)).toEqual(missing);
  });

  it('says who moved it when, from which finding to which', () => {
    const { run, move, finding, allegationId } = bench();
    run(recordOn(allegationId));
    const before = finding();
    const event = move({ to: 'corroborated', reason: '  The log says so. ' });
    expect(event.type).toBe('allegation-moved');
    expect(event.changes).toEqual([
      { kind: 'allegations', id: allegationId, before: { finding: before }, after: { finding: finding() } },
    ]);
    expect(finding()).toMatchObject({ reason: 'The log says so.', by: 'M. K.', at: event.at });
  });

  it.each([
    ['an unknown state', { to: 'false', reason: 'x' }],
    ['an unknown why', { to: 'unverified', reason: 'x', why: 'lazy' }],
    ['a denial without its date', { ...BY_PARTY, response: { ...DENIAL, on: '' } }],
    ['a denial without its extent', { ...BY_PARTY, response: { ...DENIAL, extent: null } }],
  ])('does not accept %s as input', (_what, move) => {
    expect(commandSchema.safeParse({ type: 'move-allegation', id: 'a', ...move }).success).toBe(false);
  });
});

describe('unverified', () => {
  it.each(WHYS)('can be %s', (why) => {
    const { move, finding } = bench();
    move({ to: 'unverified', reason: 'x', why });
    expect(finding()).toMatchObject({ state: 'unverified', why, basis: null, responseId: null });
  });

  it('is in progress unless told otherwise', () => {
    const { move, finding } = bench();
    move({ to: 'unverified', reason: 'x', why: null });
    expect(finding()).toMatchObject({ why: 'in-progress' });
  });

  it('is always open, whatever the evidence, and keeps nothing of another state', () => {
    const { run, move, finding, allegationId } = bench();
    run(recordOn(allegationId));
    run(recordOn(allegationId, { stance: 'contradicts' }));
    const fields = { basis: 'party', response: DENIAL, override: 'because' } as const;
    const event = move({ to: 'unverified', reason: 'x', why: 'conflicting', ...fields });
    expect(event.changes.map(({ kind }) => kind)).toEqual(['allegations']);
    expect(finding()).toMatchObject({ basis: null, responseId: null, evidenceIds: [], override: null });
  });
});

describe('corroborated', () => {
  it('is refused while the standard is not met, and says what is missing', () => {
    const { run, moveRefused, allegationId } = bench();
    expect(moveRefused(CORROBORATED)).toEqual({ code: 'standard-not-met', missing: NOTHING_YET });
    run(evidenceOn(allegationId));
    expect(moveRefused(CORROBORATED)).toEqual({
      code: 'standard-not-met',
      missing: [
        { code: 'needs-primary', count: 1 },
        { code: 'needs-first-hand', count: 1 },
        { code: 'needs-secondary', count: 2 },
      ],
    });
  });

  it('is open when it is met, and rests on what supports', () => {
    const { kase, run, move, finding, allegationId } = bench();
    run(recordOn(allegationId));
    const supportId = newest(kase, 'evidence').id;
    run(evidenceOn(allegationId, { stance: 'contradicts' }));
    run(evidenceOn(allegationId, { stance: 'context' }));
    run(evidenceOn(allegationId));
    run({ type: 'remove', kind: 'evidence', id: newest(kase, 'evidence').id });
    move({ ...CORROBORATED, why: 'insufficient', basis: 'evidence', response: DENIAL });
    expect(finding()).toMatchObject({
      state: 'corroborated',
      why: null,
      basis: null,
      responseId: null,
      evidenceIds: [supportId],
    });
    expect(kase.records.responses.size).toBe(0);
  });

  it('is refused when what contradicts meets the standard too', () => {
    const { run, moveRefused, allegationId } = bench();
    run(recordOn(allegationId));
    run(recordOn(allegationId, { stance: 'contradicts' }));
    expect(moveRefused(CORROBORATED)).toEqual({
      code: 'standard-not-met',
      missing: [{ code: 'also-contradicted' }],
    });
  });

  it('cannot be had from the claimant’s own word', () => {
    const { run, moveRefused, allegationId } = bench();
    const source = { name: 'Fire log', kind: 'record', party: 'Fire brigade' } as const;
    run(recordOn(allegationId, { source }));
    expect(moveRefused(CORROBORATED)).toMatchObject({ missing: NOTHING_YET });
  });

  it('can be reached against the standard with a written override, which stays', () => {
    const { move, moveRefused, finding } = bench();
    expect(moveRefused({ ...CORROBORATED, override: ' \n' })).toMatchObject({ code: 'standard-not-met' });
    move({ ...CORROBORATED, override: ' The desk decided. ' });
    expect(finding()).toMatchObject({ state: 'corroborated', override: 'The desk decided.' });
  });

  it('records no override where none was needed', () => {
    const { run, move, finding, allegationId } = bench();
    run(recordOn(allegationId));
    move({ ...CORROBORATED, override: 'The desk decided.' });
    expect(finding()?.override).toBeNull();
  });
});

describe('denied', () => {
  it('needs its basis', () => {
    expect(bench().moveRefused({ to: 'denied', reason: 'x' })).toEqual({ code: 'basis-needed' });
    expect(bench().moveRefused({ to: 'denied', reason: 'x', basis: null, override: 'x' })).toEqual({
      code: 'basis-needed',
    });
  });
});

describe('denied by evidence', () => {
  it('needs evidence against it that meets the standard', () => {
    const { kase, run, move, moveRefused, finding, allegationId } = bench();
    expect(moveRefused(BY_EVIDENCE)).toEqual({ code: 'standard-not-met', missing: NOTHING_YET });
    run(recordOn(allegationId, { stance: 'contradicts' }));
    move({ ...BY_EVIDENCE, response: DENIAL });
    expect(finding()).toMatchObject({
      state: 'denied',
      basis: 'evidence',
      why: null,
      responseId: null,
      evidenceIds: [newest(kase, 'evidence').id],
    });
    expect(kase.records.responses.size).toBe(0);
  });

  it('is refused when what supports meets the standard too', () => {
    const { run, moveRefused, allegationId } = bench();
    run(recordOn(allegationId));
    run(recordOn(allegationId, { stance: 'contradicts' }));
    expect(moveRefused(BY_EVIDENCE)).toEqual({
      code: 'standard-not-met',
      missing: [{ code: 'also-supported' }],
    });
  });

  it('can be reached with an override', () => {
    const { move, finding } = bench();
    move({ ...BY_EVIDENCE, override: 'The desk decided.' });
    expect(finding()).toMatchObject({ basis: 'evidence', override: 'The desk decided.', evidenceIds: [] });
  });
});

describe('denied by a party', () => {
  it('records a new denial with the move, as one event', () => {
    const { kase, run, move, finding, responses, allegationId } = bench();
    const before = finding();
    const event = move({ ...BY_PARTY, response: { ...DENIAL, words: ' There was no fire. ' } });
    expect(event.changes.map(({ kind }) => kind)).toEqual(['parties', 'responses', 'allegations']);
    expect(responses()).toEqual([
      {
        id: finding()?.responseId,
        allegationId,
        partyId: newest(kase, 'parties').id,
        kind: 'denied',
        extent: 'all',
        denies: null,
        words: 'There was no fire.',
        contact: null,
        askedOn: null,
        deadline: null,
        attempts: [],
        on: '2026-11-20',
        channel: null,
        address: null,
        addedAt: event.at,
        removed: false,
      },
    ]);
    expect(finding()).toMatchObject({ state: 'denied', basis: 'party', evidenceIds: [], override: null });
    expect(verifyCase(kase)).toBeNull();
    run(UNDO);
    expect([finding(), responses()]).toEqual([before, []]);
    expect([...kase.records.parties.values()].map(({ name }) => name)).toEqual(['Fire brigade']);
  });

  it('finds the party that is there', () => {
    const { move, finding, responses, kase } = bench();
    move({ ...BY_PARTY, response: { ...DENIAL, party: 'FIRE brigade' } });
    expect(kase.records.parties.size).toBe(1);
    expect(responses()[0]?.id).toBe(finding()?.responseId);
  });

  it('rests on a denial that is there', () => {
    const { run, move, finding, responses, allegationId } = bench();
    run(responseOn(allegationId));
    const id = responses()[0]?.id ?? '';
    const event = move({ ...BY_PARTY, response: { id } });
    expect(event.changes.map(({ kind }) => kind)).toEqual(['allegations']);
    expect(finding()).toMatchObject({ responseId: id });
    expect(responses()).toHaveLength(1);
  });

  it('needs a denial', () => {
    for (const response of [undefined, { id: 'id-none' }])
      expect(bench().moveRefused({ ...BY_PARTY, response })).toEqual({ code: 'response-needed' });
  });

  it('needs a denial that is not null', () => {
    const { run, moveRefused, allegationId } = bench();
    run(recordOn(allegationId, { stance: 'contradicts' }));
    expect(moveRefused({ ...BY_PARTY, response: null })).toEqual({ code: 'response-needed' });
  });

  it.each(['confirmed', 'declined', 'no-reply', 'other'] as const)('cannot rest on “%s”', (kind) => {
    const { run, moveRefused, responses, allegationId } = bench();
    run(responseOn(allegationId, { kind }));
    expect(moveRefused({ ...BY_PARTY, response: { id: responses()[0]?.id ?? '' } })).toEqual({
      code: 'response-needed',
    });
  });

  it('cannot rest on a denial in the trash or of another statement', () => {
    const { kase, run, moveRefused, allegationId } = bench();
    run(responseOn(allegationId));
    const id = newest(kase, 'responses').id;
    run({ type: 'remove', kind: 'responses', id });
    expect(moveRefused({ ...BY_PARTY, response: { id } })).toEqual({ code: 'response-needed' });
    run({ type: 'record-allegation', statement: 'The mayor knew.', passage: null });
    run(responseOn(newest(kase, 'allegations').id));
    expect(moveRefused({ ...BY_PARTY, response: { id: newest(kase, 'responses').id } })).toEqual({
      code: 'response-needed',
    });
  });

  it.each(['party', 'words'] as const)('needs the %s of a new denial', (missing) => {
    expect(bench().moveRefused({ ...BY_PARTY, response: { ...DENIAL, [missing]: ' ' } })).toEqual({
      code: 'response-details-needed',
      missing,
    });
  });

  it('does not take a new denial that has yet to come', () => {
    expect(bench().moveRefused({ ...BY_PARTY, response: { ...DENIAL, on: '2026-11-25' } })).toEqual({
      code: 'time-ahead',
      field: 'on',
    });
  });

  it('takes the denial of a part, if it says of which', () => {
    const { move, moveRefused, finding, responses } = bench();
    const part = { ...DENIAL, extent: 'part' } as const;
    expect(moveRefused({ ...BY_PARTY, response: part })).toEqual({ code: 'denies-needed' });
    move({ ...BY_PARTY, response: { ...part, denies: 'that it was theirs' } });
    expect(responses()[0]).toMatchObject({ id: finding()?.responseId, extent: 'part' });
  });

  it('does not take the denial of something else, new or there, without an override', () => {
    const { kase, run, move, moveRefused, finding, allegationId } = bench();
    const refused = { code: 'standard-not-met', missing: [{ code: 'denies-something-else' }] };
    const other = { extent: 'else', denies: 'that it was theirs' } as const;
    expect(moveRefused({ ...BY_PARTY, response: { ...DENIAL, ...other } })).toEqual(refused);
    run(responseOn(allegationId, other));
    const response = { id: newest(kase, 'responses').id };
    expect(moveRefused({ ...BY_PARTY, response })).toEqual(refused);
    move({ ...BY_PARTY, response, override: 'It comes to the same.' });
    expect(finding()).toMatchObject({ responseId: response.id, override: 'It comes to the same.' });
  });

  it('does not override evidence that settles it, but may where the evidence conflicts', () => {
    const { run, move, moveRefused, finding, allegationId } = bench();
    run(recordOn(allegationId));
    expect(moveRefused({ ...BY_PARTY, response: DENIAL })).toEqual({
      code: 'standard-not-met',
      missing: [{ code: 'also-supported' }],
    });
    run(recordOn(allegationId, { stance: 'contradicts' }));
    move({ ...BY_PARTY, response: DENIAL });
    expect(finding()).toMatchObject({ basis: 'party', override: null });
  });
});
