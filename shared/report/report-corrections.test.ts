import { describe, expect, it } from 'vitest';
import type { Allegation } from '../case/records.ts';
import { newest, REDO, run as runIn, UNDO } from '../testing/case-with.ts';
import { caseWithEverything, contextOf, reportRecordOf } from '../testing/case-with-everything.ts';
import { correctionsOf, isRestated, type ReportCorrection } from './report-corrections.ts';

/** A case whose two allegations can be moved, and whose reports can be exported and published. */
function desk() {
  const made = caseWithEverything();
  const { kase, run, allegationId, otherId } = made;
  const ids = { one: allegationId, two: otherId };
  const moved = {
    corroborated: { to: 'corroborated', override: 'It is plain.' },
    denied: { to: 'denied', basis: 'evidence', override: 'It is plain.' },
    insufficient: { to: 'unverified', why: 'insufficient' },
    conflicting: { to: 'unverified', why: 'conflicting' },
  } as const;
  return {
    ...made,
    move: (which: keyof typeof ids, to: keyof typeof moved, reason = `Found ${to}.`) =>
      run({ type: 'move-allegation', id: ids[which], ...moved[to], reason }),
    exported: (refs: string[] | null = null): string => {
      run(reportRecordOf(kase, { refs }));
      return newest(kase, 'reports').id;
    },
    publish: (id: string, on: string | null = '2026-11-22') =>
      run({ type: 'publish-report', id, on, address: null }),
    reword: (statement: string) => run({ type: 'edit-allegation', id: allegationId, statement }),
    corrections: (chosen?: readonly string[]): ReportCorrection[] =>
      correctionsOf(kase, ({ ref }: Allegation) => !chosen || chosen.includes(ref)),
  };
}

/** Corrections as short as they can be told apart. */
const short = (corrections: readonly ReportCorrection[]): string[] =>
  corrections.map(({ ref, published, from, to }) => {
    const said = ({ state, why }: ReportCorrection['from']): string => why ?? state;
    return `R${published.number} ${ref}: ${said(from)} → ${said(to)}`;
  });

describe('a finding that changed after it was published', () => {
  it('is told with what it was, what it is, and who changed it when', () => {
    const { kase, context, allegationId, move, exported, publish, corrections } = desk();
    move('one', 'corroborated');
    publish(exported());
    expect(corrections()).toEqual([]);
    const command = { type: 'move-allegation', id: allegationId, to: 'unverified' } as const;
    const again = { ...command, why: 'insufficient', reason: 'The log was of another mill.' } as const;
    const { at } = runIn(kase, again, contextOf(context, 'R. S.'));
    const { number, edition, madeAt, contentSha256, publishedOn } = newest(kase, 'reports');
    expect(corrections()).toEqual([
      {
        ref: 'MIL-001',
        published: { number, edition, madeAt, contentSha256, publishedOn, address: null },
        from: {
          statement: 'The mill burned down on Monday.',
          state: 'corroborated',
          why: null,
          basis: null,
          reason: 'Found corroborated.',
          overridden: true,
        },
        to: {
          statement: 'The mill burned down on Monday.',
          state: 'unverified',
          why: 'insufficient',
          basis: null,
          reason: 'The log was of another mill.',
          overridden: false,
        },
        at,
        by: 'R. S.',
      },
    ]);
  });

  it('is none while the report was only exported, and none again when that it was published is taken back', () => {
    const { move, exported, publish, corrections } = desk();
    const id = exported();
    move('one', 'corroborated');
    expect(corrections()).toEqual([]);
    publish(id);
    expect(corrections()).toHaveLength(1);
    publish(id, null);
    expect(corrections()).toEqual([]);
  });

  it('counts from what the report tells of, not from when it was noted or published', () => {
    const { kase, run, move, publish, corrections } = desk();
    const heads = [...kase.heads];
    move('one', 'corroborated');
    run(reportRecordOf(kase, { heads }));
    publish(newest(kase, 'reports').id);
    expect(short(corrections())).toEqual(['R2 MIL-001: not-started → corroborated']);
  });

  it('is told in the order of the reports, then of the references', () => {
    const { move, exported, publish, corrections } = desk();
    publish(exported());
    move('two', 'corroborated');
    move('one', 'corroborated');
    publish(exported());
    move('two', 'insufficient');
    expect(short(corrections())).toEqual([
      'R2 MIL-001: not-started → corroborated',
      'R2 MIL-002: not-started → corroborated',
      'R3 MIL-002: corroborated → insufficient',
    ]);
  });

  it('stays in every later report, with the outcome that was published next', () => {
    const { move, exported, publish, corrections } = desk();
    publish(exported());
    const { at } = move('one', 'corroborated');
    expect(short(corrections())).toEqual(['R2 MIL-001: not-started → corroborated']);
    publish(exported());
    exported();
    move('two', 'insufficient');
    expect(corrections()[0]).toMatchObject({ ref: 'MIL-001', to: { state: 'corroborated' }, at });
    move('one', 'denied');
    // The second was published as it was in both, so the later is the one that is corrected.
    expect(short(corrections())).toEqual([
      'R2 MIL-001: not-started → corroborated',
      'R3 MIL-001: corroborated → denied',
      'R3 MIL-002: not-started → insufficient',
    ]);
    expect(corrections()[0]?.at).toBe(at);
  });

  it('is of the outcome only: what was between two reports was never published', () => {
    const { move, exported, publish, corrections } = desk();
    publish(exported());
    move('one', 'denied');
    move('one', 'conflicting');
    move('one', 'corroborated');
    publish(exported());
    move('one', 'conflicting');
    move('one', 'corroborated');
    expect(short(corrections())).toEqual(['R2 MIL-001: not-started → corroborated']);
  });

  it('is none when it was changed back before anything else was published', () => {
    const { run, move, exported, publish, corrections } = desk();
    move('one', 'corroborated');
    publish(exported());
    move('one', 'conflicting');
    run(UNDO);
    expect(corrections()).toEqual([]);
    run(REDO);
    expect(short(corrections())).toEqual(['R2 MIL-001: corroborated → conflicting']);
  });

  it('is one when it was taken back after it was published, dated by the taking back', () => {
    const { kase, context, move, exported, publish, corrections } = desk();
    move('one', 'corroborated');
    const id = exported();
    const undone = runIn(kase, UNDO, contextOf(context, 'R. S.'));
    publish(id);
    expect(corrections()).toMatchObject([
      { from: { state: 'corroborated' }, to: { why: 'not-started', reason: '' }, at: undone.at, by: 'R. S.' },
    ]);
  });

  it('is dated by what was published next, not by a later change back to the same', () => {
    const { run, move, exported, publish, corrections } = desk();
    publish(exported());
    const { at } = move('one', 'corroborated');
    publish(exported());
    move('one', 'conflicting');
    run(UNDO);
    expect(corrections()).toMatchObject([{ at }]);
    expect(short(corrections())).toEqual(['R2 MIL-001: not-started → corroborated']);
  });

  it('is one when only the honest sub-reason changed, and none when only the reason did', () => {
    const { move, exported, publish, corrections } = desk();
    move('one', 'conflicting');
    publish(exported());
    move('one', 'conflicting', 'As before, in other words.');
    expect(corrections()).toEqual([]);
    move('one', 'insufficient');
    expect(short(corrections())).toEqual(['R2 MIL-001: conflicting → insufficient']);
  });
});

