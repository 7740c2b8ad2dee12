import { describe, expect, it } from 'vitest';
import {
  caseWithAllegation,
  evidenceOn,
  newest,
  recordOn,
  responseOn,
  run as runIn,
  UNDO,
} from '../testing/case-with.ts';
import { contextOf, queryOn, reviewOf } from '../testing/case-with-everything.ts';
import { partyName, rowsOf } from './rows.ts';

describe('rows', () => {
  it('tell of an allegation in short', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run({
      type: 'edit-allegation',
      id: allegationId,
      saidOn: '2026-11',
      tags: ['fire'],
      priority: 'high',
      serious: true,
      assignee: 'R.',
      notes: 'not in the row',
    });
    const moved = run({
      type: 'move-allegation',
      id: allegationId,
      to: 'denied',
      basis: 'evidence',
      reason: 'x',
      override: 'x',
    });
    expect([...rowsOf(kase)]).toEqual([
      {
        id: allegationId,
        ref: 'MIL-001',
        statement: 'The mill burned down on Monday.',
        claimant: 'Fire brigade',
        saidOn: '2026-11',
        state: 'denied',
        why: null,
        basis: 'evidence',
        overridden: true,
        lacking: false,
        priority: 'high',
        serious: true,
        tags: ['fire'],
        assignee: 'R.',
        denials: [],
        declined: 0,
        asked: 0,
        deadline: null,
        quoteVerified: false,
        openQueries: 0,
        reviews: null,
        evidenceCount: 0,
        decidedAt: moved.at,
      },
    ]);
  });

  it('show every denial, whatever the state, and never show silence as one', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(responseOn(allegationId));
    run(responseOn(allegationId, { party: 'Heirs', extent: 'else', denies: ' that they sold it ' }));
    for (const kind of ['declined', 'declined', 'no-reply', 'confirmed', 'other'] as const)
      run(responseOn(allegationId, { kind, extent: null }));
    expect([...rowsOf(kase)]).toMatchObject([
      {
        state: 'unverified',
        denials: [
          { party: 'Mill owner', extent: 'all', denies: null },
          { party: 'Heirs', extent: 'else', denies: 'that they sold it' },
        ],
        declined: 2,
      },
    ]);
  });

  it('count what is not in the trash', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId));
    run(evidenceOn(allegationId));
    run(responseOn(allegationId));
    run({ type: 'remove', kind: 'evidence', id: newest(kase, 'evidence').id });
    run({ type: 'remove', kind: 'responses', id: newest(kase, 'responses').id });
    expect([...rowsOf(kase)]).toMatchObject([{ evidenceCount: 1, denials: [], declined: 0 }]);
  });

  it('say what is awaited and until when, without attempts or answers', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const asked = { kind: 'asked', extent: null, words: '', on: null } as const;
    expect([...rowsOf(kase)]).toMatchObject([{ asked: 0, deadline: null }]);
    run(responseOn(allegationId, asked));
    expect([...rowsOf(kase)]).toMatchObject([{ asked: 1, deadline: null }]);
    run(responseOn(allegationId, { ...asked, deadline: '2026-11-25' }));
    run(responseOn(allegationId, { ...asked, deadline: '2026-11-24' }));
    run(responseOn(allegationId, { party: 'Mayor', kind: 'declined', extent: null, deadline: '2026-11-20' }));
    expect([...rowsOf(kase)]).toMatchObject([{ asked: 3, deadline: '2026-11-24' }]);
    // What the party that was asked says in another line answers what it was asked.
    run(responseOn(allegationId, { kind: 'declined', extent: null }));
    expect([...rowsOf(kase)]).toMatchObject([{ asked: 0, deadline: null }]);
  });

  it('show the tick of a verified quote, and the queries that are open', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    run({ type: 'verify-quote', id: allegationId, how: 'x' });
    for (let count = 0; count < 3; count++) run(queryOn(documentId, { allegationId }));
    run(queryOn(documentId));
    expect([...rowsOf(kase)]).toMatchObject([{ quoteVerified: true, openQueries: 3 }]);
    const [first = '', second = ''] = kase.records.queries.keys();
    const stet = { decision: 'stet', wording: null, reason: 'x', decidedBy: null } as const;
    run({ type: 'decide-query', id: first, ...stet });
    run({ type: 'remove', kind: 'queries', id: second });
    run({ type: 'verify-quote', id: allegationId, how: null });
    expect([...rowsOf(kase)]).toMatchObject([{ quoteVerified: false, openQueries: 1, state: 'unverified' }]);
  });

  it('tell whether those who reviewed it came to the same, each by their last word', () => {
    const { kase, run, context, allegationId } = caseWithAllegation();
    const reviews = () => [...rowsOf(kase)][0]?.reviews;
    const review = (by: string, state: 'unverified' | 'corroborated') =>
      runIn(kase, reviewOf(allegationId, { state }), contextOf(context, by));
    expect(reviews()).toBeNull();
    review('R. S.', 'corroborated');
    expect(reviews()).toBe('mixed');
    review('r. s.', 'unverified');
    expect(reviews()).toBe('agree');
    review('A. B.', 'corroborated');
    expect(reviews()).toBe('mixed');
    run({ type: 'remove', kind: 'reviews', id: newest(kase, 'reviews').id });
    expect(reviews()).toBe('agree');
  });

  it('say of a finding that it no longer meets the standard, unless it was made against it', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const row = () => [...rowsOf(kase)][0];
    run(recordOn(allegationId));
    run({ type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'x' });
    expect(row()).toMatchObject({ overridden: false, lacking: false });
    run({ type: 'edit-allegation', id: allegationId, serious: true });
    expect(row()).toMatchObject({ overridden: false, lacking: true });
    run({ type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'x', override: 'x' });
    expect(row()).toMatchObject({ overridden: true, lacking: false });
  });

  it('are those of allegations that are not in the trash, in the order they were recorded', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    for (const statement of ['two', 'three']) run({ type: 'record-allegation', statement, passage: null });
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect([...rowsOf(kase)].map(({ ref }) => ref)).toEqual(['MIL-002', 'MIL-003']);
    run(UNDO);
    expect([...rowsOf(kase)].map(({ ref }) => ref)).toEqual(['MIL-001', 'MIL-002', 'MIL-003']);
  });

  it('know nobody as nobody', () => {
    const { kase } = caseWithAllegation();
    expect([partyName(kase, null), partyName(kase, 'id-none')]).toEqual([null, null]);
  });
});
