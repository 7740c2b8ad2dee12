import { describe, expect, it } from 'vitest';
import { caseWithAllegation, newest, recordsOf, UNDO } from '../testing/case-with.ts';
import { queryOn } from '../testing/case-with-everything.ts';

/** A case with one query. */
function bench(fields: Parameters<typeof queryOn>[1] = {}) {
  const made = caseWithAllegation();
  made.run(queryOn(made.documentId, fields));
  const { id } = newest(made.kase, 'queries');
  return { ...made, id, query: () => made.kase.records.queries.get(id) };
}

describe('editing a query', () => {
  it('records only the fields that differ, and is taken back', () => {
    const { kase, run, id } = bench();
    const before = recordsOf(kase);
    const event = run({
      type: 'edit-query',
      id,
      kind: 'wording',
      question: ' Which mill? ',
      proposed: 'A mill',
      decider: ' ',
    });
    expect(event.type).toBe('query-edited');
    expect(event.changes).toEqual([
      {
        kind: 'queries',
        id,
        before: { kind: 'question', proposed: null },
        after: { kind: 'wording', proposed: 'A mill' },
      },
    ]);
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
  });

  it('leaves what was decided as it was decided', () => {
    const { run, id, query } = bench({ proposed: 'A mill' });
    run({ type: 'decide-query', id, decision: 'change', wording: null, reason: 'Yes.', decidedBy: 'Ed.' });
    const decided = query();
    run({ type: 'edit-query', id, proposed: 'Some mill', decider: 'Desk' });
    expect(query()).toEqual({ ...decided, proposed: 'Some mill', decider: 'Desk' });
  });

  it('needs what its kind needs', () => {
    const { run, refusal, id } = bench();
    expect(refusal({ type: 'edit-query', id, question: ' ' })).toEqual({
      code: 'text-needed',
      field: 'question',
    });
    expect(refusal({ type: 'edit-query', id, kind: 'wording' })).toEqual({ code: 'wording-needed' });
    run({ type: 'edit-query', id, kind: 'wording', proposed: '', question: '' });
    expect(refusal({ type: 'edit-query', id, proposed: null })).toEqual({ code: 'wording-needed' });
    expect(refusal({ type: 'edit-query', id, kind: 'question' })).toEqual({
      code: 'text-needed',
      field: 'question',
    });
  });

  it('refuses what changes nothing, and what is not there or in the trash', () => {
    const { run, refusal, id } = bench();
    expect(refusal({ type: 'edit-query', id })).toEqual({ code: 'nothing-changed' });
    expect(refusal({ type: 'edit-query', id, decider: '', question: 'Which mill?' })).toEqual({
      code: 'nothing-changed',
    });
    const missing = { code: 'not-found', kind: 'queries' };
    expect(refusal({ type: 'edit-query', id: 'id-none', question: 'x' })).toEqual(missing);
    run({ type: 'remove', kind: 'queries', id });
    expect(refusal({ type: 'edit-query', id, question: 'x' })).toEqual(missing);
  });
});
