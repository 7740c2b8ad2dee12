import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyCase, type Case } from '../case/case.ts';
import { EDITIONS } from '../case/words.ts';
import { decide, type CommandValue } from '../commands/index.ts';
import { apply } from '../events/apply.ts';
import { eventHash, seal } from '../events/seal.ts';
import type { Event } from '../events/event.ts';
import { openCase } from '../migrations/open-case.ts';
import { reportVerdictSentences } from '../messages/report-verdict.ts';
import { translator } from '../messages/translate.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import { caseWithAllegation, SPOKEN, testContext, textOfCase } from '../testing/case-with.ts';
import { caseWithEverything } from '../testing/case-with-everything.ts';
import type { ReportAbout } from './report-about.ts';
import { reportData } from './report-data.ts';
import { contentHash } from './report-hash.ts';
import { reportJson } from './report-json.ts';
import { confirms, verifyReport, type ReportVerdict } from './verify-report.ts';

const about: ReportAbout = {
  edition: 'checking',
  at: '2026-11-24T09:00:00Z',
  preparedBy: 'M. K.',
  appVersion: '1.2.3',
  fileSha256: 'a'.repeat(64),
  scope: { refs: null, words: '' },
};

/** Makes a report and records it in the case, as an export does. Answers it as JSON. */
function exported(kase: Case, given: ReportAbout = about): string {
  const report = reportData(kase, given);
  const context = testContext();
  const command: CommandValue = {
    type: 'record-report',
    edition: report.edition,
    language: 'en',
    refs: report.scope.refs,
    madeAt: report.madeAt,
    preparedBy: report.preparedBy,
    heads: report.history.heads,
    contentSha256: contentHash(report),
    files: [],
  };
  const fresh = { ...context, at: context.at, newId: () => `report-${kase.records.reports.size + 1}` };
  const decision = decide(kase, command, fresh);
  if (!decision.ok) throw new Error(decision.error.code);
  apply(kase, seal(decision.value, kase.heads, fresh));
  return reportJson(report);
}

function verdictOf(kase: Case, json: string, file: string | null = null): ReportVerdict {
  const verdict = verifyReport(kase, json, file);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.error));
  return verdict.value;
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Path = (string | number)[];

