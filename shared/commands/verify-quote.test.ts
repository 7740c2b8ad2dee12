import { describe, expect, it } from 'vitest';
import { caseWithAllegation, recordsOf, UNDO } from '../testing/case-with.ts';

/** A case with one allegation. */
function bench() {
  const made = caseWithAllegation();
  const id = made.allegationId;
  return { ...made, id, allegation: () => made.kase.records.allegations.get(id) };
}

describe('verifying a quote', () => {
  it('says how, by whom and when, and leaves the state alone', () => {
    const { run, id, allegation } = bench();
    const finding = allegation()?.finding;
    const event = run({ type: 'verify-quote', id, how: ' Against the recording. ' });
    const quote = { how: 'Against the recording.', by: 'M. K.', at: event.at };
    expect(event.type).toBe('quote-verified');
    expect(event.changes).toEqual([{ kind: 'allegations', id, before: { quote: null }, after: { quote } }]);
    expect(allegation()?.finding).toBe(finding);
  });

  it('can be told anew, taken away and taken back', () => {
    const { kase, run, id, allegation } = bench();
    run({ type: 'verify-quote', id, how: 'Against the recording.' });
    run({ type: 'verify-quote', id, how: 'Against the minutes.' });
    expect(allegation()?.quote?.how).toBe('Against the minutes.');
    const before = recordsOf(kase);
    const event = run({ type: 'verify-quote', id, how: null });
    expect([event.type, allegation()?.quote]).toEqual(['quote-unverified', null]);
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
  });

  it('needs to say how', () => {
    const { refusal, id } = bench();
    expect(refusal({ type: 'verify-quote', id, how: ' ' })).toEqual({ code: 'text-needed', field: 'how' });
  });

  it('refuses to take away what is not there', () => {
    const { refusal, id } = bench();
    expect(refusal({ type: 'verify-quote', id, how: null })).toEqual({ code: 'nothing-changed' });
  });

  it('refuses an allegation that is not there or in the trash', () => {
    const { run, refusal, id } = bench();
    const missing = { code: 'not-found', kind: 'allegations' };
    expect(refusal({ type: 'verify-quote', id: 'id-none', how: 'x' })).toEqual(missing);
    run({ type: 'remove', kind: 'allegations', id });
    expect(refusal({ type: 'verify-quote', id, how: 'x' })).toEqual(missing);
  });
});
