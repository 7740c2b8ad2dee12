import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../case/case-text.ts';
import { caseInfo, type Case } from '../case/case.ts';
import { DEFAULT_STANDARD } from '../case/standard.ts';
import { EVENT_VERSION } from '../events/event.ts';
import { changesOf } from '../events/upcast.ts';
import { replay } from '../events/apply.ts';
import { verifyCase } from '../events/verify-case.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import {
  caseWithAllegation,
  evidenceOn,
  recordsOf,
  REDO,
  responseOn,
  run,
  testContext,
  textOfCase,
  UNDO,
} from '../testing/case-with.ts';
import { textOfVersion1, wasKnown } from '../testing/version-1.ts';
import { whyAFindingHolds } from './002-why-a-finding-holds.ts';
import { openCase } from './open-case.ts';

const GOLDEN = readFileSync(resolve(import.meta.dirname, 'golden', 'v1.stet'), 'utf8');

/** The case of a text that must open. */
function opened(text: string): Case {
  const found = openCase(text);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

/** The records of a case; in what order a record has its fields means nothing. */
const recordsIn = (kase: Case): unknown => JSON.parse(recordsOf(kase));

describe('a file of version 1', () => {
  it('gets for each field it did not have what its absence meant', () => {
    const kase = opened(GOLDEN);
    expect(kase.migratedFrom).toBe(1);
    expect(caseInfo(kase).standard).toEqual({
      ...DEFAULT_STANDARD,
      authenticated: false,
      replyIfSerious: false,
    });
    for (const allegation of kase.records.allegations.values())
      expect(allegation).toMatchObject({ happenedOn: null, touchedIds: [], quote: null });
    for (const source of kase.records.sources.values())
      expect(source).toMatchObject({
        interests: '',
        reliability: 'F',
        confidential: false,
        commitment: null,
        erasedAt: null,
        mergedIntoId: null,
      });
    for (const item of kase.records.evidence.values())
      expect(item).toMatchObject({ exhibitId: null, authentication: null, credibility: '6' });
    for (const response of kase.records.responses.values())
      expect(response).toMatchObject({
        denies: null,
        contact: null,
        askedOn: null,
        deadline: null,
        attempts: [],
      });
    for (const kind of ['exhibits', 'queries', 'reviews', 'relations'] as const)
      expect(kase.records[kind].size).toBe(0);
  });

  it('is not changed by being read', () => {
    const file = JSON.parse(GOLDEN) as Record<string, unknown>;
    whyAFindingHolds.migrate(file);
    expect(file).toEqual(JSON.parse(GOLDEN));
  });

  it('keeps what stands where a newer field would', () => {
    const file = JSON.parse(GOLDEN) as Record<string, Record<string, unknown>[]>;
    Object.assign(file['sources']?.[0] ?? {}, { reliability: 'B' });
    const [first] = opened(JSON.stringify(file)).records.sources.values();
    expect(first).toMatchObject({ reliability: 'B', interests: '' });
  });

  it('is refused for what is wrong with it, and not for what it is given', () => {
    const file = JSON.parse(GOLDEN) as Record<string, unknown[]>;
    for (const [list, value] of [
      ['sources', 3],
      ['standard', 'none'],
      ['evidence', {}],
    ] as const) {
      const found = openCase(
        JSON.stringify({ ...file, [list]: Array.isArray(file[list]) ? [value] : value }),
      );
      expect(found).toMatchObject({ ok: false, error: { code: 'invalid-record' } });
    }
  });

  it('is written as the present version with its old events as they were, and opens again the same', () => {
    const kase = opened(GOLDEN);
    const text = textOfCase(kase);
    const [was, is] = [GOLDEN, text].map((each) => JSON.parse(each) as Record<string, unknown>);
    expect(is?.['formatVersion']).toBe(FORMAT_VERSION);
    expect(is?.['history']).toEqual(was?.['history']);
    const again = opened(text);
    expect(again.migratedFrom).toBeNull();
    expect({ ...again, migratedFrom: 1 }).toEqual(kase);
    expect(textOfCase(again)).toBe(text);
    expect(verifyCase(again)).toBeNull();
  });

  it('goes on with events of the present version, and takes back and brings back those of version 1', () => {
    const kase = opened(GOLDEN);
    const context = { ...testContext(), newId: () => `new-${String(kase.history.length)}` };
    const [records, count] = [recordsIn(kase), kase.undo.length];
    while (kase.undo.length > 0) {
      run(kase, UNDO, context);
      expect(verifyCase(kase)).toBeNull();
    }
    expect(kase.records.allegations.size).toBe(0);
    for (let step = 0; step < count; step++) run(kase, REDO, context);
    expect(recordsIn(kase)).toEqual(records);
    expect(new Set(kase.history.map(({ v }) => v))).toEqual(new Set([1, EVENT_VERSION]));
    expect(verifyCase(kase)).toBeNull();
    const again = opened(textOfCase(kase));
    expect([again.undo, again.redo]).toEqual([kase.undo, kase.redo]);
    expect(verifyCase(again)).toBeNull();
  });
});

describe('an event of version 1', () => {
  /** The history of a case with a record of each kind of version 1, as that version had it. */
  function oldHistory() {
    const { kase, run: act, allegationId } = caseWithAllegation();
    act(evidenceOn(allegationId));
    act(responseOn(allegationId));
    act({ type: 'change-standard', primary: 2 });
    act({ type: 'edit-allegation', id: allegationId, notes: 'x' });
    return opened(textOfVersion1(kase)).history;
  }

  it('is read with the fields of today where it tells a whole record, and with its own otherwise', () => {
    const history = oldHistory();
    const made = history.flatMap(changesOf).filter(({ before }) => before === null);
    const of = (kind: string) => made.find((change) => change.kind === kind)?.after;
    expect(of('allegations')).toMatchObject({ touchedIds: [], quote: null });
    expect(of('sources')).toMatchObject({ reliability: 'F', mergedIntoId: null });
    expect(of('evidence')).toMatchObject({ credibility: '6', exhibitId: null });
    expect(of('responses')).toMatchObject({ attempts: [], deadline: null });
    expect(of('case')?.['standard']).toMatchObject({ primary: 1, authenticated: false });
    const edit = history.at(-1);
    expect(edit && changesOf(edit)).toMatchObject([{ before: { notes: '' }, after: { notes: 'x' } }]);
    expect(Object.keys(edit?.changes[0]?.after ?? {})).toEqual(['notes']);
  });

  it('tells of a standard with its rules of today, before and after', () => {
    const changed = oldHistory().find(({ type }) => type === 'standard-changed');
    const rules = { authenticated: false, reliability: 'F', secondPerson: 'never' };
    expect(changed && changesOf(changed)).toMatchObject([
      { before: { standard: { primary: 1, ...rules } }, after: { standard: { primary: 2, ...rules } } },
    ]);
  });

  it('is read no further into fields of other records that happen to be called so', () => {
    const [event] = oldHistory();
    if (!event) throw new Error('there is no event');
    const change = {
      kind: 'parties',
      id: 'p',
      before: { standard: { own: 1 } },
      after: { standard: { own: 2 } },
    } as const;
    expect(changesOf({ ...event, changes: [change] })).toEqual([change]);
  });
});

describe('any history of version 1', () => {
  it('is migrated to what it tells when it is replayed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60, size: 'max' }), (numbers) => {
        const { kase, context } = caseFrom(numbers, undefined, wasKnown);
        const text = textOfVersion1(kase);
        const migrated = opened(text);
        expect(verifyCase(migrated)).toBeNull();
        expect(recordsIn(replay(migrated.history))).toEqual(recordsIn(migrated));
        expect(migrated.history).toEqual((JSON.parse(text) as { history: unknown }).history);
        expect({ ...opened(textOfCase(migrated)), migratedFrom: 1 }).toEqual(migrated);

        const [before, count] = [recordsIn(migrated), migrated.undo.length];
        while (migrated.undo.length > 0) run(migrated, UNDO, context);
        for (let step = 0; step < count; step++) run(migrated, REDO, context);
        expect(recordsIn(migrated)).toEqual(before);
        expect(verifyCase(migrated)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});