/** The paths of everything in a value that is not a container with something in it. */
function leaves(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Object.entries(value);
  if (entries.length === 0) return [path];
  return entries.flatMap(([name, each]) =>
    leaves(each, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

/** The same with another value of the same kind at a path, so that no schema can tell. */
function changedAt(value: Json, [step, ...rest]: Path): Json {
  if (step === undefined) {
    if (typeof value === 'number') return value + 1;
    if (typeof value === 'boolean') return !value;
    if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? 'b'.repeat(64) : `${value}x`;
    return value === null ? 'x' : Array.isArray(value) ? ['x'] : { x: 'x' };
  }
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, Json>;
  copy[step] = changedAt(copy[step] ?? null, rest);
  return copy as Json;
}

/** Whether a changed report is found: it is none, or is not confirmed as the one that was recorded. */
function isFound(kase: Case, json: Json): boolean {
  const verdict = verifyReport(kase, JSON.stringify(json), null);
  return !verdict.ok || verdict.value.code !== 'matches' || verdict.value.number === null;
}

const seeds = fc.array(fc.nat(), { minLength: 1, maxLength: 25 });
const settings = { numRuns: 40 };

describe('over any history', () => {
  it('every report made at any point of it is confirmed later, whatever happened since', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), (numbers, pick) => {
        const made: { json: string; number: number }[] = [];
        const { kase } = caseFrom(numbers, (now) => {
          if ((pick + now.history.length) % 4 > 0) return;
          const refs = [...now.records.allegations.values()].filter(({ removed }) => !removed);
          const chosen = refs.length > 0 && pick % 3 === 0 ? [refs[0]?.ref ?? ''] : null;
          const edition = EDITIONS[pick % EDITIONS.length] ?? 'checking';
          const given = { ...about, edition, scope: { refs: chosen, words: chosen ? 'the first' : '' } };
          made.push({ json: exported(now, given), number: now.records.reports.size });
        });
        for (const { json, number } of made) {
          expect(verdictOf(kase, json)).toMatchObject({ code: 'matches', number, instead: null });
        }
        // Nothing is different for who opens the file.
        const opened = openCase(textOfCase(kase));
        if (!opened.ok) throw new Error(opened.error.code);
        for (const { json, number } of made.slice(-1))
          expect(verdictOf(opened.value, json)).toMatchObject({ code: 'matches', number });
      }),
      settings,
    );
  });

  it('any value that is changed in a report is found', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (numbers, picks) => {
        const { kase } = caseFrom(numbers);
        const json = JSON.parse(exported(kase)) as Json;
        const places = leaves(json);
        for (const pick of picks) {
          const place = places[pick % places.length] ?? [];
          expect([place, isFound(kase, changedAt(json, place))]).toEqual([place, true]);
        }
      }),
      settings,
    );
  });

  it('a history that was written anew, with hashes that fit, never had the head', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), (numbers, pick) => {
        const { kase } = caseFrom(numbers);
        const json = exported(kase);
        const at = pick % (kase.history.length - 1);
        const anew = rewritten(kase, at);
        expect(verdictOf(anew, json).code).toBe('unknown-history');
      }),
      settings,
    );
  });

  it('a history that was altered does not hold', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), (numbers, pick) => {
        const { kase } = caseFrom(numbers);
        const json = exported(kase);
        const altered = copyCase(kase);
        const at = pick % (kase.history.length - 1);
        const event = altered.history[at] as Event;
        altered.history[at] = { ...event, by: `${event.by}x` };
        expect(verdictOf(altered, json)).toEqual({ code: 'history-altered', number: at + 1 });
      }),
      settings,
    );
  });
});

/** The same history from the beginning on, but for who did the event of that number, all hashes made to fit. */
function rewritten(kase: Case, at: number): Case {
  const anew = copyCase(kase);
  const hashes = new Map<string, string>();
  anew.history.length = 0;
  for (const [index, event] of kase.history.entries()) {
    const parents = event.parents.map((parent) => hashes.get(parent) ?? parent);
    const next = { ...event, parents, by: index === at ? `${event.by}x` : event.by };
    const hash = eventHash(next);
    hashes.set(event.hash, hash);
    anew.history.push({ ...next, hash });
  }
  return anew;
}

describe('every value of a full report', () => {
  it('is found when it is changed, added or taken away', () => {
    const { kase } = caseWithEverything();
    const json = JSON.parse(exported(kase)) as { [name: string]: Json };
    expect(isFound(kase, json)).toBe(false);
    // A sample of them: each place takes making the whole report again.
    const places = leaves(json);
    expect(places.length).toBeGreaterThan(150);
    const unnoticed = places.filter((place, at) => at % 5 === 0 && !isFound(kase, changedAt(json, place)));
    expect(unnoticed).toEqual([]);
    for (const name of Object.keys(json)) {
      const { [name]: _gone, ...rest } = json;
      expect([name, isFound(kase, rest)]).toEqual([name, true]);
    }
    expect(isFound(kase, { ...json, more: 1 })).toBe(true);
  });
});

