import { describe, expect, it } from 'vitest';
import { caseWith, newest, recordsOf, UNDO } from '../testing/case-with.ts';
import { exhibitWith } from '../testing/case-with-everything.ts';
import { commandSchema } from './index.ts';

describe('taking an exhibit in', () => {
  it('records the file and what is known about it', () => {
    const { kase, run } = caseWith();
    const event = run(
      exhibitWith({
        title: ' The mill ',
        publishedOn: '2026-11',
        capturedOn: '2026-11-16T12:10Z[Europe/Kyiv]',
        accessedOn: '2026-11-23',
        address: ' https://example.org/mill ',
        archivedAddress: ' ',
        notes: ' as typed ',
        graphic: true,
      }),
    );
    expect(event).toMatchObject({ type: 'exhibit-added', changes: [{ kind: 'exhibits', before: null }] });
    expect(newest(kase, 'exhibits')).toEqual({
      id: newest(kase, 'exhibits').id,
      number: 1,
      title: 'The mill',
      kind: 'image',
      sha256: 'a'.repeat(64),
      bytes: 12_345,
      mediaType: 'image/jpeg',
      fileName: 'mill.jpg',
      publishedOn: '2026-11',
      capturedOn: '2026-11-16T12:10Z[Europe/Kyiv]',
      accessedOn: '2026-11-23',
      address: 'https://example.org/mill',
      archivedAddress: null,
      notes: ' as typed ',
      graphic: true,
      addedAt: event.at,
      removed: false,
    });
  });

  it('is called by its title, else by its file, else by its number', () => {
    const { kase, run } = caseWith();
    run(exhibitWith());
    run(exhibitWith({ title: ' ' }));
    run(exhibitWith({ title: '', fileName: null }));
    expect([...kase.records.exhibits.values()].map(({ title }) => title)).toEqual([
      'The mill after the fire',
      'mill.jpg',
      'E3',
    ]);
  });

  it('gets a number that no other ever had', () => {
    const { kase, run } = caseWith();
    run(exhibitWith());
    run(exhibitWith());
    run(UNDO);
    run(exhibitWith());
    run({ type: 'remove', kind: 'exhibits', id: newest(kase, 'exhibits').id });
    run(exhibitWith());
    expect([...kase.records.exhibits.values()].map(({ number }) => number)).toEqual([1, 3, 4]);
  });

  it('is taken back', () => {
    const { kase, run } = caseWith();
    const before = recordsOf(kase);
    run(exhibitWith());
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
  });

  it.each(['publishedOn', 'capturedOn', 'accessedOn'] as const)('refuses a future time in %s', (field) => {
    expect(caseWith().refusal(exhibitWith({ [field]: '2027' }))).toEqual({ code: 'time-ahead', field });
  });

  it.each([
    ['no hash', { sha256: 'mill' }],
    ['a size below nothing', { bytes: -1 }],
    ['more than there may be', { bytes: 4_000_000_001 }],
    ['half a byte', { bytes: 0.5 }],
    ['an unknown kind', { kind: 'film' }],
    ['a time of no zone', { capturedOn: '2026-11-16T12:10Z' }],
    ['no word on how graphic it is', { graphic: undefined }],
  ])('does not accept %s as input', (_what, fields) => {
    expect(commandSchema.safeParse({ ...exhibitWith(), ...fields }).success).toBe(false);
  });
});