describe('a statement that reads otherwise after it was published', () => {
  it('is told with both wordings under the same finding, dated by the rewording', () => {
    const { move, exported, publish, reword, corrections } = desk();
    move('one', 'corroborated');
    publish(exported());
    const { at, by } = reword('The mill burned down on Tuesday.');
    expect(corrections()).toMatchObject([
      {
        ref: 'MIL-001',
        from: { statement: 'The mill burned down on Monday.', state: 'corroborated' },
        to: { statement: 'The mill burned down on Tuesday.', state: 'corroborated' },
        at,
        by,
      },
    ]);
    expect(corrections().map(isRestated)).toEqual([true]);
  });

  it('is none once it reads as it was published', () => {
    const { run, exported, publish, reword, corrections } = desk();
    publish(exported());
    reword('The mill burned down on Tuesday.');
    run(UNDO);
    expect(corrections()).toEqual([]);
  });

  it('is one correction together with a finding that changed', () => {
    const { move, exported, publish, reword, corrections } = desk();
    publish(exported());
    move('one', 'denied');
    const { at } = reword('The mill burned down on Tuesday.');
    expect(corrections()).toMatchObject([{ from: { why: 'not-started' }, to: { state: 'denied' }, at }]);
    expect(corrections().map(isRestated)).toEqual([true]);
  });
});

describe('what there is no correction of', () => {
  it('is what a report did not tell of: chosen away, in the trash, or not there yet', () => {
    const { run, kase, otherId, move, exported, publish, corrections } = desk();
    run({ type: 'remove', kind: 'allegations', id: otherId });
    publish(exported());
    run({ type: 'restore', kind: 'allegations', id: otherId });
    move('two', 'corroborated');
    publish(exported(['MIL-001']));
    move('two', 'conflicting');
    run({ type: 'record-allegation', statement: 'x', passage: null });
    const { id } = newest(kase, 'allegations');
    run({ type: 'move-allegation', id, to: 'unverified', why: 'insufficient', reason: 'x' });
    expect(corrections()).toEqual([]);
  });

  it('is what is in the trash now; restored, it is corrected', () => {
    const { run, otherId: id, move, exported, publish, corrections } = desk();
    publish(exported());
    move('two', 'corroborated');
    run({ type: 'remove', kind: 'allegations', id });
    expect(corrections()).toEqual([]);
    run({ type: 'restore', kind: 'allegations', id });
    expect(short(corrections())).toEqual(['R2 MIL-002: not-started → corroborated']);
  });

  it('is what is outside of the scope of this report', () => {
    const { move, exported, publish, corrections } = desk();
    publish(exported());
    move('one', 'corroborated');
    move('two', 'conflicting');
    expect(short(corrections(['MIL-002']))).toEqual(['R2 MIL-002: not-started → conflicting']);
  });

  it('passes over a report that left it out: the next that has it says what it became', () => {
    const { move, exported, publish, corrections } = desk();
    publish(exported());
    move('one', 'denied');
    publish(exported(['MIL-002']));
    move('one', 'corroborated');
    publish(exported(['MIL-001']));
    expect(short(corrections())).toEqual(['R2 MIL-001: not-started → corroborated']);
  });
});
