import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseInfo, type Case } from '../case/case.ts';
import { FORMAT_VERSION } from '../case/case-text.ts';
import { EMPTY_COVER } from '../case/report-record.ts';
import { replay } from '../events/apply.ts';
import { EVENT_VERSION } from '../events/event.ts';
import { changesOf } from '../events/upcast.ts';
import { verifyCase } from '../events/verify-case.ts';
import { recordsOf, REDO, run, testContext, textOfCase, UNDO } from '../testing/case-with.ts';
import { reportRecordOf } from '../testing/case-with-everything.ts';
import { leavingRecord, whatLeaves } from './004-what-leaves.ts';
import { openCase } from './open-case.ts';

const golden = (version: number): string =>
  readFileSync(resolve(import.meta.dirname, 'golden', `v${version}.stet`), 'utf8');
const GOLDEN = golden(3);
type File = Record<string, unknown> & Record<string, Record<string, unknown>[]>;
const file = (): File => JSON.parse(GOLDEN) as File;

/** The case of a text that must open. */
function opened(text: string): Case {
  const found = openCase(text);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

/** The records of a case; in what order a record has its fields means nothing. */
const recordsIn = (kase: Case): unknown => JSON.parse(recordsOf(kase));

describe('a file of version 3', () => {
  it('says nothing of itself, publishes and rates nothing, and no report has left it', () => {
    const kase = opened(GOLDEN);
    expect(kase.migratedFrom).toBe(3);
    expect(caseInfo(kase)).toMatchObject({ cover: EMPTY_COVER, logo: null, publisher: null, scale: null });
    expect(kase.records.allegations.size).toBe(5);
    for (const { rating } of kase.records.allegations.values()) expect(rating).toBeNull();
    expect(kase.records.reports.size).toBe(0);
  });

  it('has for the rest what it had', () => {
    const [was, is] = [file(), whatLeaves.migrate(file())];
    const { cover: _c, logo: _l, publisher: _p, scale: _s, reports, allegations, ...rest } = is;
    expect(reports).toEqual([]);
    const unrated = (allegations as Record<string, unknown>[]).map(({ rating: _r, ...record }) => record);
    expect({ ...rest, allegations: unrated }).toEqual(was);
  });

  it('is not changed by being read, and shares nothing with another that was', () => {
    const [one, other] = [file(), file()];
    whatLeaves.migrate(one);
    whatLeaves.migrate(other);
    expect(one).toEqual(file());
  });

  it('keeps what stands where a newer field would', () => {
    const cover = { ...EMPTY_COVER, method: 'By hand.' };
    const kase = opened(JSON.stringify({ ...file(), cover }));
    expect(caseInfo(kase).cover).toEqual(cover);
    expect(leavingRecord('allegations', { rating: 1 })).toEqual({ rating: 1 });
    expect(leavingRecord('sources', { id: 'x' })).toEqual({ id: 'x' });
  });

  it.each([
    ['allegations', [3], 'allegations 1'],
    ['allegations', 'none', 'allegations'],
    ['cover', {}, 'case'],
    ['reports', [{}], 'reports 1'],
  ])('is refused for what is wrong with it: %s of %j', (name, value, where) => {
    const found = openCase(JSON.stringify({ ...file(), [name]: value }));
    expect(found).toMatchObject({ ok: false, error: { code: 'invalid-record', where } });
  });

  it('goes on with events of today, takes back and brings back all of it, and holds', () => {
    const kase = opened(GOLDEN);
    const context = { ...testContext(), newId: () => `new-${String(kase.history.length)}` };
    run(kase, { type: 'change-cover', cover: { method: 'By hand.' } }, context);
    run(kase, reportRecordOf(kase), context);
    const [records, count] = [recordsIn(kase), kase.undo.length];
    while (kase.undo.length > 0) run(kase, UNDO, context);
    expect(verifyCase(kase)).toBeNull();
    expect(kase.records.allegations.size).toBe(0);
    for (let step = 0; step < count; step++) run(kase, REDO, context);
    expect(verifyCase(kase)).toBeNull();
    expect(new Set(kase.history.map(({ v }) => v))).toEqual(new Set([2, 3, EVENT_VERSION]));
    const again = opened(textOfCase(kase));
    expect([again.undo, again.redo]).toEqual([kase.undo, kase.redo]);
    // An erasure is for good, so it is no part of what is brought back.
    const erased = (all: unknown): unknown =>
      JSON.parse(JSON.stringify(all).replaceAll(/"erasedAt":"[^"]*"/g, '"erasedAt":null'));
    expect(erased(recordsIn(kase))).toEqual(erased(records));
  });
});

describe.each([1, 2, 3])('events of version %i', (version) => {
  const kase = opened(golden(version));

  it('replay to the records the file was migrated to, and stay as they were', () => {
    expect(recordsIn(replay(kase.history))).toEqual(recordsIn(kase));
    expect(kase.history).toEqual((JSON.parse(golden(version)) as { history: unknown }).history);
    const again = JSON.parse(textOfCase(kase)) as { formatVersion: number; history: unknown };
    expect(again.formatVersion).toBe(FORMAT_VERSION);
    expect(again.history).toEqual(kase.history);
  });

  it('are read with the fields of today only where they tell a whole record', () => {
    const changes = kase.history.filter(({ v }) => v < 4).flatMap(changesOf);
    const added = { case: ['cover', 'logo', 'publisher', 'scale'], allegations: ['rating'] } as const;
    let whole = 0;
    for (const [kind, names] of Object.entries(added)) {
      for (const { before, after } of changes.filter((change) => change.kind === kind)) {
        const isWhole = before === null || after === null;
        whole += isWhole ? 1 : 0;
        for (const name of names)
          expect([before, after].map((fields) => fields !== null && name in fields)).toEqual(
            isWhole ? [before !== null, after !== null] : [false, false],
          );
      }
    }
    expect(whole).toBeGreaterThan(2);
  });
});
