import { expect, it } from 'vitest';
import type { Case } from '../case/case.ts';
import { decide, type CommandValue } from '../commands/index.ts';
import { apply } from '../events/apply.ts';
import { EVENT_VERSION } from '../events/event.ts';
import { caseWith } from '../testing/case-with.ts';
import { reportRecordOf } from '../testing/case-with-everything.ts';
import { correctionsOf } from './report-corrections.ts';
import { reportSince } from './report-since.ts';

/** A case of so many allegations, five published reports that name all of them, and a tenth as many events after each. */
function caseOf(count: number): Case {
  const { kase, context } = caseWith();
  // Hashes are nothing to what is measured here, and most of the time it would take to make such a case.
  const run = (command: CommandValue): void => {
    const decision = decide(kase, command, context);
    if (!decision.ok) throw new Error(decision.error.code);
    const hash = String(kase.history.length).padStart(64, '0');
    const head = {
      id: context.newId(),
      v: EVENT_VERSION as typeof EVENT_VERSION,
      at: context.at,
      by: context.by,
      parents: [...kase.heads],
      hash,
    };
    apply(kase, { ...decision.value, ...head });
  };
  for (let at = 0; at < count; at++)
    run({ type: 'record-allegation', statement: `It was ${at}.`, passage: null });
  const allegations = [...kase.records.allegations.values()];
  for (let round = 0; round < 5; round++) {
    run(reportRecordOf(kase, { refs: allegations.map(({ ref }) => ref) }));
    const [id = ''] = [...kase.records.reports.keys()].slice(-1);
    run({ type: 'publish-report', id, on: '2026', address: null });
    for (const [index, { id: moved }] of allegations.entries()) {
      const why = (['insufficient', 'conflicting'] as const)[round % 2];
      if (index % 10 === round)
        run({ type: 'move-allegation', id: moved, to: 'unverified', why, reason: 'x' });
    }
  }
  return kase;
}

/** The least time that something took, in milliseconds. */
function fastest(what: () => void): number {
  const taken = Array.from({ length: 4 }, () => {
    const start = performance.now();
    what();
    return performance.now() - start;
  });
  return Math.min(...taken);
}

it('telling of earlier reports goes through what there is a few times, however much that is', () => {
  const kase = caseOf(12_000);
  const told = fastest(() => {
    expect(reportSince(kase, () => true).changes).toHaveLength(1_200);
    expect(correctionsOf(kase, () => true)).toHaveLength(6_000);
  });
  // About five times as long as this; looking for each allegation among all references, more than fifty times.
  const through = fastest(() => void JSON.stringify([...kase.records.allegations.values()]));
  expect(told / through).toBeLessThan(25);
});
