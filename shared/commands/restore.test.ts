import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest, responseOn, UNDO } from '../testing/case-with.ts';
import { removableKinds } from './remove.ts';

/** A case with a record of every kind that can be removed. */
function bench() {
  const made = caseWithAllegation();
  made.run(evidenceOn(made.allegationId));
  made.run(responseOn(made.allegationId));
  return made;
}

describe('restoring from the trash', () => {
  it.each(removableKinds.options)('brings %s back as they were', (kind) => {
    const { kase, run, allegationId } = bench();
    const before = newest(kase, kind);
    if (kind === 'documents') run({ type: 'remove', kind: 'allegations', id: allegationId });
    run({ type: 'remove', kind, id: before.id });
    const event = run({ type: 'restore', kind, id: before.id });
    expect(event).toMatchObject({
      type: 'restored',
      changes: [{ kind, id: before.id, before: { removed: true }, after: { removed: false } }],
    });
    expect(newest(kase, kind)).toEqual(before);
  });

  it('refuses what rests on something in the trash', () => {
    const { run, refusal, allegationId, documentId } = bench();
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    run({ type: 'remove', kind: 'documents', id: documentId });
    const asked = { type: 'restore', kind: 'allegations', id: allegationId } as const;
    expect(refusal(asked)).toEqual({ code: 'rests-on-trash', kind: 'documents' });
    run({ type: 'restore', kind: 'documents', id: documentId });
    run(asked);
  });

  it('can itself be undone', () => {
    const { kase, run } = bench();
    const { id } = newest(kase, 'evidence');
    run({ type: 'remove', kind: 'evidence', id });
    run({ type: 'restore', kind: 'evidence', id });
    run(UNDO);
    expect(kase.records.evidence.get(id)?.removed).toBe(true);
  });

  it.each(removableKinds.options)('refuses %s that are not there or not in the trash', (kind) => {
    const { kase, refusal } = bench();
    const missing = { code: 'not-found', kind };
    expect(refusal({ type: 'restore', kind, id: 'id-none' })).toEqual(missing);
    expect(refusal({ type: 'restore', kind, id: newest(kase, kind).id })).toEqual(missing);
  });
});

describe('what rests on something in the trash', () => {
  it('is an allegation whose document or whose denial is there', () => {
    const { kase, run, refusal, documentId, allegationId } = bench();
    const response = { id: newest(kase, 'responses').id };
    const denied = { to: 'denied', basis: 'party', reason: 'x', response } as const;
    run({ type: 'move-allegation', id: allegationId, ...denied });
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    run({ type: 'remove', kind: 'responses', id: response.id });
    run({ type: 'remove', kind: 'documents', id: documentId });
    const asked = { type: 'restore', kind: 'allegations', id: allegationId } as const;
    expect(refusal(asked)).toEqual({ code: 'rests-on-trash', kind: 'responses' });
    run({ type: 'restore', kind: 'responses', id: response.id });
    expect(refusal(asked)).toEqual({ code: 'rests-on-trash', kind: 'documents' });
    run({ type: 'restore', kind: 'documents', id: documentId });
    run(asked);
    expect(kase.records.allegations.get(allegationId)?.removed).toBe(false);
  });

  it('is a passage of a document that is there', () => {
    const { kase, run, refusal, documentId } = bench();
    const { id } = newest(kase, 'passages');
    run({ type: 'remove', kind: 'passages', id });
    run({ type: 'remove', kind: 'documents', id: documentId });
    expect(refusal({ type: 'restore', kind: 'passages', id })).toEqual({
      code: 'rests-on-trash',
      kind: 'documents',
    });
  });

  it('is no allegation whose passage is there with the document', () => {
    const { kase, run, documentId, allegationId } = bench();
    run({ type: 'remove', kind: 'passages', id: newest(kase, 'passages').id });
    run({ type: 'remove', kind: 'documents', id: documentId });
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    run({ type: 'restore', kind: 'allegations', id: allegationId });
    expect(kase.records.allegations.get(allegationId)?.removed).toBe(false);
  });
});
