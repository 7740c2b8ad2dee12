import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { caseText } from '../case/case-text.ts';
import type { Case } from '../case/case.ts';
import { commitmentTo, identityFor, emptyVault } from '../case/identity.ts';
import { KINDS } from '../case/records.ts';
import type { Context } from '../events/event.ts';
import { replay } from '../events/apply.ts';
import { eventsUpTo } from '../events/before.ts';
import { verifyCase } from '../events/verify-case.ts';
import { translator } from '../messages/translate.ts';
import { openCase } from '../migrations/open-case.ts';
import { changedText } from '../queries/changed-text.ts';
import { detailsOf, type AllegationDetails } from '../queries/details.ts';
import { openPoints } from '../queries/open-points.ts';
import { originGraph } from '../queries/origin-graph.ts';
import { WHOLE } from '../report/report-about.ts';
import { reportData } from '../report/report-data.ts';
import { contentHash } from '../report/report-hash.ts';
import { reportHtml } from '../report/report-html.ts';
import { workedExample } from './worked-example.ts';

/** A fixed time and ids that count. */
function countingContext(): Context {
  let count = 0;
  return { at: '2026-11-23T14:02:00.000Z', by: 'M. K.', newId: () => `id-${String(++count)}` };
}

function about(kase: Case, number: number): AllegationDetails {
  const ref = `CRANE-${String(number).padStart(3, '0')}`;
  const details = detailsOf(kase, kase.allegationIdByRef.get(ref) ?? '');
  if (!details) throw new Error(`no allegation is called ${ref}`);
  return details;
}

