import { describe, expect, it } from 'vitest';
import { verifyCase } from '../events/verify-case.ts';
import { openCase } from '../migrations/open-case.ts';
import { caseWith, newest, REDO, textOfCase, UNDO } from '../testing/case-with.ts';

const [FIRST, SECOND] = ['c'.repeat(64), 'd'.repeat(64)];

/** A case with a confidential source whose identity is in the vault. */
function bench() {
  const made = caseWith({
    type: 'add-source',
    name: 'A clerk of the town',
    kind: 'person',
    party: null,
    confidential: true,
  });
  const { id } = newest(made.kase, 'sources');
  made.run({ type: 'keep-identity', id, commitment: FIRST });
  const erase = { type: 'erase-identity', id } as const;
  return { ...made, id, erase, source: () => made.kase.records.sources.get(id) };
}

describe('erasing an identity', () => {
  it('takes the commitment away and says when', () => {
    const { run, id, erase, source } = bench();
    const event = run(erase);
    expect(event.type).toBe('identity-erased');
    expect(event.changes).toEqual([
      {
        kind: 'sources',
        id,
        before: { commitment: FIRST, erasedAt: null },
        after: { commitment: null, erasedAt: event.at },
      },
    ]);
    expect(source()).toMatchObject({ name: 'A clerk of the town', commitment: null, erasedAt: event.at });
  });

  it('leaves a history that verifies and opens', () => {
    const { kase, run, erase } = bench();
    run(erase);
    expect(verifyCase(kase)).toBeNull();
    const opened = openCase(textOfCase(kase));
    expect(opened.ok && opened.value.undo).toEqual(kase.undo);
    expect(opened.ok && verifyCase(opened.value)).toBeNull();
  });

  it('cannot be taken back, nor can what it took away be brought back from before it', () => {
    const { kase, run, refusal, id, erase, source } = bench();
    run({ type: 'keep-identity', id, commitment: SECOND });
    run(erase);
    while (kase.undo.length > 0) {
      run(UNDO);
      expect(source()?.commitment ?? null).toBeNull();
    }
    expect(kase.undone.has(kase.history.find(({ type }) => type === 'identity-erased')?.id ?? '')).toBe(
      false,
    );
    while (kase.redo.length > 0) {
      run(REDO);
      expect(source()?.commitment ?? null).toBeNull();
    }
    expect(refusal(REDO)).toEqual({ code: 'nothing-to-redo' });
    expect(verifyCase(kase)).toBeNull();
  });

  it('leaves nothing to bring back of an identity whose keeping was taken back before', () => {
    const { run, refusal, id, erase, source } = bench();
    run({ type: 'keep-identity', id, commitment: SECOND });
    run(UNDO);
    run(erase);
    expect(refusal(REDO)).toEqual({ code: 'nothing-to-redo' });
    expect(source()?.commitment).toBeNull();
  });

  it('leaves what else was done to be taken back, of other sources too', () => {
    const { kase, run, id, erase } = bench();
    run({ type: 'add-source', name: 'Another', kind: 'person', party: null, confidential: true });
    const other = newest(kase, 'sources').id;
    run({ type: 'keep-identity', id: other, commitment: SECOND });
    run({ type: 'edit-source', id, interests: 'None.' });
    run(erase);
    expect(kase.undo.map(({ type }) => type)).toEqual([
      'source-added',
      'source-added',
      'identity-kept',
      'source-edited',
    ]);
    run(UNDO);
    expect(kase.records.sources.get(id)).toMatchObject({ interests: '', commitment: null });
    run(UNDO);
    expect(kase.records.sources.get(other)?.commitment).toBeNull();
    run(REDO);
    expect(kase.records.sources.get(other)?.commitment).toBe(SECOND);
  });

  it('is followed by another identity, if one is kept', () => {
    const { run, id, erase, source } = bench();
    run(erase);
    run({ type: 'keep-identity', id, commitment: SECOND });
    expect(source()).toMatchObject({ commitment: SECOND, erasedAt: null });
    run(UNDO);
    expect(source()?.commitment).toBeNull();
    expect(source()?.erasedAt).not.toBeNull();
  });

  it('reaches a source in the trash and one that was merged', () => {
    const { kase, run, id, erase, source } = bench();
    run({ type: 'add-source', name: 'Another', kind: 'person', party: null, confidential: true });
    run({ type: 'merge-sources', id, intoId: newest(kase, 'sources').id });
    run(erase);
    expect(source()).toMatchObject({ commitment: null, removed: true });
  });

  it('refuses where none is kept, and what is not there', () => {
    const { run, refusal, erase } = bench();
    run(erase);
    expect(refusal(erase)).toEqual({ code: 'nothing-changed' });
    expect(refusal({ ...erase, id: 'id-none' })).toEqual({ code: 'not-found', kind: 'sources' });
  });
});
