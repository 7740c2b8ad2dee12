import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { putRecord } from '../case/case.ts';
import { openCase } from '../migrations/open-case.ts';
import { sampleCase } from '../samples/foreign-fighters.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import { caseWith, caseWithAllegation, newest, testContext, textOfCase } from '../testing/case-with.ts';
import { apply } from './apply.ts';
import { eventHash, seal, sha256Hex } from './seal.ts';
import { verifyCase } from './verify-case.ts';
import type { Event } from './event.ts';

const seeds = fc.array(fc.nat(), { maxLength: 25, size: 'max' });
const settings = { numRuns: 50 };

/** Replaces one event of a case’s history, in memory. */
function altered(history: Event[], number: number, alter: (event: Event) => Event): void {
  const event = history[number - 1];
  if (event) history[number - 1] = alter(event);
}

describe('a whole case', () => {
  it('holds, whatever was done to it', () => {
    fc.assert(
      fc.property(seeds, (numbers) => {
        expect(verifyCase(caseFrom(numbers).kase)).toBeNull();
      }),
      settings,
    );
  });

  it('holds with the copies that were merged in it', () => {
    const { kase, context } = caseWith();
    const root = [...kase.heads];
    for (const id of ['p', 'q']) {
      const after = { id, name: id, removed: false };
      const changes = [{ kind: 'parties', id, before: null, after } as const];
      apply(kase, seal({ type: 'party-added', changes: [...changes] }, root, context));
    }
    expect(kase.heads).toHaveLength(2);
    expect(verifyCase(kase)).toBeNull();
    apply(kase, seal({ type: 'merged', changes: [] }, kase.heads, context));
    expect(verifyCase(kase)).toBeNull();
  });
});