describe('the worked example', () => {
  const { kase, files, identities } = workedExample(countingContext());
  const all = [...kase.records.allegations.keys()].flatMap((id) => detailsOf(kase, id) ?? []);

  it('is built whole, by real commands, the same for the same context, and opens again', () => {
    expect(verifyCase(kase)).toBeNull();
    const text = [...caseText(kase)].join('');
    expect([...caseText(workedExample(countingContext()).kase)].join('')).toBe(text);
    const opened = openCase(text);
    expect(opened.ok && opened.value).toEqual(kase);
  });

  it('uses everything: every kind of record, state, sub-reason, origin and response', () => {
    for (const kind of KINDS) expect([kind, kase.records[kind].size > 0]).toEqual([kind, true]);
    expect(new Set(all.map(({ row }) => row.state)).size).toBe(3);
    const whys = new Set(all.map(({ row }) => row.why));
    for (const why of ['in-progress', 'insufficient', 'conflicting', 'not-checkable'] as const)
      expect(whys).toContain(why);
    const types = new Set([...kase.records.evidence.values()].map(({ origin }) => origin.type));
    for (const type of ['first-hand', 'derived', 'unknown'] as const) expect(types).toContain(type);
    const kinds = new Set([...kase.records.responses.values()].map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['asked', 'confirmed', 'declined', 'denied', 'no-reply']);
  });

  it('brings the files of its exhibits, and the identity that its case holds a commitment to', () => {
    const hashes = [...kase.records.exhibits.values()].map(({ sha256 }) => sha256);
    expect(files.map(({ sha256 }) => sha256)).toEqual(hashes);
    expect(identities).toHaveLength(1);
    const [{ sourceId, kept } = { sourceId: '', kept: null }] = identities;
    const source = kase.records.sources.get(sourceId);
    expect(source).toMatchObject({ confidential: true, commitment: kept && commitmentTo(kept) });
    const vault = { ...emptyVault('x'), identities: kept ? { [sourceId]: [kept] } : {} };
    expect(identityFor(vault, sourceId, source?.commitment ?? null)).toEqual(kept);
    expect([...caseText(kase)].join('')).not.toContain('Feldt');
  });

  it('teaches what each finding rests on', () => {
    expect(about(kase, 1)).toMatchObject({
      row: { state: 'corroborated', quoteVerified: true },
      assessments: { supports: { met: true, origins: 1 } },
      lacks: [],
    });
    // Corroborated and denied as a whole by a party: both hold.
    expect(about(kase, 2)).toMatchObject({
      row: { state: 'corroborated', reviews: 'agree', denials: [{ party: 'Brant Lifting', extent: 'all' }] },
      assessments: { supports: { met: true, origins: 2 }, unasked: null },
      lacks: [],
    });
    expect(about(kase, 3)).toMatchObject({ row: { state: 'denied', basis: 'evidence' }, lacks: [] });
    expect(about(kase, 4)).toMatchObject({
      row: { state: 'denied', basis: 'party', overridden: true, reviews: 'mixed' },
      lacks: [{ code: 'needs-second-person' }],
    });
    expect(about(kase, 5).row).toMatchObject({ state: 'corroborated', overridden: true, asked: 1 });
    expect(about(kase, 5).relations).toMatchObject([{ kind: 'narrower', other: { ref: 'CRANE-006' } }]);
    expect(about(kase, 6).relations).toMatchObject([{ kind: 'wider', other: { ref: 'CRANE-005' } }]);
    expect(about(kase, 7)).toMatchObject({ row: { state: 'corroborated', lacking: true } });
    expect(about(kase, 8)).toMatchObject({
      row: { state: 'unverified', why: 'conflicting' },
      assessments: { supports: { met: true }, contradicts: { met: true } },
    });
    expect(
      about(kase, 9)
        .questions.map(({ code }) => code)
        .sort(),
    ).toEqual(['alike', 'alike', 'circle']);
    expect(about(kase, 9).assessments.supports.origins).toBe(0);
  });

  it('has what is open, and a text that follows from the decisions', () => {
    const points = openPoints(kase, '2026-11-23T14:02:00.000Z');
    expect(points.requests).toMatchObject([{ ref: 'CRANE-005', overdue: true, attempts: 2 }]);
    expect(points.queries).toHaveLength(1);
    expect(points.lacking).toMatchObject([{ ref: 'CRANE-007' }]);
    expect(points.disagreements).toMatchObject([{ ref: 'CRANE-004' }]);
    const [documentId = ''] = kase.records.documents.keys();
    const changed = changedText(kase, documentId);
    expect(changed?.text).toContain('is owned by Lene Brant, according to the company register');
    expect(changed?.text).toContain('papers seen by this newspaper suggest');
    expect(changed).toMatchObject({ applied: [1], open: [3], overlapping: [] });
  });

  it('was published, with hashes of that very report, and corrects what was published', () => {
    const [report, ...others] = kase.records.reports.values();
    expect(others).toEqual([]);
    const then = replay(kase.history.slice(0, eventsUpTo(kase, report?.heads ?? [])));
    const given = { at: report?.madeAt ?? '', preparedBy: 'Mara Quist', fileSha256: null, appVersion: '' };
    const told = reportData(then, { edition: 'checked', scope: WHOLE, ...given });
    const page = new TextEncoder().encode(reportHtml(told, 'en', translator('en')));
    expect(report).toMatchObject({
      number: 1,
      edition: 'checked',
      refs: null,
      publishedOn: report?.madeAt.slice(0, 10),
    });
    expect(report?.contentSha256).toBe(contentHash(told));
    expect(report?.files).toEqual([
      {
        format: 'html',
        name: 'The crane of Port Lindal.html',
        bytes: page.length,
        sha256: createHash('sha256').update(page).digest('hex'),
      },
    ]);
    expect(told.cover.method).not.toBe('');
    expect(told.corrections).toEqual([]);
    const now = reportData(kase, { edition: 'checked', scope: WHOLE, ...given });
    expect(now.since).toMatchObject({
      previous: { number: 1 },
      changes: [{ ref: 'CRANE-006', changes: ['finding', 'evidence'] }],
    });
    expect(now.corrections).toMatchObject([
      {
        ref: 'CRANE-006',
        from: { state: 'corroborated', overridden: false },
        to: { state: 'unverified', why: 'in-progress' },
      },
    ]);
    expect(about(then, 6).lacks).toEqual([]);
    expect(about(kase, 6).assessments.supports.met).toBe(false);
  });

  it('has a graph that shows the circle and what rests on one origin', () => {
    const graph = originGraph(kase);
    expect(graph.circles).toMatchObject([{ ref: 'CRANE-009', numbers: [4, 5] }]);
    expect(graph.alike.length).toBeGreaterThan(0);
    expect(graph.single.length).toBeGreaterThan(0);
  });
});
