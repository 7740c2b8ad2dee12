import { describe, expect, it } from 'vitest';
import { RELATION_KINDS } from '../case/words.ts';
import { caseWithAllegation, newest, recordsOf, UNDO } from '../testing/case-with.ts';
import { commandSchema } from './index.ts';

/** A case with two allegations. */
function bench() {
  const made = caseWithAllegation();
  made.run({ type: 'record-allegation', statement: 'Something burned.', passage: null });
  const [fromId, toId] = [made.allegationId, newest(made.kase, 'allegations').id];
  const relate = { type: 'relate-allegations', fromId, toId, kind: 'narrower', note: '' } as const;
  return { ...made, fromId, toId, relate };
}

describe('relating two allegations', () => {
  it('records how the first relates to the second', () => {
    const { kase, run, fromId, toId, relate } = bench();
    const event = run({ ...relate, note: ' “Monday” is more than “some day”. ' });
    expect(event).toMatchObject({
      type: 'allegations-related',
      changes: [{ kind: 'relations', before: null }],
    });
    expect(newest(kase, 'relations')).toEqual({
      id: newest(kase, 'relations').id,
      kind: 'narrower',
      fromId,
      toId,
      note: '“Monday” is more than “some day”.',
      addedAt: event.at,
      removed: false,
    });
  });

  it('is taken back', () => {
    const { kase, run, relate } = bench();
    const before = recordsOf(kase);
    run(relate);
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
  });

  it('takes each kind once, whichever way round', () => {
    const { run, refusal, fromId, toId, relate } = bench();
    for (const kind of RELATION_KINDS) {
      run({ ...relate, kind });
      expect(refusal({ ...relate, kind })).toEqual({ code: 'already-related' });
      expect(refusal({ ...relate, kind, fromId: toId, toId: fromId })).toEqual({ code: 'already-related' });
    }
  });

  it('takes again what is in the trash, which then stays there', () => {
    const { kase, run, refusal, relate } = bench();
    run(relate);
    const { id } = newest(kase, 'relations');
    run({ type: 'remove', kind: 'relations', id });
    run({ ...relate, fromId: relate.toId, toId: relate.fromId });
    expect(refusal({ type: 'restore', kind: 'relations', id })).toEqual({ code: 'already-related' });
    run({ type: 'remove', kind: 'relations', id: newest(kase, 'relations').id });
    run({ type: 'restore', kind: 'relations', id });
  });

  it('refuses one with itself', () => {
    const { refusal, relate } = bench();
    expect(refusal({ ...relate, toId: relate.fromId })).toEqual({ code: 'same-record' });
  });

  it.each(['fromId', 'toId'] as const)('needs its %s to be there', (end) => {
    const { run, refusal, relate } = bench();
    const missing = { code: 'not-found', kind: 'allegations' };
    expect(refusal({ ...relate, [end]: 'id-none' })).toEqual(missing);
    run({ type: 'remove', kind: 'allegations', id: relate[end] });
    expect(refusal(relate)).toEqual(missing);
  });

  it.each(['wider', 'refutes'])('does not accept %s as input', (kind) => {
    expect(commandSchema.safeParse({ ...bench().relate, kind }).success).toBe(false);
  });
});
