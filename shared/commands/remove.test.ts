import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest, responseOn, UNDO } from '../testing/case-with.ts';
import { commandSchema } from './index.ts';
import { removableKinds } from './remove.ts';

/** A case with a record of every kind that can be removed, none of them in use but the document. */
function bench() {
  const made = caseWithAllegation();
  made.run(evidenceOn(made.allegationId));
  made.run(responseOn(made.allegationId));
  return made;
}

/** The same with a finding that rests on the response. */
function deniedBench() {
  const made = bench();
  const id = newest(made.kase, 'responses').id;
  const { allegationId } = made;
  made.run({
    type: 'move-allegation',
    id: allegationId,
    to: 'denied',
    basis: 'party',
    reason: 'x',
    response: { id },
  });
  return { ...made, responseId: id };
}

describe('moving to the trash', () => {
  it.each(['passages', 'allegations', 'evidence', 'responses'] as const)('keeps %s in the file', (kind) => {
    const { kase, run } = bench();
    const before = newest(kase, kind);
    const event = run({ type: 'remove', kind, id: before.id });
    expect(event).toMatchObject({
      type: 'removed',
      changes: [{ kind, id: before.id, before: { removed: false }, after: { removed: true } }],
    });
    expect(newest(kase, kind)).toEqual({ ...before, removed: true });
  });

  it('leaves what hangs on an allegation as it is', () => {
    const { kase, run, allegationId } = bench();
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    for (const kind of ['passages', 'evidence', 'responses'] as const)
      expect(newest(kase, kind).removed).toBe(false);
  });

  it.each(removableKinds.options)('refuses %s that are not there or there already', (kind) => {
    const { kase, run, refusal, allegationId } = bench();
    expect(refusal({ type: 'remove', kind, id: 'id-none' })).toEqual({ code: 'not-found', kind });
    const { id } = newest(kase, kind);
    if (kind === 'documents') run({ type: 'remove', kind: 'allegations', id: allegationId });
    run({ type: 'remove', kind, id });
    expect(refusal({ type: 'remove', kind, id })).toEqual({ code: 'not-found', kind });
  });

  it.each(['parties', 'sources', 'case', 'history', '__proto__'])('has no place for %s', (kind) => {
    expect(commandSchema.safeParse({ type: 'remove', kind, id: 'a' }).success).toBe(false);
  });
});

describe('what is in use', () => {
  it('is a document that an allegation is anchored to', () => {
    const { kase, run, refusal, documentId, allegationId } = bench();
    const asked = { type: 'remove', kind: 'documents', id: documentId } as const;
    expect(refusal(asked)).toEqual({ code: 'in-use', count: 1 });
    run({ type: 'record-allegation', statement: 'x', passage: { documentId, start: 0, end: 3 } });
    expect(refusal(asked)).toEqual({ code: 'in-use', count: 2 });
    run({ type: 'remove', kind: 'passages', id: newest(kase, 'passages').id });
    expect(refusal(asked)).toEqual({ code: 'in-use', count: 1 });
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    run(asked);
    expect(kase.records.documents.get(documentId)?.removed).toBe(true);
  });

  it('counts an allegation once, however many passages it has', () => {
    const { run, refusal, documentId, allegationId } = bench();
    run({ type: 'add-passage', allegationId, span: { documentId, start: 0, end: 3 } });
    expect(refusal({ type: 'remove', kind: 'documents', id: documentId })).toEqual({
      code: 'in-use',
      count: 1,
    });
  });

  it('is the denial that a finding rests on', () => {
    const { kase, run, refusal, responseId } = deniedBench();
    const asked = { type: 'remove', kind: 'responses', id: responseId } as const;
    expect(refusal(asked)).toEqual({ code: 'in-use', count: 1 });
    run(UNDO);
    run(asked);
    expect(kase.records.responses.get(responseId)?.removed).toBe(true);
  });

  it('is not a denial beside the one that a finding rests on', () => {
    const { kase, run, allegationId, responseId } = deniedBench();
    run(responseOn(allegationId, { party: 'Heirs' }));
    const other = newest(kase, 'responses').id;
    run({ type: 'remove', kind: 'responses', id: other });
    expect([responseId, other].map((id) => kase.records.responses.get(id)?.removed)).toEqual([false, true]);
  });
});
