import { describe, expect, it } from 'vitest';
import {
  caseWithAllegation,
  newest,
  recordsOf,
  refusal,
  responseOn,
  run,
  UNDO,
  type Command,
} from '../testing/case-with.ts';
import { contextOf, reviewOf } from '../testing/case-with-everything.ts';
import { commandSchema } from './index.ts';

type Reviewing = Parameters<typeof reviewOf>[1];

/** A case whose allegation M. K. called corroborated, and others who review it. */
function bench() {
  const made = caseWithAllegation();
  const { kase, context, allegationId } = made;
  const decide = (move: Partial<Command<'move-allegation'>> = {}) =>
    made.run({
      type: 'move-allegation',
      id: allegationId,
      to: 'corroborated',
      reason: 'x',
      override: 'x',
      ...move,
    });
  decide();
  return {
    ...made,
    decide,
    review: (by: string, fields: Reviewing = {}) =>
      run(kase, reviewOf(allegationId, fields), contextOf(context, by)),
    refused: (by: string, fields: Reviewing = {}) =>
      refusal(kase, reviewOf(allegationId, fields), contextOf(context, by)),
  };
}

describe('reviewing an allegation', () => {
  it('records another finding beside the first, and moves nothing', () => {
    const { kase, review, allegationId } = bench();
    const before = kase.records.allegations.get(allegationId);
    const event = review('R. S.', { reason: ' Nobody saw the log. ', blind: true });
    expect(event).toMatchObject({
      type: 'allegation-reviewed',
      by: 'R. S.',
      changes: [{ kind: 'reviews', before: null }],
    });
    expect(newest(kase, 'reviews')).toEqual({
      id: newest(kase, 'reviews').id,
      allegationId,
      state: 'unverified',
      why: 'in-progress',
      basis: null,
      reason: 'Nobody saw the log.',
      blind: true,
      by: 'R. S.',
      at: event.at,
      removed: false,
    });
    expect(kase.records.allegations.get(allegationId)).toBe(before);
  });

  it.each<[Reviewing, object]>([
    [
      { state: 'unverified', why: 'conflicting', basis: 'party' },
      { why: 'conflicting', basis: null },
    ],
    [
      { state: 'corroborated', why: 'insufficient', basis: 'party' },
      { why: null, basis: null },
    ],
    [
      { state: 'denied', why: 'insufficient', basis: 'evidence' },
      { why: null, basis: 'evidence' },
    ],
  ])('keeps of %j what that state has', (fields, kept) => {
    const { kase, review } = bench();
    review('R. S.', fields);
    expect(newest(kase, 'reviews')).toMatchObject({ state: fields?.state, ...kept });
  });

  it('takes a second thought as a second review, and is taken back', () => {
    const { kase, review, run: act } = bench();
    review('R. S.');
    const before = recordsOf(kase);
    review('R. S.', { state: 'corroborated' });
    expect(kase.records.reviews.size).toBe(2);
    act(UNDO);
    expect(recordsOf(kase)).toBe(before);
  });

  it.each(['M. K.', ' m. K. '])('is not made by who decided, called %j', (by) => {
    expect(bench().refused(by)).toEqual({ code: 'reviewer-is-decider' });
  });

  it('may be made by who decided before somebody else did', () => {
    const { kase, context, allegationId, review } = bench();
    const move = { type: 'move-allegation', id: allegationId, to: 'unverified', reason: 'x' } as const;
    run(kase, move, contextOf(context, 'R. S.'));
    review('M. K.');
    expect(newest(kase, 'reviews').by).toBe('M. K.');
  });

  it('may be made by who recorded the allegation while nobody decided', () => {
    const { kase, run: act, allegationId } = caseWithAllegation();
    act(responseOn(allegationId));
    act(reviewOf(allegationId, { state: 'denied', basis: 'party' }));
    expect(newest(kase, 'reviews').by).toBe('M. K.');
  });

  it('needs a name, a reason, and for a denial its basis', () => {
    const { refused } = bench();
    expect(refused(' ')).toEqual({ code: 'name-needed' });
    expect(refused('R. S.', { reason: ' \n' })).toEqual({ code: 'review-reason-needed' });
    expect(refused('R. S.', { state: 'denied' })).toEqual({ code: 'basis-needed' });
  });

  it('refuses an allegation that is not there or in the trash', () => {
    const { run: act, refused, refusal: refusedHere, allegationId } = bench();
    const missing = { code: 'not-found', kind: 'allegations' };
    expect(refusedHere(reviewOf('id-none'))).toEqual(missing);
    act({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(refused('R. S.')).toEqual(missing);
  });

  it.each([
    ['an unknown state', { state: 'false' }],
    ['an unknown basis', { basis: 'hearsay' }],
    ['no word on how it was made', { blind: undefined }],
  ])('does not accept %s as input', (_what, fields) => {
    expect(commandSchema.safeParse({ ...reviewOf('a'), ...fields }).success).toBe(false);
  });
});
