import { describe, expect, it } from 'vitest';
import { caseWithAllegation, newest, responseOn } from '../testing/case-with.ts';

/** A case with one denial. */
function bench(fields: Parameters<typeof responseOn>[1] = {}) {
  const made = caseWithAllegation();
  made.run(responseOn(made.allegationId, fields));
  const { id } = newest(made.kase, 'responses');
  return { ...made, id, response: () => made.kase.records.responses.get(id) };
}

describe('editing a response', () => {
  it('records only the fields that differ', () => {
    const { run, id, response } = bench();
    const before = response();
    const event = run({
      type: 'edit-response',
      id,
      words: ' No. ',
      on: '2026-11',
      channel: 'letter',
      party: 'MILL owner',
    });
    expect(event.type).toBe('response-edited');
    expect(event.changes).toEqual([
      {
        kind: 'responses',
        id,
        before: { words: 'There was no fire.', on: '2026-11-20', channel: null },
        after: { words: 'No.', on: '2026-11', channel: 'letter' },
      },
    ]);
    expect(response()).toEqual({ ...before, words: 'No.', on: '2026-11', channel: 'letter' });
  });

  it('gives it to another party, made on the way if need be', () => {
    const { kase, run, id, response } = bench();
    const event = run({ type: 'edit-response', id, party: 'Heirs' });
    expect(event.changes.map(({ kind }) => kind)).toEqual(['parties', 'responses']);
    expect(response()?.partyId).toBe(newest(kase, 'parties').id);
  });

  it('drops the extent with the denial, and what it denied', () => {
    const { run, id, response } = bench({ denies: 'that it was theirs' });
    run({ type: 'edit-response', id, words: 'No.' });
    expect(response()).toMatchObject({ denies: 'that it was theirs' });
    run({ type: 'edit-response', id, kind: 'declined', denies: 'anything' });
    expect(response()).toMatchObject({ kind: 'declined', extent: null, denies: null });
  });

  it('changes how it was asked for, and keeps the attempts', () => {
    const { run, id, response } = bench({ kind: 'asked', extent: null, deadline: '2026-11-20' });
    run({ type: 'log-attempt', id, on: '2026-11-21', channel: 'telephone', note: '' });
    const before = response();
    run({ type: 'edit-response', id, contact: ' Press office ', askedOn: '2026-11', deadline: null });
    const now = { contact: 'Press office', askedOn: '2026-11', deadline: null };
    expect(response()).toEqual({ ...before, ...now });
    run({ type: 'edit-response', id, contact: ' ', denies: ' ' });
    expect(response()).toEqual({ ...before, ...now, contact: null });
  });

  it('needs an extent when it becomes a denial', () => {
    const { run, refusal, id, response } = bench({ kind: 'declined', extent: null });
    expect(refusal({ type: 'edit-response', id, kind: 'denied' })).toEqual({
      code: 'response-details-needed',
      missing: 'extent',
    });
    run({ type: 'edit-response', id, kind: 'denied', extent: 'part' });
    expect(response()).toMatchObject({ kind: 'denied', extent: 'part' });
  });

  it('gives no extent to what is not a denial', () => {
    const { refusal, id } = bench({ kind: 'declined', extent: null });
    expect(refusal({ type: 'edit-response', id, extent: 'all' })).toEqual({ code: 'nothing-changed' });
  });

  it('leaves the denial that a finding rests on a denial', () => {
    const { run, refusal, id, allegationId, response } = bench();
    const denied = { to: 'denied', basis: 'party', reason: 'x', response: { id } } as const;
    run({ type: 'move-allegation', id: allegationId, ...denied });
    expect(refusal({ type: 'edit-response', id, kind: 'confirmed' })).toEqual({ code: 'carries-finding' });
    run({ type: 'edit-response', id, words: 'Still no.' });
    run({ type: 'move-allegation', id: allegationId, to: 'unverified', reason: 'x' });
    run({ type: 'edit-response', id, kind: 'confirmed' });
    expect(response()).toMatchObject({ kind: 'confirmed', extent: null, words: 'Still no.' });
  });

  it('needs a party, if one is given', () => {
    const { refusal, id } = bench();
    expect(refusal({ type: 'edit-response', id, party: ' ' })).toEqual({
      code: 'response-details-needed',
      missing: 'party',
    });
  });

  it('refuses what changes nothing', () => {
    const { refusal, id } = bench();
    expect(refusal({ type: 'edit-response', id })).toEqual({ code: 'nothing-changed' });
    expect(refusal({ type: 'edit-response', id, party: 'mill owner', address: ' ' })).toEqual({
      code: 'nothing-changed',
    });
  });

  it('refuses to take the denial away that a finding rests on', () => {
    const { run, refusal, id, allegationId } = bench();
    const asked = { type: 'move-allegation', id: allegationId, reason: 'They say so.' } as const;
    run({ ...asked, to: 'denied', basis: 'party', response: { id } });
    const carries = { code: 'carries-finding' };
    expect(refusal({ type: 'edit-response', id, kind: 'declined' })).toEqual(carries);
    expect(refusal({ type: 'edit-response', id, extent: 'else' })).toEqual(carries);
    run({ type: 'edit-response', id, extent: 'part' });
    run({ ...asked, to: 'unverified' });
    run({ type: 'edit-response', id, kind: 'declined' });
  });

  it('refuses what is not there or in the trash', () => {
    const { run, refusal, id } = bench();
    const missing = { code: 'not-found', kind: 'responses' };
    expect(refusal({ type: 'edit-response', id: 'id-none', words: 'x' })).toEqual(missing);
    run({ type: 'remove', kind: 'responses', id });
    expect(refusal({ type: 'edit-response', id, words: 'x' })).toEqual(missing);
  });
});
