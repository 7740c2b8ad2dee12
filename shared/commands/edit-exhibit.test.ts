import { describe, expect, it } from 'vitest';
import { caseWith, newest, recordsOf, UNDO } from '../testing/case-with.ts';
import { exhibitWith } from '../testing/case-with-everything.ts';
import { commandSchema } from './index.ts';

/** A case with one exhibit. */
function bench() {
  const made = caseWith(exhibitWith());
  const { id } = newest(made.kase, 'exhibits');
  return { ...made, id, exhibit: () => made.kase.records.exhibits.get(id) };
}

describe('editing an exhibit', () => {
  it('records only the fields that differ, and is taken back', () => {
    const { kase, run, id } = bench();
    const before = recordsOf(kase);
    const event = run({
      type: 'edit-exhibit',
      id,
      title: ' The mill after the fire ',
      kind: 'page',
      address: ' https://example.org ',
      archivedAddress: '',
      capturedOn: '2026-11-16',
      graphic: true,
    });
    expect(event.type).toBe('exhibit-edited');
    expect(event.changes).toEqual([
      {
        kind: 'exhibits',
        id,
        before: { kind: 'image', address: null, capturedOn: null, graphic: false },
        after: { kind: 'page', address: 'https://example.org', capturedOn: '2026-11-16', graphic: true },
      },
    ]);
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
  });

  it('never changes the file nor the number', () => {
    const { run, id, exhibit } = bench();
    const sneaky = { sha256: 'b'.repeat(64), bytes: 1, mediaType: 'x', fileName: 'x', number: 7 };
    run(commandSchema.parse({ type: 'edit-exhibit', id, notes: 'x', ...sneaky }));
    const { sha256, bytes, mediaType, fileName } = exhibitWith();
    expect(exhibit()).toMatchObject({ sha256, bytes, mediaType, fileName, number: 1, notes: 'x' });
  });

  it('refuses a future time', () => {
    const { refusal, id } = bench();
    const capturedOn = '2026-11-23T14:05Z[Europe/Kyiv]';
    expect(refusal({ type: 'edit-exhibit', id, capturedOn })).toEqual({
      code: 'time-ahead',
      field: 'capturedOn',
    });
  });

  it('needs a title, if one is given', () => {
    const { refusal, id } = bench();
    expect(refusal({ type: 'edit-exhibit', id, title: ' ' })).toEqual({
      code: 'text-needed',
      field: 'title',
    });
  });

  it('refuses what changes nothing, and what is not there or in the trash', () => {
    const { run, refusal, id } = bench();
    expect(refusal({ type: 'edit-exhibit', id, address: ' ' })).toEqual({ code: 'nothing-changed' });
    const missing = { code: 'not-found', kind: 'exhibits' };
    expect(refusal({ type: 'edit-exhibit', id: 'id-none', notes: 'x' })).toEqual(missing);
    run({ type: 'remove', kind: 'exhibits', id });
    expect(refusal({ type: 'edit-exhibit', id, notes: 'x' })).toEqual(missing);
  });
});
