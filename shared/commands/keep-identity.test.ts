import { describe, expect, it } from 'vitest';
import { caseWith, newest, recordsOf, REDO, UNDO } from '../testing/case-with.ts';
import { commandSchema } from './index.ts';

const COMMITMENT = 'c'.repeat(64);

/** A case with a confidential source. */
function bench(confidential = true) {
  const made = caseWith({
    type: 'add-source',
    name: 'A clerk of the town',
    kind: 'person',
    party: null,
    confidential,
  });
  const { id } = newest(made.kase, 'sources');
  const keep = { type: 'keep-identity', id, commitment: COMMITMENT } as const;
  return { ...made, id, keep, source: () => made.kase.records.sources.get(id) };
}

describe('keeping an identity', () => {
  it('records the commitment and nothing else', () => {
    const { run, id, keep, source } = bench();
    const event = run(keep);
    expect(event.type).toBe('identity-kept');
    expect(event.changes).toEqual([
      { kind: 'sources', id, before: { commitment: null }, after: { commitment: COMMITMENT } },
    ]);
    expect(source()).toMatchObject({ commitment: COMMITMENT, erasedAt: null });
  });

  it('takes another one in its place, and is taken back', () => {
    const { kase, run, keep, source } = bench();
    run(keep);
    const before = recordsOf(kase);
    run({ ...keep, commitment: 'd'.repeat(64) });
    expect(source()?.commitment).toBe('d'.repeat(64));
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
    run(REDO);
    expect(source()?.commitment).toBe('d'.repeat(64));
  });

  it('is for confidential sources only', () => {
    const { refusal, keep } = bench(false);
    expect(refusal(keep)).toEqual({ code: 'not-confidential' });
  });

  it('refuses what is kept already, what is not there, and what is in the trash', () => {
    const { run, refusal, id, keep } = bench();
    run(keep);
    expect(refusal(keep)).toEqual({ code: 'nothing-changed' });
    const missing = { code: 'not-found', kind: 'sources' };
    expect(refusal({ ...keep, id: 'id-none' })).toEqual(missing);
    run({ type: 'remove', kind: 'sources', id });
    expect(refusal(keep)).toEqual(missing);
  });

  it.each(['', 'Jane Doe', 'C'.repeat(64), 'c'.repeat(63)])(
    'does not accept %j as a commitment',
    (commitment) => {
      expect(commandSchema.safeParse({ type: 'keep-identity', id: 'a', commitment }).success).toBe(false);
    },
  );
});
