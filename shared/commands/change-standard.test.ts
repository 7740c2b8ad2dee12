import { describe, expect, it } from 'vitest';
import { caseInfo, putRecord } from '../case/case.ts';
import { DEFAULT_STANDARD } from '../case/standard.ts';
import { caseWith, caseWithAllegation, recordOn, UNDO } from '../testing/case-with.ts';
import { lacksOf } from '../standard/gate.ts';
import { commandSchema } from './index.ts';

const TWO = { type: 'change-standard', primary: 2 } as const;

describe('changing the standard', () => {
  it('is recorded with what it was, and can be undone', () => {
    const { kase, run } = caseWith();
    const event = run(TWO);
    expect(event).toMatchObject({
      type: 'standard-changed',
      changes: [
        {
          kind: 'case',
          before: { standard: DEFAULT_STANDARD },
          after: { standard: { ...DEFAULT_STANDARD, primary: 2 } },
        },
      ],
    });
    expect(caseInfo(kase).standard).toEqual({ ...DEFAULT_STANDARD, primary: 2 });
    run(UNDO);
    expect(caseInfo(kase).standard).toEqual(DEFAULT_STANDARD);
  });

  it('keeps what a newer Stet put into it', () => {
    const { kase, run } = caseWith();
    const info = caseInfo(kase);
    const standard = { ...info.standard, later: true };
    putRecord(kase, 'case', info.id, { ...info, standard });
    run(TWO);
    expect(caseInfo(kase).standard).toEqual({ ...DEFAULT_STANDARD, primary: 2, later: true });
  });

  it('to what it is already is refused', () => {
    expect(caseWith().refusal({ ...TWO, primary: 1 })).toEqual({ code: 'nothing-changed' });
  });

  it.each([0, 21, 1.5, -1])('to %s of something is no command', (primary) => {
    expect(commandSchema.safeParse({ ...TWO, primary }).success).toBe(false);
  });

  it('keeps every rule that is not given', () => {
    const { kase, run } = caseWith();
    run({ type: 'change-standard', secondPerson: 'always', reliability: 'C', replyIfSerious: false });
    expect(caseInfo(kase).standard).toEqual({
      ...DEFAULT_STANDARD,
      secondPerson: 'always',
      reliability: 'C',
      replyIfSerious: false,
    });
  });

  it.each([{ reliability: 'G' }, { credibility: '0' }, { secondPerson: 'sometimes' }, { authenticated: 1 }])(
    'to %j is no command',
    (rules) => {
      expect(commandSchema.safeParse({ ...TWO, ...rules }).success).toBe(false);
    },
  );

  it('leaves findings as they are, and says which no longer meet it', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(recordOn(allegationId));
    run({ type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'The log says so.' });
    const finding = () => kase.records.allegations.get(allegationId)?.finding;
    const before = finding();
    const lacks = () => {
      const allegation = kase.records.allegations.get(allegationId);
      return allegation && lacksOf(kase, allegation);
    };
    expect(lacks()).toEqual([]);
    run(TWO);
    expect(finding()).toEqual(before);
    expect(lacks()).toMatchObject([{ code: 'needs-primary', count: 1 }, {}, {}]);
    run(UNDO);
    expect(lacks()).toEqual([]);
  });
});
