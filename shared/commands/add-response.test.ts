import { describe, expect, it } from 'vitest';
import { EXTENTS, RESPONSE_KINDS } from '../case/words.ts';
import { caseWithAllegation, newest, responseOn } from '../testing/case-with.ts';
import { commandSchema } from './index.ts';

describe('adding a response', () => {
  it('records it with a new party', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const event = run(
      responseOn(allegationId, { words: ' There was no fire. ', channel: ' by telephone ', address: '' }),
    );
    expect(event.type).toBe('response-added');
    expect(event.changes.map(({ kind, before }) => [kind, before])).toEqual([
      ['parties', null],
      ['responses', null],
    ]);
    expect(newest(kase, 'responses')).toEqual({
      id: newest(kase, 'responses').id,
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
      channel: 'by telephone',
      address: null,
      addedAt: event.at,
      removed: false,
    });
  });

  it('finds the party that is there, and leaves the finding alone', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const finding = kase.records.allegations.get(allegationId)?.finding;
    run(responseOn(allegationId, { party: ' FIRE  Brigade' }));
    expect(kase.records.parties.size).toBe(1);
    expect(kase.records.allegations.get(allegationId)?.finding).toEqual(finding);
  });

  it.each(RESPONSE_KINDS)('keeps an extent for “%s” only if that is a denial', (kind) => {
    for (const extent of EXTENTS) {
      const { kase, run, allegationId } = caseWithAllegation();
      run(responseOn(allegationId, { kind, extent, denies: 'that it was theirs' }));
      expect(newest(kase, 'responses')).toMatchObject({ kind, extent: kind === 'denied' ? extent : null });
    }
  });

  it('needs who answered, and what a denial denies', () => {
    const { refusal, allegationId } = caseWithAllegation();
    expect(refusal(responseOn(allegationId, { party: ' ' }))).toEqual({
      code: 'response-details-needed',
      missing: 'party',
    });
    expect(refusal(responseOn(allegationId, { extent: null }))).toEqual({
      code: 'response-details-needed',
      missing: 'extent',
    });
  });

  it.each(['part', 'else'] as const)('needs what is denied where the extent is “%s”', (extent) => {
    const { kase, run, refusal, allegationId } = caseWithAllegation();
    for (const denies of [undefined, null, ' \n'])
      expect(refusal(responseOn(allegationId, { extent, denies }))).toEqual({ code: 'denies-needed' });
    run(responseOn(allegationId, { extent, denies: 'that it was theirs' }));
    expect(newest(kase, 'responses')).toMatchObject({ extent, denies: 'that it was theirs' });
  });

  it.each([
    ['the request', { askedOn: '2026-11-25' }, { code: 'time-ahead', field: 'askedOn' }],
    ['the answer', { on: '2026-11-23T14:01Z[UTC]' }, { code: 'time-ahead', field: 'on' }],
    ['the deadline', { askedOn: '2026-11-20', deadline: '2026-11-19' }, { code: 'deadline-before-request' }],
  ] as const)('refuses a time that cannot be: %s', (_what, times, refused) => {
    const { refusal, allegationId } = caseWithAllegation();
    expect(refusal(responseOn(allegationId, times))).toEqual(refused);
  });

  it.each([
    ['a deadline to come', { askedOn: '2026-11', deadline: '2027-01-15' }],
    ['a deadline on the day of the request', { askedOn: '2026-11-20T08:00Z[UTC]', deadline: '2026-11-20' }],
    ['a deadline alone', { deadline: '2026-11-19' }],
    ['an answer before it was asked', { on: '2026-11-18', askedOn: '2026-11-20' }],
    // 14:00 UTC: on the Line Islands it is the 24th.
    ['a day that has begun somewhere', { on: '2026-11-24' }],
  ])('takes %s', (_what, times) => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(responseOn(allegationId, times));
    expect(newest(kase, 'responses')).toMatchObject(times);
  });

  it('takes how it was asked for, and of a denial what it denies', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const asked = {
      contact: ' Press office ',
      askedOn: '2026-11-18T08:00Z[Europe/Kyiv]',
      deadline: '2026-11-20',
      denies: ' that it was theirs ',
    };
    const kept = { ...asked, contact: 'Press office', denies: 'that it was theirs' };
    run(responseOn(allegationId, asked));
    expect(newest(kase, 'responses')).toMatchObject(kept);
    run(responseOn(allegationId, { ...asked, kind: 'asked', extent: null, words: '', on: null }));
    expect(newest(kase, 'responses')).toMatchObject({ ...kept, kind: 'asked', denies: null, words: '' });
  });

  it('takes silence without words', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(responseOn(allegationId, { kind: 'no-reply', extent: null, words: '', on: null }));
    expect(newest(kase, 'responses')).toMatchObject({ kind: 'no-reply', words: '', on: null });
  });

  it('refuses an allegation that is not there or in the trash', () => {
    const { run, refusal, allegationId } = caseWithAllegation();
    const missing = { code: 'not-found', kind: 'allegations' };
    expect(refusal(responseOn('id-none'))).toEqual(missing);
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(refusal(responseOn(allegationId))).toEqual(missing);
  });

  it.each([
    ['an unknown kind', { kind: 'refuted' }],
    ['an unknown extent', { extent: 'most' }],
    ['no date field', { on: undefined }],
  ])('does not accept %s as input', (_what, fields) => {
    expect(commandSchema.safeParse({ ...responseOn('a'), ...fields }).success).toBe(false);
  });
});
