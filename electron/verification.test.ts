import { expect, test } from 'vitest';
import { caseInfo } from '../shared/case/case.ts';
import { createCase } from '../shared/commands/create-case.ts';
import { decide } from '../shared/commands/index.ts';
import { apply } from '../shared/events/apply.ts';
import { seal } from '../shared/events/seal.ts';
import { contextFor } from './context.ts';
import { verifyInPieces } from './verification.ts';

const context = contextFor('M. K.');

function caseOf(allegations: number) {
  const kase = createCase({ title: 'Case' }, context);
  const record = () => {
    const statement = `Statement ${kase.history.length}.`;
    const decision = decide(kase, { type: 'record-allegation', statement, passage: null }, context);
    if (!decision.ok) throw new Error(decision.error.code);
    apply(kase, seal(decision.value, kase.heads, context));
  };
  for (let count = 0; count < allegations; count++) record();
  return { kase, record };
}

test('what is verified is the case as it was when that began, whatever happens to it meanwhile', async () => {
  const { kase, record } = caseOf(1_500);
  const { length } = kase.history;
  const [head] = kase.heads;
  const verdict = verifyInPieces(kase);
  let others = 0;
  for (let done = false; !done;) {
    done = await Promise.race([
      verdict.then(() => true),
      new Promise<false>((resolve) => setImmediate(() => resolve(false))),
    ]);
    others++;
    record();
  }
  // Others had their turn while it went on.
  expect(others).toBeGreaterThan(3);
  expect(await verdict).toEqual({ fault: null, events: length, head, exhibits: null });
});

test('a fault is found, and an ended verification finds nothing', async () => {
  const { kase } = caseOf(1_500);
  const ending = new AbortController();
  const ended = verifyInPieces(kase, ending.signal);
  ending.abort();
  expect(await ended).toBeNull();
  const info = caseInfo(kase);
  kase.records.case.set(info.id, { ...info, title: 'Another' });
  const { id } = info;
  expect(await verifyInPieces(kase)).toMatchObject({
    fault: { code: 'record-differs', kind: 'case', id, label: 'Another' },
  });
});