describe('a verdict', () => {
  it('names the allegation and the place of the first difference', () => {
    const { kase } = caseWithAllegation();
    const json = exported(kase);
    const verdict = verdictOf(kase, json.replace('"unverified",\n        "why"', '"denied",\n        "why"'));
    expect(verdict).toEqual({
      code: 'differs',
      ref: 'MIL-001',
      path: 'allegations[0].finding.state',
      appVersion: '1.2.3',
    });
  });

  it('says how many events came since, and whether the file is the same', () => {
    const { kase, run } = caseWithAllegation();
    const json = exported(kase);
    run({ type: 'edit-case', title: 'Mill' });
    const events = kase.history.length;
    expect(verdictOf(kase, json, 'a'.repeat(64))).toEqual({
      code: 'matches',
      number: 1,
      instead: null,
      events: events - 2,
      since: 2,
      file: 'same',
    });
    expect(verdictOf(kase, json, 'b'.repeat(64))).toMatchObject({ file: 'other' });
    expect(verdictOf(kase, json)).toMatchObject({ file: 'unknown' });
  });

  it('tells a report that was never recorded from one that was recorded otherwise', () => {
    const { kase } = caseWithAllegation();
    const unrecorded = reportJson(reportData(kase, { ...about, at: '2026-11-24T08:00:00Z' }));
    const json = exported(kase);
    expect(verdictOf(kase, unrecorded)).toMatchObject({ number: null, instead: null });
    const altered = verdictOf(kase, json.replace('"M. K."', '"N. N."'));
    expect(altered).toMatchObject({ code: 'matches', number: null, instead: 1 });
    expect([confirms(verdictOf(kase, json)), confirms(altered)]).toEqual([true, false]);
  });

  it('knows a report of another case', () => {
    const json = exported(caseWithAllegation().kase);
    const { kase } = caseWithEverything();
    const other = { ...JSON.parse(json), case: { id: 'other', title: 'Flood', createdAt: about.at } } as Json;
    expect(verdictOf(kase, JSON.stringify(other))).toEqual({ code: 'other-case', title: 'Flood' });
  });

  it('is a sentence for each', () => {
    const t = translator('en');
    const match = { code: 'matches', events: 3, since: 1, file: 'same', number: 1, instead: null } as const;
    const verdicts: ReportVerdict[] = [
      match,
      { ...match, number: null, since: 0, file: 'other' },
      { ...match, number: null, instead: 2, since: 4, file: 'unknown' },
      { code: 'other-case', title: 'Flood' },
      { code: 'unknown-history', events: 3 },
      { code: 'history-altered', number: 2 },
      { code: 'differs', ref: null, path: 'case.title', appVersion: '1' },
      { code: 'differs', ref: 'MIL-001', path: 'allegations[0].statement', appVersion: '1' },
    ];
    for (const verdict of verdicts)
      for (const sentence of reportVerdictSentences(verdict, t)) expect(sentence).toMatch(SPOKEN);
  });
});

describe('what is no report', () => {
  const json = exported(caseWithAllegation().kase);
  it.each([
    ['no JSON', '{"kind": ', { code: 'not-json', line: 1, column: 10 }],
    ['something else', '[1]', { code: 'not-a-report' }],
    ['a case', textOfCase(caseWithAllegation().kase), { code: 'not-a-report' }],
    ['no version', json.replace('"version": 2', '"version": "2"'), { code: 'not-a-report' }],
    [
      'a later version',
      json.replace('"version": 2', '"version": 3'),
      { code: 'other-report-version', version: 3, known: 2 },
    ],
    [
      'a name that is there twice',
      json.replace('"kind":', '"edition": "checked", "kind":'),
      { code: 'duplicate-key' },
    ],
    ['a hostile name', json.replace('"kind":', '"__proto__": {}, "kind":'), { code: 'odd-report' }],
    [
      'endless nesting',
      json.replace('"kind":', `"x": ${'['.repeat(99)}${']'.repeat(99)}, "kind":`),
      { code: 'odd-report' },
    ],
    ['a field of another kind', json.replace('"events": 3', '"events": "3"'), { code: 'invalid-report' }],
    [
      'half a character',
      json.replace('"kind":', String.raw`"x": "\ud83d", "kind":`),
      { code: 'invalid-report' },
    ],
  ])('is refused: %s', (_name, text, problem) => {
    const read = verifyReport(caseWithAllegation().kase, text, null);
    expect(read).toMatchObject({ ok: false, error: problem });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
