import { describe, expect, it } from 'vitest';
import { caseInfo } from '../case/case.ts';
import { verifyCase } from '../events/verify-case.ts';
import { caseWith, REDO, UNDO } from '../testing/case-with.ts';

const rename = (title: string) => ({ type: 'edit-case', title }) as const;

describe('undo and redo', () => {
  it('refuse when there is nothing to take back or bring back', () => {
    const { run, refusal } = caseWith();
    expect(refusal(UNDO)).toEqual({ code: 'nothing-to-undo' });
    expect(refusal(REDO)).toEqual({ code: 'nothing-to-redo' });
    run(rename('One'));
    expect(refusal(REDO)).toEqual({ code: 'nothing-to-redo' });
    run(UNDO);
    expect(refusal(UNDO)).toEqual({ code: 'nothing-to-undo' });
  });

  it('are new events that name the one they are about, and the old one stays', () => {
    const { kase, run } = caseWith();
    const renamed = run(rename('One'));
    const undone = run(UNDO);
    const redone = run(REDO);
    expect(undone).toMatchObject({ type: 'undone', of: renamed.id });
    expect(undone.changes).toEqual([
      { ...renamed.changes[0], before: { title: 'One' }, after: { title: 'Mill fire' } },
    ]);
    expect(redone).toMatchObject({ type: 'redone', of: renamed.id, changes: renamed.changes });
    expect(kase.history.slice(1)).toEqual([renamed, undone, redone]);
    expect(verifyCase(kase)).toBeNull();
  });

  it('go back and forth, step by step', () => {
    const { kase, run } = caseWith(rename('One'), rename('Two'), rename('Three'));
    const titles = [UNDO, UNDO, REDO, UNDO, UNDO, REDO, REDO, REDO].map((command) => {
      run(command);
      return caseInfo(kase).title;
    });
    expect(titles).toEqual(['Two', 'One', 'Two', 'One', 'Mill fire', 'One', 'Two', 'Three']);
  });

  it('take a creation away and bring it back with its id and reference', () => {
    const { kase, run } = caseWith();
    const event = run({ type: 'record-allegation', statement: 'x', claimant: 'Mayor', passage: null });
    const made = new Map(kase.records.allegations);
    run(UNDO);
    expect([kase.records.allegations.size, kase.records.parties.size]).toEqual([0, 0]);
    expect(kase.allegationIdByRef.size).toBe(0);
    run(REDO);
    expect(kase.records.allegations).toEqual(made);
    expect(kase.records.parties.size).toBe(1);
    expect(kase.undo).toEqual([event]);
  });

  it('forget what could be brought back once something new was done', () => {
    const { kase, run, refusal } = caseWith(rename('One'), rename('Two'));
    run(UNDO);
    run(rename('Other'));
    expect(refusal(REDO)).toEqual({ code: 'nothing-to-redo' });
    run(UNDO);
    expect(caseInfo(kase).title).toBe('One');
  });
});
