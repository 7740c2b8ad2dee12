import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFrom } from '../testing/arbitrary-case.ts';
import { caseToRate, publishing, rated, type GivenRating } from '../testing/case-rated.ts';
import { caseWithAllegation, newest, recordsOf, UNDO } from '../testing/case-with.ts';

describe('rating an allegation', () => {
  it('says what is published, by whom and when, and leaves the state alone', () => {
    const { kase, run, allegationId: id, ids } = caseToRate();
    const finding = kase.records.allegations.get(id)?.finding;
    const event = run(
      rated(id, ids[1], {
        claimReviewed: ' The mill burned. ',
        url: ' https://desk.example/a ',
        firstAppearance: ' ',
        appearances: [' https://radio.example/1', '', 'https://radio.example/1'],
      }),
    );
    const rating = {
      ratingId: ids[1],
      url: 'https://desk.example/a',
      claimReviewed: 'The mill burned.',
      publishedOn: '2026-11-22',
      claimantType: 'organization',
      firstAppearance: null,
      appearances: ['https://radio.example/1'],
      by: 'M. K.',
      at: event.at,
    };
    expect(event.type).toBe('allegation-rated');
    expect(event.changes).toEqual([{ kind: 'allegations', id, before: { rating: null }, after: { rating } }]);
    expect(kase.records.allegations.get(id)?.finding).toBe(finding);
  });

  it('can be changed, taken back and undone', () => {
    const { kase, run, refusal, allegationId: id, ids } = caseToRate();
    run(rated(id, ids[0]));
    const before = recordsOf(kase);
    expect(refusal(rated(id, ids[0]))).toEqual({ code: 'nothing-changed' });
    run(rated(id, ids[2]));
    expect(kase.records.allegations.get(id)?.rating?.ratingId).toBe(ids[2]);
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
    const event = run({ type: 'rate-allegation', id, rating: null });
    expect([event.type, kase.records.allegations.get(id)?.rating]).toEqual(['rating-removed', null]);
    expect(refusal({ type: 'rate-allegation', id, rating: null })).toEqual({ code: 'nothing-changed' });
  });

  it('may share its page with others', () => {
    const { kase, run, allegationId, ids } = caseToRate();
    run({ type: 'record-allegation', statement: 'x', passage: null });
    const other = newest(kase, 'allegations').id;
    run(rated(allegationId, ids[0]));
    run(rated(other, ids[1]));
    expect(kase.records.allegations.get(other)?.rating?.url).toBe('https://checks.desk.example/mill');
  });

  it('comes from nothing else that is done to a case', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 60 }), (seeds) => {
        const { kase } = caseFrom(seeds, undefined, ({ type }) => type !== 'rate-allegation');
        expect([...kase.records.allegations.values()].filter(({ rating }) => rating !== null)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('it is refused', () => {
  it('before somebody said who publishes, and on which scale', () => {
    const { run, refusal, allegationId } = caseWithAllegation();
    expect(refusal(rated(allegationId, 'id-1'))).toEqual({ code: 'no-scale' });
    run(publishing({ scale: null }));
    expect(refusal(rated(allegationId, 'id-1'))).toEqual({ code: 'no-scale' });
    run(publishing({ publisher: null }));
    expect(refusal(rated(allegationId, 'id-1'))).toEqual({ code: 'no-scale' });
  });

  it('on an allegation that is not there or in the trash', () => {
    const { run, refusal, allegationId, ids } = caseToRate();
    const missing = { code: 'not-found', kind: 'allegations' };
    expect(refusal(rated('id-none', ids[0]))).toEqual(missing);
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(refusal(rated(allegationId, ids[0]))).toEqual(missing);
    expect(refusal({ type: 'rate-allegation', id: allegationId, rating: null })).toEqual(missing);
  });

  it.each<[string, Partial<GivenRating>, object]>([
    ['with a rating that is not of the scale', { ratingId: 'id-none' }, { code: 'rating-unknown' }],
    [
      'without a claim',
      { claimReviewed: ' ' },
      { code: 'not-to-be-rated', problems: [{ code: 'claim-missing' }] },
    ],
    [
      'with several things wrong',
      { url: '/mill', appearances: ['page 3'] },
      {
        code: 'not-to-be-rated',
        problems: [{ code: 'address-not-absolute' }, { code: 'appearance-not-absolute' }],
      },
    ],
    [
      'on the site of somebody else',
      { url: 'https://notdesk.example/mill' },
      { code: 'not-to-be-rated', problems: [{ code: 'address-elsewhere' }] },
    ],
    ['before it was published', { publishedOn: '2026-11-30' }, { code: 'time-ahead', field: 'publishedOn' }],
  ])('%s', (_what, fields, expected) => {
    const { refusal, allegationId, ids } = caseToRate();
    expect(refusal(rated(allegationId, ids[0], fields))).toEqual(expected);
  });

  it.each([
    ['the same anchor', 'https://desk.example/a#x', 'https://desk.example/a#x'],
    ['the anchor that the other gets', 'https://desk.example/a', 'https://desk.example/a#MIL-001'],
  ])('at the address of another: %s', (_what, first, second) => {
    const { kase, run, refusal, allegationId, ids } = caseToRate();
    run({ type: 'record-allegation', statement: 'x', passage: null });
    const other = newest(kase, 'allegations').id;
    run(rated(allegationId, ids[0], { url: first }));
    expect(refusal(rated(other, ids[0], { url: second }))).toEqual({ code: 'address-twice', ref: 'MIL-001' });
  });
});
