import { beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../shared/case/case.ts';
import { caseText } from '../shared/case/case-text.ts';
import { KINDS } from '../shared/case/records.ts';
import { verifyCase } from '../shared/events/verify-case.ts';
import { openCase } from '../shared/migrations/open-case.ts';
import { makeCase } from './make-case.ts';

const ALLEGATIONS = 2_000;
let kase: Case;
let text: string;

beforeAll(() => {
  kase = makeCase(ALLEGATIONS);
  text = [...caseText(kase)].join('');
});

/** How many of a hundred. */
const share = (count: number): number => (count / ALLEGATIONS) * 100;

describe('a made case', () => {
  test('is one that opens, with a history that holds', () => {
    const opened = openCase(text);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value.records.allegations.size).toBe(ALLEGATIONS);
    expect(verifyCase(opened.value)).toBeNull();
  });

  test('is the same every time, and tells how far it has come', () => {
    const done: number[] = [];
    const again = [...caseText(makeCase(ALLEGATIONS, (count) => done.push(count)))].join('');
    expect(again === text).toBe(true);
    expect(done.at(-1)).toBe(ALLEGATIONS);
  });

  test('is in the middle of its triage', () => {
    const withEvidence = new Set([...kase.records.evidence.values()].map((each) => each.allegationId)).size;
    const { corroborated, denied, unverified } = kase.tally.states;
    expect(share(withEvidence)).toBeGreaterThan(28);
    expect(share(withEvidence)).toBeLessThan(38);
    expect(share(corroborated + denied)).toBeGreaterThan(16);
    expect(share(corroborated + denied)).toBeLessThan(24);
    expect(share(unverified)).toBeGreaterThan(70);
    expect(share(kase.records.responses.size)).toBeGreaterThan(8);
    expect(kase.records.passages.size).toBe(80);
  });

  test('takes less than 3 kB for an allegation, in several scripts', () => {
    expect(Buffer.byteLength(text) / ALLEGATIONS).toBeLessThan(2_900);
    const statements = [...kase.records.allegations.values()].map(({ statement }) => statement).join('');
    for (const script of ['Latin', 'Cyrillic', 'Arabic', 'Han', 'Devanagari', 'Greek'])
      expect(statements).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
  });

  test('has some of everything that there can be in a case', () => {
    for (const kind of KINDS) expect([kind, kase.records[kind].size > 0]).toEqual([kind, true]);
    const evidence = [...kase.records.evidence.values()];
    expect(new Set(evidence.map(({ origin }) => origin.type))).toEqual(
      new Set(['first-hand', 'derived-source', 'unknown']),
    );
    expect(new Set(evidence.map(({ credibility }) => credibility)).size).toBe(6);
    expect(evidence.some(({ exhibitId }) => exhibitId !== null)).toBe(true);
    const decisions = [...kase.records.queries.values()].map(({ decision }) => decision);
    expect(new Set(decisions)).toEqual(new Set(['stet', null]));
  });

  test('says in every passage what its document says there', () => {
    for (const passage of kase.records.passages.values()) {
      const [quote] = passage.selector;
      expect(quote.exact).toBe(kase.records.allegations.get(passage.allegationId)?.statement);
    }
  });

  test('may be small', () => {
    expect(makeCase(1).records.allegations.size).toBe(1);
  });
});
