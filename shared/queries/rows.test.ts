import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest, responseOn, UNDO } from '../testing/case-with.ts';
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
        evidenceCount: 0,
        decidedAt: moved.at,
      },
    ]);
  });

  it('show every denial, whatever the state, and never show silence as one', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(responseOn(allegationId));
    run(responseOn(allegationId, { party: 'Heirs', extent: 'else' }));
    for (const kind of ['declined', 'declined', 'no-reply', 'confirmed', 'other'] as const)
      run(responseOn(allegationId, { kind, extent: null }));
    expect([...rowsOf(kase)]).toMatchObject([
      {
        state: 'unverified',
        denials: [
          { party: 'Mill owner', extent: 'all' },
          { party: 'Heirs', extent: 'else' },
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
