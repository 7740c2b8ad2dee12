import { describe, expect, it } from 'vitest';
import { evidenceOn, newest, UNDO } from '../testing/case-with.ts';
import { caseWithEverything } from '../testing/case-with-everything.ts';
import { removableKinds } from './remove.ts';

/** A case with a record of every kind that can be removed; no query is on its document, so that it may go. */
function bench() {
  const made = caseWithEverything();
  made.run({ type: 'remove', kind: 'queries', id: newest(made.kase, 'queries').id });
  return made;
}

describe('restoring from the trash', () => {
  it.each(removableKinds.options)('brings %s back as they were', (kind) => {
    const { kase, run, allegationId } = bench();
    if (kind === 'queries') run(UNDO);
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
    const { kase, run, refusal } = bench();
    if (kind === 'queries') run(UNDO);
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

  it('is a query on a document that is there', () => {
    const { kase, run, refusal, documentId, allegationId } = bench();
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    run({ type: 'remove', kind: 'documents', id: documentId });
    const asked = { type: 'restore', kind: 'queries', id: newest(kase, 'queries').id } as const;
    expect(refusal(asked)).toEqual({ code: 'rests-on-trash', kind: 'documents' });
    run({ type: 'restore', kind: 'documents', id: documentId });
    run(asked);
  });

  it.each(['fromId', 'toId'] as const)('is a relation whose %s is there', (end) => {
    const { kase, run, refusal } = bench();
    const relation = newest(kase, 'relations');
    run({ type: 'remove', kind: 'relations', id: relation.id });
    run({ type: 'remove', kind: 'allegations', id: relation[end] });
    const asked = { type: 'restore', kind: 'relations', id: relation.id } as const;
    expect(refusal(asked)).toEqual({ code: 'rests-on-trash', kind: 'allegations' });
    run({ type: 'restore', kind: 'allegations', id: relation[end] });
    run(asked);
  });

  it.each(['source', 'exhibit', 'origin'] as const)('is evidence whose %s is there', (ground) => {
    const { kase, run, refusal, allegationId } = bench();
    const [source, exhibit] = [newest(kase, 'sources').id, newest(kase, 'exhibits').id];
    run(
      evidenceOn(allegationId, {
        ...(ground === 'source' ? { source: { id: source } } : {}),
        ...(ground === 'exhibit' ? { exhibitId: exhibit } : {}),
        ...(ground === 'origin' ? { origin: { type: 'derived-source', sourceId: source } } : {}),
      }),
    );
    const id = newest(kase, 'evidence').id;
    run({ type: 'remove', kind: 'evidence', id });
    const under =
      ground === 'exhibit'
        ? ({ kind: 'exhibits', id: exhibit } as const)
        : ({ kind: 'sources', id: source } as const);
    run({ type: 'remove', ...under });
    const asked = { type: 'restore', kind: 'evidence', id } as const;
    expect(refusal(asked)).toEqual({ code: 'rests-on-trash', kind: under.kind });
    run({ type: 'restore', ...under });
    run(asked);
    expect(kase.records.evidence.get(id)?.removed).toBe(false);
  });

  it('is no source that was merged: it is the other one now', () => {
    const { kase, run, refusal } = bench();
    const [id = '', intoId = ''] = kase.records.sources.keys();
    run({ type: 'merge-sources', id, intoId });
    expect(refusal({ type: 'restore', kind: 'sources', id })).toEqual({ code: 'not-found', kind: 'sources' });
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