describe('the fault that is found', () => {
  it('is an event that does not match its hash', () => {
    const { kase } = caseWith({ type: 'edit-case', title: 'One' });
    altered(kase.history, 2, (event) => ({ ...event, by: 'Somebody else' }));
    expect(verifyCase(kase)).toEqual({ code: 'event-altered', number: 2, id: kase.history[1]?.id });
  });

  it('is an event that was hashed anew and breaks the link of the next', () => {
    const { kase } = caseWith({ type: 'edit-case', title: 'One' }, { type: 'edit-case', title: 'Two' });
    altered(kase.history, 2, (event) => {
      const forged = { ...event, by: 'Somebody else' };
      return { ...forged, hash: eventHash(forged) };
    });
    expect(verifyCase(kase)).toEqual({ code: 'event-unlinked', number: 3, id: kase.history[2]?.id });
  });

  it('is a second beginning', () => {
    const { kase } = caseWith({ type: 'edit-case', title: 'One' });
    altered(kase.history, 2, (event) => {
      const forged = { ...event, parents: [] };
      return { ...forged, hash: eventHash(forged) };
    });
    expect(verifyCase(kase)).toMatchObject({ code: 'event-unlinked', number: 2 });
  });

  it('is a record that was changed, added or lost', () => {
    const change = (alter: (bench: ReturnType<typeof caseWithAllegation>) => void) => {
      const bench = caseWithAllegation();
      alter(bench);
      return verifyCase(bench.kase);
    };
    const party = { id: 'p', name: 'Nobody', removed: false };
    expect(
      change(({ kase, allegationId }) => {
        const record = newest(kase, 'allegations');
        putRecord(kase, 'allegations', allegationId, { ...record, serious: true });
      }),
    ).toMatchObject({ code: 'record-differs', kind: 'allegations' });
    expect(change(({ kase }) => putRecord(kase, 'parties', 'p', party))).toEqual({
      code: 'record-differs',
      kind: 'parties',
      id: 'p',
      label: 'Nobody',
    });
    expect(
      change(({ kase }) => putRecord(kase, 'passages', newest(kase, 'passages').id, null)),
    ).toMatchObject({ code: 'record-differs', kind: 'passages' });
  });

  it('is a document whose text is not what its hash says, though the history agrees', () => {
    const { kase } = caseWith({
      type: 'add-document',
      title: 'Report',
      text: 'Fire',
      format: 'text',
      fileName: null,
    });
    const document = { ...newest(kase, 'documents'), sha256: sha256Hex('Water') };
    putRecord(kase, 'documents', document.id, document);
    altered(kase.history, 2, (event) => {
      const changes = event.changes.map((change) => ({ ...change, after: document }));
      const forged = { ...event, changes };
      return { ...forged, hash: eventHash(forged) };
    });
    expect(verifyCase(kase)).toEqual({ code: 'document-altered', id: document.id, title: 'Report' });
  });

  it('is told of a case without any history', () => {
    const { kase } = caseWith();
    kase.history.length = 0;
    expect(verifyCase(kase)).toMatchObject({ code: 'record-differs', kind: 'case' });
  });
});

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The ways to everything in a value that holds nothing else. */
function leaves(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

/** Changes what lies at the end of a path, keeping its type where it can. */
function changeAt(value: Json, [key, ...rest]: (string | number)[]): Json {
  if (key === undefined) {
    if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? sha256Hex(value) : `${value}x`;
    return typeof value === 'number' ? value + 1 : value === null ? 'x' : !value;
  }
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, Json>;
  copy[key] = changeAt(copy[key] ?? null, rest);
  return copy as Json;
}

/** What becomes of a file: it is refused, or it opens with a fault, or nobody notices. */
function fateOf(file: Json): 'refused' | 'fault' | 'unnoticed' {
  const opened = openCase(JSON.stringify(file));
  if (!opened.ok) return 'refused';
  return verifyCase(opened.value) ? 'fault' : 'unnoticed';
}

const parsed = (text: string): Json => JSON.parse(text) as Json;

describe('tampering with a file', () => {
  it('is noticed, wherever one value is changed', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), (numbers, picks) => {
        const file = parsed(textOfCase(caseFrom(numbers).kase));
        expect(fateOf(file)).toBe('unnoticed');
        const places = leaves(file);
        for (const pick of picks) {
          const place = places[pick % places.length] ?? [];
          expect([place, fateOf(changeAt(file, place))]).not.toContain('unnoticed');
        }
      }),
      settings,
    );
  });

  it('is noticed all over the sample case', () => {
    const file = parsed(textOfCase(sampleCase(testContext())));
    // A sample of them: each place takes opening and verifying the whole case.
    const places = leaves(file).filter((_, at) => at % 29 === 0);
    expect(places.length).toBeGreaterThan(50);
    const unnoticed = places.filter((place) => fateOf(changeAt(file, place)) === 'unnoticed');
    expect(unnoticed).toEqual([]);
  });

  it('is noticed when an event or a record is taken out or put in another place', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), (numbers, pick) => {
        const file = parsed(textOfCase(caseFrom(numbers).kase)) as Record<string, Json>;
        for (const [name, list] of Object.entries(file)) {
          if (!Array.isArray(list) || list.length === 0) continue;
          const at = pick % list.length;
          expect([name, fateOf({ ...file, [name]: list.toSpliced(at, 1) })]).not.toContain('unnoticed');
        }
        const history = file['history'] as Json[];
        const at = pick % (history.length - 1);
        const swapped = history.with(at, history[at + 1] ?? null).with(at + 1, history[at] ?? null);
        expect(fateOf({ ...file, history: swapped })).toBe('fault');
      }),
      settings,
    );
  });
});

describe('a hostile file', () => {
  it('is noticed when it holds an event twice', () => {
    const { kase } = caseWith({ type: 'edit-case', title: 'One' });
    const file = parsed(textOfCase(kase)) as { history: Json[] };
    expect(fateOf({ ...file, history: [...file.history, file.history.at(-1) ?? null] })).toBe('fault');
  });

  it('is a fault and no exception when an event holds half a character', () => {
    const { kase } = caseWith({ type: 'edit-case', title: 'Fire' });
    const text = textOfCase(kase).replaceAll('{"title":"Fire"}', String.raw`{"title":"\ud83d"}`);
    const opened = openCase(text);
    expect(() => opened.ok && verifyCase(opened.value)).not.toThrow();
  });
});
