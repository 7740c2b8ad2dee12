import { describe, expect, it } from 'vitest';
import { caseInfo } from '../case/case.ts';
import { verifyCase } from '../events/verify-case.ts';
import { replay } from '../events/apply.ts';
import { caseWith, newest, REDO, textOfCase, UNDO } from '../testing/case-with.ts';
import { caseWithEverything, reportRecordOf } from '../testing/case-with-everything.ts';
import { commandSchema } from './index.ts';

const rename = (title: string) => ({ type: 'edit-case', title }) as const;

describe('recording that a report left the case', () => {
  it('keeps what it was made of and what was written, unpublished', () => {
    const { kase, run } = caseWith();
    const asked = reportRecordOf(kase, { refs: ['MIL-001'], edition: 'checking', language: 'uk' });
    const event = run(asked);
    const { type: _type, ...given } = asked;
    const record = { id: 'id-3', number: 1, ...given, publishedOn: null, address: null };
    expect(event).toMatchObject({
      type: 'report-exported',
      changes: [{ kind: 'reports', id: 'id-3', before: null, after: record }],
    });
    expect(newest(kase, 'reports')).toEqual(record);
    expect(verifyCase(kase)).toBeNull();
  });

  it('counts reports, each number once', () => {
    const { kase, run } = caseWith();
    for (let count = 0; count < 3; count++) run(reportRecordOf(kase));
    expect([...kase.records.reports.values()].map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(replay(kase.history).lastNumbers.reports).toBe(3);
  });

  it('says of which state it is, whatever happened since it was made', () => {
    const { kase, run } = caseWith(rename('One'));
    const heads = [...kase.heads];
    run(rename('Two'));
    run(reportRecordOf(kase, { heads }));
    expect(newest(kase, 'reports').heads).toEqual(heads);
  });

  it('is refused when it tells of events that this history does not have', () => {
    const { kase, refusal } = caseWith(rename('One'));
    const foreign = 'f'.repeat(64);
    for (const heads of [[foreign], [...kase.heads, foreign]])
      expect(refusal(reportRecordOf(kase, { heads }))).toEqual({ code: 'not-of-this-history' });
  });

  it.each([
    { heads: [] },
    { heads: ['head'] },
    { contentSha256: 'x' },
    { edition: 'draft' },
    { madeAt: '2026-11-23' },
    { refs: 'all' },
    { files: [{ format: 'html', name: 'x', bytes: -1, sha256: 'e'.repeat(64) }] },
    { files: [{ format: 'html', name: 'x', bytes: 1, sha256: 'e' }] },
  ])('with %j is no command', (wrong) => {
    const asked = { ...reportRecordOf(caseWith().kase), ...wrong };
    expect(commandSchema.safeParse(asked).success).toBe(false);
  });

  it('takes neither its number nor its publication from whoever asks', () => {
    const asked = { ...reportRecordOf(caseWith().kase), number: 7, publishedOn: '2020', removed: true };
    expect(Object.keys(commandSchema.parse(asked)).sort()).toEqual(
      Object.keys(reportRecordOf(caseWith().kase)).sort(),
    );
  });
});

describe('what left the case', () => {
  it('cannot be taken back, and does not stand in the way of what was before it', () => {
    const { kase, run, refusal } = caseWith(rename('One'), rename('Two'));
    run(reportRecordOf(kase));
    const report = newest(kase, 'reports');
    run(UNDO);
    expect(caseInfo(kase).title).toBe('One');
    run(UNDO);
    expect(caseInfo(kase).title).toBe('Mill fire');
    expect(refusal(UNDO)).toEqual({ code: 'nothing-to-undo' });
    expect(newest(kase, 'reports')).toEqual(report);
    expect(verifyCase(kase)).toBeNull();
  });

  it('does not make forgotten what can be brought back', () => {
    const { kase, run, refusal } = caseWith(rename('One'), rename('Two'));
    run(UNDO);
    run(reportRecordOf(kase));
    run(REDO);
    expect(caseInfo(kase).title).toBe('Two');
    expect(refusal(REDO)).toEqual({ code: 'nothing-to-redo' });
    run(UNDO);
    run(reportRecordOf(kase));
    run(rename('Other'));
    expect(refusal(REDO)).toEqual({ code: 'nothing-to-redo' });
    expect(kase.records.reports.size).toBe(2);
  });

  it('stays when all of a case is undone and brought back', () => {
    const { kase, run } = caseWithEverything();
    const [before, count] = [[...kase.records.reports.values()], kase.undo.length];
    while (kase.undo.length > 0) run(UNDO);
    expect([...kase.records.reports.values()]).toEqual(before);
    for (let step = 0; step < count; step++) run(REDO);
    expect([...kase.records.reports.values()]).toEqual(before);
    expect(textOfCase(replay(kase.history))).toBe(textOfCase(kase));
  });
});
