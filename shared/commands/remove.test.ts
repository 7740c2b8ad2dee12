import { describe, expect, it } from 'vitest';
import { evidenceOn, newest, responseOn, UNDO } from '../testing/case-with.ts';
import { caseWithEverything, exhibitWith, queryOn } from '../testing/case-with-everything.ts';
import { commandSchema } from './index.ts';
import { removableKinds } from './remove.ts';

/** A case with everything and a finding that rests on the response. */
function deniedBench() {
  const made = caseWithEverything();
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
  it.each(removableKinds.exclude(['documents']).options)('keeps %s in the file', (kind) => {
    const { kase, run } = caseWithEverything();
    const before = newest(kase, kind);
    const event = run({ type: 'remove', kind, id: before.id });
    expect(event).toMatchObject({
      type: 'removed',
      changes: [{ kind, id: before.id, before: { removed: false }, after: { removed: true } }],
    });
    expect(newest(kase, kind)).toEqual({ ...before, removed: true });
  });

  it('leaves what hangs on an allegation as it is', () => {
    const { kase, run, allegationId } = caseWithEverything();
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    for (const kind of ['passages', 'evidence', 'responses', 'queries', 'reviews', 'relations'] as const)
      expect(newest(kase, kind).removed).toBe(false);
  });

  it.each(removableKinds.options)('refuses %s that are not there or there already', (kind) => {
    const { kase, run, refusal, allegationId } = caseWithEverything();
    expect(refusal({ type: 'remove', kind, id: 'id-none' })).toEqual({ code: 'not-found', kind });
    const { id } = newest(kase, kind);
    if (kind === 'documents') {
      run({ type: 'remove', kind: 'allegations', id: allegationId });
      run({ type: 'remove', kind: 'queries', id: newest(kase, 'queries').id });
    }
    run({ type: 'remove', kind, id });
    expect(refusal({ type: 'remove', kind, id })).toEqual({ code: 'not-found', kind });
  });

  it.each(['parties', 'case', 'history', '__proto__'])('has no place for %s', (kind) => {
    expect(commandSchema.safeParse({ type: 'remove', kind, id: 'a' }).success).toBe(false);
  });
});

describe('what is in use', () => {
  it('is a document that an allegation is anchored to', () => {
    const { kase, run, refusal, documentId, allegationId } = caseWithEverything();
    run({ type: 'remove', kind: 'queries', id: newest(kase, 'queries').id });
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

  it('is a document on which there is a query', () => {
    const { kase, run, refusal, documentId, allegationId } = caseWithEverything();
    run({ type: 'remove', kind: 'queries', id: newest(kase, 'queries').id });
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    run(queryOn(documentId));
    const asked = { type: 'remove', kind: 'documents', id: documentId } as const;
    expect(refusal(asked)).toEqual({ code: 'in-use', count: 1 });
    run({ type: 'remove', kind: 'queries', id: newest(kase, 'queries').id });
    run(asked);
  });

  it('is a source of evidence, and one that evidence says it is derived from', () => {
    const { kase, run, refusal, allegationId } = caseWithEverything();
    const id = newest(kase, 'sources').id;
    const asked = { type: 'remove', kind: 'sources', id } as const;
    run(evidenceOn(allegationId, { source: { id } }));
    const own = newest(kase, 'evidence').id;
    run(evidenceOn(newest(kase, 'allegations').id, { origin: { type: 'derived-source', sourceId: id } }));
    expect(refusal(asked)).toEqual({ code: 'in-use', count: 2 });
    run({ type: 'remove', kind: 'evidence', id: own });
    expect(refusal(asked)).toEqual({ code: 'in-use', count: 1 });
    run({ type: 'remove', kind: 'evidence', id: newest(kase, 'evidence').id });
    run(asked);
    expect(kase.records.sources.get(id)?.removed).toBe(true);
  });

  it('is an exhibit that evidence shows', () => {
    const { kase, run, refusal, allegationId } = caseWithEverything();
    run(exhibitWith());
    const id = newest(kase, 'exhibits').id;
    const asked = { type: 'remove', kind: 'exhibits', id } as const;
    run(evidenceOn(allegationId, { exhibitId: id }));
    expect(refusal(asked)).toEqual({ code: 'in-use', count: 1 });
    run({ type: 'edit-evidence', id: newest(kase, 'evidence').id, exhibitId: null });
    run(asked);
    expect(kase.records.exhibits.get(id)?.removed).toBe(true);
  });

  it('counts an allegation once, however many passages it has', () => {
    const { kase, run, refusal, documentId, allegationId } = caseWithEverything();
    run({ type: 'remove', kind: 'queries', id: newest(kase, 'queries').id });
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
