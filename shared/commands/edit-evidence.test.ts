import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest } from '../testing/case-with.ts';
import { exhibitWith } from '../testing/case-with-everything.ts';
import { commandSchema } from './index.ts';

/** A case with one evidence item. */
function bench() {
  const made = caseWithAllegation();
  made.run(evidenceOn(made.allegationId));
  const { id } = newest(made.kase, 'evidence');
  return { ...made, id, item: () => made.kase.records.evidence.get(id) };
}

describe('editing evidence', () => {
  it('records only the fields that differ', () => {
    const { run, id, item } = bench();
    const before = item();
    const event = run({
      type: 'edit-evidence',
      id,
      stance: 'contradicts',
      excerpt: ' I saw the flames. ',
      locator: ' ',
      origin: { type: 'unknown' },
      level: 'secondary',
    });
    expect(event.type).toBe('evidence-edited');
    expect(event.changes).toEqual([
      {
        kind: 'evidence',
        id,
        before: { stance: 'supports', origin: { type: 'first-hand' }, locator: 'interview, minute 3' },
        after: { stance: 'contradicts', origin: { type: 'unknown' }, locator: null },
      },
    ]);
    expect(item()).toEqual({ ...before, stance: 'contradicts', origin: { type: 'unknown' }, locator: null });
  });

  it('gives it another source, made on the way if need be', () => {
    const { kase, run, id, item } = bench();
    const source = { name: 'Fire log', kind: 'record', party: 'Town' } as const;
    const event = run({ type: 'edit-evidence', id, source });
    expect(event.changes.map(({ kind }) => kind)).toEqual(['parties', 'sources', 'evidence']);
    expect(item()?.sourceId).toBe(newest(kase, 'sources').id);
    run({ type: 'edit-evidence', id, source: { name: 'a neighbour', kind: 'other', party: null } });
    expect(kase.records.sources.size).toBe(2);
    expect(kase.records.sources.get(item()?.sourceId ?? '')?.name).toBe('A neighbour');
  });

  it('never moves it to another allegation nor renumbers it', () => {
    const { run, id, item, allegationId } = bench();
    const sneaky = { allegationId: 'id-x', number: 7, removed: true };
    run(commandSchema.parse({ type: 'edit-evidence', id, excerpt: 'x', ...sneaky }));
    expect(item()).toMatchObject({ allegationId, number: 1, removed: false });
  });

  it('cannot be derived from itself or from what is not there', () => {
    const { run, refusal, id, allegationId, kase } = bench();
    const missing = { code: 'not-found', kind: 'evidence' };
    for (const evidenceId of [id, 'id-none']) {
      const origin = { type: 'derived', evidenceId } as const;
      expect(refusal({ type: 'edit-evidence', id, origin })).toEqual(missing);
    }
    run(evidenceOn(allegationId));
    const origin = { type: 'derived', evidenceId: newest(kase, 'evidence').id } as const;
    run({ type: 'edit-evidence', id, origin });
    expect(kase.records.evidence.get(id)?.origin).toEqual(origin);
  });

  it('cannot be derived from a source that is an item here, until that item is gone', () => {
    const { kase, run, refusal, id, item, allegationId } = bench();
    run({ type: 'add-source', name: 'Agency', kind: 'outlet', party: null });
    const sourceId = newest(kase, 'sources').id;
    const origin = { type: 'derived-source', sourceId } as const;
    run({ type: 'edit-evidence', id, origin });
    expect(item()?.origin).toEqual(origin);
    run(evidenceOn(allegationId, { source: { id: sourceId } }));
    const from = newest(kase, 'evidence');
    run({ type: 'edit-evidence', id, origin: { type: 'unknown' } });
    expect(refusal({ type: 'edit-evidence', id, origin })).toEqual({ code: 'origin-is-evidence', number: 2 });
    run({ type: 'remove', kind: 'evidence', id: from.id });
    run({ type: 'edit-evidence', id, origin });
    expect(refusal({ type: 'edit-evidence', id, origin: { ...origin, sourceId: 'id-none' } })).toEqual({
      code: 'not-found',
      kind: 'sources',
    });
  });

  it('does not come to be from its own source, whichever of the two is changed', () => {
    const { kase, run, refusal, id, item } = bench();
    run({ type: 'add-source', name: 'Agency', kind: 'outlet', party: null });
    const sourceId = newest(kase, 'sources').id;
    const origin = { type: 'derived-source', sourceId } as const;
    const edit = { type: 'edit-evidence', id } as const;
    const itself = { code: 'origin-is-own-source' };
    expect(refusal({ ...edit, origin: { ...origin, sourceId: item()?.sourceId ?? '' } })).toEqual(itself);
    run({ ...edit, origin });
    expect(refusal({ ...edit, source: { id: sourceId } })).toEqual(itself);
    run({ ...edit, source: { id: sourceId }, origin: { type: 'first-hand' } });
    expect(item()).toMatchObject({ sourceId, origin: { type: 'first-hand' } });
  });

  it('changes grade, authentication and exhibit, and takes them away', () => {
    const { kase, run, refusal, id, item } = bench();
    run(exhibitWith());
    const exhibitId = newest(kase, 'exhibits').id;
    run({ type: 'edit-evidence', id, exhibitId, credibility: '3', authentication: ' seen ' });
    expect(item()).toMatchObject({ exhibitId, credibility: '3', authentication: 'seen' });
    run({ type: 'edit-evidence', id, exhibitId: null, authentication: ' ' });
    expect(item()).toMatchObject({ exhibitId: null, credibility: '3', authentication: null });
    run({ type: 'remove', kind: 'exhibits', id: exhibitId });
    expect(refusal({ type: 'edit-evidence', id, exhibitId })).toEqual({
      code: 'not-found',
      kind: 'exhibits',
    });
  });

  it('refuses a future time', () => {
    const { refusal, id } = bench();
    expect(refusal({ type: 'edit-evidence', id, accessedOn: '2026-11-25' })).toEqual({
      code: 'time-ahead',
      field: 'accessedOn',
    });
  });

  it('needs a source, if one is given', () => {
    const { refusal, id } = bench();
    for (const source of [{ id: 'id-none' }, { name: '', kind: 'person', party: null } as const]) {
      expect(refusal({ type: 'edit-evidence', id, source })).toEqual({
        code: 'text-needed',
        field: 'source',
      });
    }
  });

  it('refuses what changes nothing', () => {
    const { refusal, id, item } = bench();
    const nothing = { code: 'nothing-changed' };
    expect(refusal({ type: 'edit-evidence', id })).toEqual(nothing);
    expect(refusal({ type: 'edit-evidence', id, address: ' ', origin: { type: 'first-hand' } })).toEqual(
      nothing,
    );
    expect(refusal({ type: 'edit-evidence', id, source: { id: item()?.sourceId ?? '' } })).toEqual(nothing);
  });

  it('refuses what is not there or in the trash', () => {
    const { run, refusal, id } = bench();
    const missing = { code: 'not-found', kind: 'evidence' };
    expect(refusal({ type: 'edit-evidence', id: 'id-none', excerpt: 'x' })).toEqual(missing);
    run({ type: 'remove', kind: 'evidence', id });
    expect(refusal({ type: 'edit-evidence', id, excerpt: 'x' })).toEqual(missing);
  });
});
