import { describe, expect, it } from 'vitest';
import { caseWith, caseWithAllegation, evidenceOn, responseOn } from '../testing/case-with.ts';
import { readinessOf, type ReadyCode } from './readiness.ts';

const AT = '2026-11-24T09:00:00.000Z';

/** The labels of the points of one kind. */
const labels = (
  kase: Parameters<typeof readinessOf>[0],
  code: ReadyCode,
  refs: string[] | null = null,
): string[] =>
  readinessOf(kase, AT, refs)
    .points.filter((point) => point.code === code)
    .map(({ label }) => label);

describe('what is missing before a report can be called final', () => {
  it('is nothing in a case without allegations', () => {
    expect(readinessOf(caseWith().kase, AT, null).points).toEqual([]);
  });

  it('is whatever nobody has begun, and evidence without a locator', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId, { locator: ' ' }));
    run(evidenceOn(allegationId, { stance: 'context', locator: null }));
    expect(labels(kase, 'not-started')).toEqual(['MIL-001']);
    expect(labels(kase, 'no-locator')).toEqual(['MIL-001 #1']);
    expect(readinessOf(kase, AT, null).points[0]).toMatchObject({ allegationId, documentId: null });
  });

  it('is a reply that is overdue, a query that nobody decided, and a finding that no longer meets the standard', () => {
    const { kase, run, allegationId, documentId } = caseWithAllegation();
    const asked = { kind: 'asked', extent: null, words: '', on: null, askedOn: '2026-11-20' } as const;
    run(responseOn(allegationId, { ...asked, deadline: '2026-11-22' }));
    run({
      type: 'ask-query',
      span: { documentId, start: 0, end: 3 },
      kind: 'question',
      question: 'Which mill?',
      proposed: null,
      allegationId: null,
      decider: null,
    });
    const move = {
      type: 'move-allegation',
      id: allegationId,
      to: 'unverified',
      why: 'insufficient',
    } as const;
    run({ ...move, reason: 'Nobody saw it.' });
    expect(labels(kase, 'overdue')).toEqual(['MIL-001: Mill owner']);
    expect(labels(kase, 'open-query')).toEqual(['Q1']);
    expect(labels(kase, 'not-started')).toEqual([]);
    expect(labels(kase, 'no-reason')).toEqual([]);
  });

  it('is a passage whose words are gone', () => {
    const { kase, run, documentId } = caseWithAllegation();
    run({
      type: 'add-version',
      previousId: documentId,
      title: null,
      text: 'Something else altogether.',
      format: 'text',
      fileName: null,
    });
    expect(labels(kase, 'place')).toEqual(['MIL-001']);
  });

  it('is asked of the chosen allegations only, and what belongs to none is left out then', () => {
    const { kase } = caseWithAllegation();
    expect(labels(kase, 'not-started', ['MIL-002'])).toEqual([]);
    expect(labels(kase, 'not-started', ['MIL-001'])).toEqual(['MIL-001']);
  });

  it('lists only so many of a kind, and counts all', () => {
    const { kase, run } = caseWithAllegation();
    for (const statement of ['It was big.', 'It was loud.'])
      run({ type: 'record-allegation', statement, passage: null });
    const { points, counts } = readinessOf(kase, AT, null, 1);
    expect(points).toHaveLength(1);
    expect(counts['not-started']).toBe(3);
  });
});
