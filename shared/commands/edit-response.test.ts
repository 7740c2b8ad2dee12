import { describe, expect, it } from 'vitest';
import { apply } from '../events/apply.ts';
import { seal } from '../events/seal.ts';
import { verifyCase } from '../events/verify-case.ts';
import { openCase } from '../migrations/open-case.ts';
import { caseWithAllegation, newest, responseOn, textOfCase } from '../testing/case-with.ts';

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
    run({ type: 'edit-response', id, kind: 'denied', extent: 'part', denies: 'the part' });
    expect(response()).toMatchObject({ kind: 'denied', extent: 'part' });
  });

  it('needs what is denied when it becomes a denial of a part, and keeps it one', () => {
    const { run, refusal, id, response } = bench();
    const part = { type: 'edit-response', id, extent: 'part' } as const;
    const needed = { code: 'denies-needed' };
    expect(refusal(part)).toEqual(needed);
    expect(refusal({ ...part, denies: ' ' })).toEqual(needed);
    run({ ...part, denies: ' that it was theirs ' });
    expect(response()).toMatchObject({ extent: 'part', denies: 'that it was theirs' });
    expect(refusal({ type: 'edit-response', id, denies: null })).toEqual(needed);
    run({ type: 'edit-response', id, extent: 'all', denies: null });
    expect(response()).toMatchObject({ extent: 'all', denies: null });
  });

  it('opens a denial of a part as it was taken before, and asks what it denies when it is changed', () => {
    const { kase, context, refusal, id } = bench({ extent: 'part', denies: 'that it was theirs' });
    const change = { kind: 'responses', id, before: { denies: 'that it was theirs' } } as const;
    const changes = [{ ...change, after: { denies: null, on: '2030' } }];
    apply(kase, seal({ type: 'response-edited', changes }, kase.heads, context));
    expect(openCase(textOfCase(kase)).ok).toBe(true);
    expect(verifyCase(kase)).toBeNull();
    expect(refusal({ type: 'edit-response', id, words: 'No.' })).toEqual({ code: 'denies-needed' });
  });

  it('refuses times that cannot be, also together with what stood there', () => {
    const { run, refusal, id, response } = bench({ askedOn: '2026-11-18', deadline: '2026-11-20' });
    const edit = { type: 'edit-response', id } as const;
    const late = { code: 'deadline-before-request' };
    expect(refusal({ ...edit, deadline: '2026-11-17' })).toEqual(late);
    expect(refusal({ ...edit, askedOn: '2026-11-21' })).toEqual(late);
    expect(refusal({ ...edit, on: '2027' })).toEqual({ code: 'time-ahead', field: 'on' });
    run({ ...edit, askedOn: '2026-11-21', deadline: '2026-12-01' });
    expect(response()).toMatchObject({ askedOn: '2026-11-21', deadline: '2026-12-01' });
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
    run({ type: 'edit-response', id, extent: 'part', denies: 'the part' });
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
