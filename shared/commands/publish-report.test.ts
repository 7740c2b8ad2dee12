import { describe, expect, it } from 'vitest';
import { verifyCase } from '../events/verify-case.ts';
import { caseWith, newest, REDO, UNDO, type Bench } from '../testing/case-with.ts';
import { reportRecordOf } from '../testing/case-with-everything.ts';
import { commandSchema } from './index.ts';

/** A case with a report that left it. */
function exported(): Bench & { id: string } {
  const bench = caseWith();
  bench.run(reportRecordOf(bench.kase));
  return { ...bench, id: newest(bench.kase, 'reports').id };
}

const publish = (id: string, on: string | null = '2026-11-22', address: string | null = null) =>
  ({ type: 'publish-report', id, on, address }) as const;

describe('publishing a report', () => {
  it('says when and where, and can be undone and brought back', () => {
    const { kase, run, id } = exported();
    const event = run(publish(id, '2026-11-22', ' https://mill.example/report '));
    expect(event).toMatchObject({
      type: 'report-published',
      changes: [
        {
          kind: 'reports',
          id,
          before: { publishedOn: null, address: null },
          after: { publishedOn: '2026-11-22', address: 'https://mill.example/report' },
        },
      ],
    });
    const published = newest(kase, 'reports');
    run(UNDO);
    expect(newest(kase, 'reports')).toMatchObject({ publishedOn: null, address: null });
    run(REDO);
    expect(newest(kase, 'reports')).toEqual(published);
    expect(verifyCase(kase)).toBeNull();
  });

  it('can be taken back, its address with it', () => {
    const { kase, run, id } = exported();
    run(publish(id, '2026', 'https://mill.example'));
    const event = run(publish(id, null, 'https://mill.example'));
    expect(event).toMatchObject({
      type: 'report-unpublished',
      changes: [{ after: { publishedOn: null, address: null } }],
    });
    expect(newest(kase, 'reports')).toMatchObject({ publishedOn: null, address: null });
  });

  it('can be said more exactly', () => {
    const { kase, run, id } = exported();
    run(publish(id, '2026-11'));
    const event = run(publish(id, '2026-11-22'));
    expect(event.type).toBe('report-published');
    expect(event.changes[0]?.after).toEqual({ publishedOn: '2026-11-22' });
    expect(newest(kase, 'reports').publishedOn).toBe('2026-11-22');
  });

  it('is refused for a report that is not there', () => {
    expect(exported().refusal(publish('nobody'))).toEqual({ code: 'not-found', kind: 'reports' });
  });

  it.each(['2026-11-25', '2026-12', '2027', '2026-11-23T14:02Z[UTC]'])(
    'is refused for the future: %s',
    (on) => {
      const { refusal, id } = exported();
      expect(refusal(publish(id, on))).toEqual({ code: 'time-ahead', field: 'publishedOn' });
    },
  );

  it.each(['2026-11-21', '2026-10', '2025'])('is refused for a time before it was made: %s', (on) => {
    const { refusal, id } = exported();
    expect(refusal(publish(id, on))).toEqual({ code: 'published-before-made' });
  });

  it('is refused when it says nothing new', () => {
    const { run, refusal, id } = exported();
    expect(refusal(publish(id, null))).toEqual({ code: 'nothing-changed' });
    expect(refusal(publish(id, null, 'https://mill.example'))).toEqual({ code: 'nothing-changed' });
    run(publish(id));
    expect(refusal(publish(id))).toEqual({ code: 'nothing-changed' });
    expect(refusal(publish(id, '2026-11-22', ' '))).toEqual({ code: 'nothing-changed' });
  });

  it.each([{ on: 'yesterday' }, { on: undefined }, { address: 'x'.repeat(1_001) }, { id: '' }])(
    'with %j is no command',
    (wrong) => {
      expect(commandSchema.safeParse({ ...publish('id-3'), ...wrong }).success).toBe(false);
    },
  );

  it('outlives the undoing of what was done before the export', () => {
    const { kase, run } = caseWith({ type: 'edit-case', title: 'One' });
    run(reportRecordOf(kase));
    const { id } = newest(kase, 'reports');
    run(publish(id));
    run(UNDO);
    run(UNDO);
    expect(kase.undo).toEqual([]);
    run(REDO);
    run(REDO);
    expect(kase.records.reports.get(id)?.publishedOn).toBe('2026-11-22');
  });
});
