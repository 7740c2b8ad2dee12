import { describe, expect, it } from 'vitest';
import { caseWithAllegation, newest, recordsOf, UNDO, type Command } from '../testing/case-with.ts';
import { queryOn } from '../testing/case-with-everything.ts';
import { commandSchema } from './index.ts';

const STET: Omit<Command<'decide-query'>, 'id'> = {
  type: 'decide-query',
  decision: 'stet',
  wording: null,
  reason: 'Readers know.',
  decidedBy: null,
};

/** A case with one query. */
function bench(fields: Parameters<typeof queryOn>[1] = {}) {
  const made = caseWithAllegation();
  made.run(queryOn(made.documentId, fields));
  const { id } = newest(made.kase, 'queries');
  return { ...made, id, query: () => made.kase.records.queries.get(id) };
}

describe('deciding a query', () => {
  it('that it stands keeps no wording', () => {
    const { run, id, query } = bench({ proposed: 'A mill' });
    const event = run({ ...STET, id, wording: 'Some mill', reason: ' Readers know. ' });
    expect(event).toMatchObject({ type: 'query-decided', changes: [{ kind: 'queries', id }] });
    expect(query()).toMatchObject({
      decision: 'stet',
      wording: null,
      reason: 'Readers know.',
      decidedBy: 'M. K.',
      decidedAt: event.at,
      proposed: 'A mill',
    });
  });

  it.each([
    ['what was proposed, unless told otherwise', 'A mill', null, 'A mill'],
    ['another wording', 'A mill', ' Some mill', ' Some mill'],
    ['nothing, to take the passage out', 'A mill', '', ''],
    ['nothing, as was proposed', '', null, ''],
    ['a wording to a mere question', null, 'Some mill', 'Some mill'],
  ])('that it changes to %s', (_what, proposed, wording, chosen) => {
    const { run, id, query } = bench({ proposed });
    run({ ...STET, id, decision: 'change', wording });
    expect(query()).toMatchObject({ decision: 'change', wording: chosen });
  });

  it('names who decided, who need not be here', () => {
    const { run, id, query } = bench();
    run({ ...STET, id, decidedBy: ' The author ' });
    expect(query()?.decidedBy).toBe('The author');
  });

  it('can be done again, and is taken back', () => {
    const { kase, run, id, query } = bench();
    run({ ...STET, id, decision: 'change', wording: 'Some mill' });
    const before = recordsOf(kase);
    run({ ...STET, id });
    expect(query()).toMatchObject({ decision: 'stet', wording: null });
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
  });

  it('needs a reason, and a wording to change to', () => {
    const { refusal, id } = bench();
    expect(refusal({ ...STET, id, reason: ' ' })).toEqual({ code: 'decision-reason-needed' });
    expect(refusal({ ...STET, id, decision: 'change' })).toEqual({ code: 'wording-needed' });
  });

  it('refuses what is not there or in the trash', () => {
    const { run, refusal, id } = bench();
    const missing = { code: 'not-found', kind: 'queries' };
    expect(refusal({ ...STET, id: 'id-none' })).toEqual(missing);
    run({ type: 'remove', kind: 'queries', id });
    expect(refusal({ ...STET, id })).toEqual(missing);
  });

  it('does not accept another decision as input', () => {
    expect(commandSchema.safeParse({ ...STET, id: 'a', decision: 'maybe' }).success).toBe(false);
  });
});
