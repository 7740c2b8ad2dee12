import { describe, expect, it } from 'vitest';
import { LIMITS } from '../case/limits.ts';
import { caseWithAllegation, newest, recordsOf, responseOn, UNDO } from '../testing/case-with.ts';
import { commandSchema } from './index.ts';

/** A case in which the owner of the mill was asked and has not answered. */
function bench() {
  const made = caseWithAllegation();
  made.run(responseOn(made.allegationId, { kind: 'asked', extent: null, words: '', on: null }));
  const { id } = newest(made.kase, 'responses');
  const log = { type: 'log-attempt', id, on: '2026-11-21', channel: 'telephone', note: '' } as const;
  return { ...made, id, log, response: () => made.kase.records.responses.get(id) };
}

describe('logging an attempt', () => {
  it('enters it after those that are there', () => {
    const { run, id, log, response } = bench();
    const first = { on: '2026-11-21', channel: 'telephone', note: '' };
    const event = run(log);
    expect(event.type).toBe('attempt-logged');
    expect(event.changes).toEqual([
      { kind: 'responses', id, before: { attempts: [] }, after: { attempts: [first] } },
    ]);
    run({ ...log, on: null, channel: ' at the door ', note: ' Nobody opened. ' });
    expect(response()?.attempts).toEqual([
      first,
      { on: null, channel: 'at the door', note: 'Nobody opened.' },
    ]);
    expect(response()?.kind).toBe('asked');
  });

  it('takes the same twice, since two attempts can be alike, and is taken back', () => {
    const { kase, run, log, response } = bench();
    run(log);
    const before = recordsOf(kase);
    run(log);
    expect(response()?.attempts).toHaveLength(2);
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
  });

  it('needs a channel', () => {
    const { refusal, log } = bench();
    expect(refusal({ ...log, channel: ' ' })).toEqual({ code: 'text-needed', field: 'channel' });
  });

  it('refuses one that has yet to come', () => {
    const { refusal, log } = bench();
    expect(refusal({ ...log, on: '2026-11-25' })).toEqual({ code: 'time-ahead', field: 'attempt' });
  });

  it('takes no more than there may be', () => {
    const { run, refusal, log, response } = bench();
    for (let count = 0; count < LIMITS.attempts; count++) run(log);
    expect(refusal(log)).toEqual({ code: 'too-many', limit: LIMITS.attempts });
    expect(response()?.attempts).toHaveLength(LIMITS.attempts);
  });

  it('refuses a response that is not there or in the trash', () => {
    const { run, refusal, id, log } = bench();
    const missing = { code: 'not-found', kind: 'responses' };
    expect(refusal({ ...log, id: 'id-none' })).toEqual(missing);
    run({ type: 'remove', kind: 'responses', id });
    expect(refusal(log)).toEqual(missing);
  });

  it('does not accept a day that does not exist as input', () => {
    expect(commandSchema.safeParse({ ...bench().log, on: '2026-02-30' }).success).toBe(false);
  });
});
