import { describe, expect, it } from 'vitest';
import type { Allegation } from '../case/records.ts';
import { responseOn, newest, run as runIn, UNDO, evidenceOn } from '../testing/case-with.ts';
import {
  caseWithEverything,
  contextOf,
  queryOn,
  reportRecordOf,
  reviewOf,
} from '../testing/case-with-everything.ts';
import { reportSince, type ReportChange } from './report-since.ts';

/** A case with a record of every kind, of which a report has just left. */
function reported(refs: string[] | null = null) {
  const made = caseWithEverything();
  made.run(reportRecordOf(made.kase, { refs }));
  const since = (chosen?: readonly string[]): ReportChange[] =>
    reportSince(made.kase, ({ ref }: Allegation) => !chosen || chosen.includes(ref)).changes;
  return { ...made, since };
}

const CORROBORATED = { to: 'corroborated', reason: 'The log says so.' } as const;
const change = (ref: string, ...changes: ReportChange['changes']) => ({ ref, changes, finding: null });

describe('what changed since the last report', () => {
  it('is nothing before there was one', () => {
    const { kase } = caseWithEverything();
    kase.records.reports.clear();
    expect(reportSince(kase, () => true)).toEqual({ previous: null, changes: [] });
  });

  it('is nothing right after one, which it names', () => {
    const { kase, since } = reported();
    expect(since()).toEqual([]);
    expect(reportSince(kase, () => true).previous).toEqual({
      number: 2,
      edition: 'checked',
      madeAt: '2026-11-23T14:00:00.000Z',
      contentSha256: 'd'.repeat(64),
      publishedOn: null,
      address: null,
    });
  });

  it('is not that the report was noted, published or the cover changed', () => {
    const { kase, run, since } = reported();
    run({ type: 'publish-report', id: newest(kase, 'reports').id, on: '2026', address: null });
    run({ type: 'change-cover', cover: { version: '2' } });
    expect(since()).toEqual([]);
  });

  it('tells a finding as it was and as it is', () => {
    const { run, since, allegationId: id } = reported();
    run({ type: 'move-allegation', id, ...CORROBORATED, override: 'It is plain.' });
    const from = { state: 'unverified', why: 'not-started', basis: null, reason: '', overridden: false };
    const to = {
      state: 'corroborated',
      why: null,
      basis: null,
      reason: 'The log says so.',
      overridden: true,
    };
    expect(since()).toEqual([{ ref: 'MIL-001', changes: ['finding'], finding: { from, to } }]);
  });

  it('counts from what the report tells of, not from when it was noted', () => {
    const { kase, run, since, allegationId: id } = reported();
    const heads = [...kase.heads];
    run({ type: 'edit-allegation', id, serious: true });
    run(reportRecordOf(kase, { heads }));
    expect(since()).toEqual([change('MIL-001', 'details')]);
    run(reportRecordOf(kase));
    expect(since()).toEqual([]);
  });

  it('tells of each part that changed, once and in order', () => {
    const { kase, context, run, since, allegationId, otherId, documentId } = reported();
    run({ type: 'relate-allegations', kind: 'repeats', fromId: otherId, toId: allegationId, note: '' });
    run(queryOn(documentId, { allegationId }));
    run({ type: 'add-passage', allegationId, span: { documentId, start: 0, end: 3 } });
    runIn(kase, reviewOf(allegationId, { reason: 'Read again.' }), contextOf(context, 'T. U.'));
    run(responseOn(allegationId, { party: 'Mayor' }));
    run(evidenceOn(allegationId));
    run(evidenceOn(allegationId));
    run({ type: 'verify-quote', id: allegationId, how: 'Recording.' });
    run({ type: 'edit-allegation', id: allegationId, statement: 'The mill burned.', happenedOn: '2026' });
    expect(since()).toEqual([
      change(
        'MIL-001',
        'statement',
        'quote',
        'details',
        'evidence',
        'responses',
        'reviews',
        'queries',
        'passages',
        'relations',
      ),
      change('MIL-002', 'relations'),
    ]);
  });

  it('tells of an edited and of a removed item as of a new one', () => {
    const { kase, run, since } = reported();
    const [{ id } = { id: '' }] = kase.records.evidence.values();
    run({ type: 'edit-evidence', id, excerpt: 'I saw smoke.' });
    expect(since()).toEqual([change('MIL-001', 'evidence')]);
    run({ type: 'remove', kind: 'evidence', id });
    expect(since()).toEqual([change('MIL-001', 'evidence')]);
  });

  it('tells of a rating', () => {
    const { kase, since, allegationId } = reported();
    const allegation = kase.records.allegations.get(allegationId);
    const rating = { ratingId: 'r' } as Allegation['rating'];
    // The records as an event would leave them, and the event.
    if (allegation) kase.records.allegations.set(allegationId, { ...allegation, rating });
    const [event] = kase.history.slice(-1);
    if (event)
      kase.history.push({
        ...event,
        type: 'allegation-rated',
        hash: 'a'.repeat(64),
        changes: [{ kind: 'allegations', id: allegationId, before: { rating: null }, after: { rating } }],
      });
    expect(since()).toEqual([change('MIL-001', 'rating')]);
  });

  it('passes over the work on it: notes, tags, who does it and how soon', () => {
    const { run, since, allegationId: id } = reported();
    run({ type: 'edit-allegation', id, notes: 'x', tags: ['fire'], assignee: 'R. S.', priority: 'high' });
    expect(since()).toEqual([]);
  });

  it('passes over what was changed and changed back, or made and thrown away', () => {
    const { kase, run, since, allegationId: id } = reported();
    run({ type: 'edit-allegation', id, statement: 'x' });
    run({ type: 'edit-allegation', id, statement: 'The mill burned down on Monday.' });
    run({ type: 'move-allegation', id, ...CORROBORATED, override: 'x' });
    run(UNDO);
    run(evidenceOn(id));
    run({ type: 'remove', kind: 'evidence', id: newest(kase, 'evidence').id });
    run(responseOn(id));
    run(UNDO);
    expect(since()).toEqual([]);
  });

  it('is a finding that was made anew, even to the same state', () => {
    const { run, since, allegationId: id } = reported();
    run({ type: 'move-allegation', id, to: 'unverified', why: 'not-started', reason: 'Called twice.' });
    expect(since()).toMatchObject([
      { changes: ['finding'], finding: { from: { reason: '' }, to: { reason: 'Called twice.' } } },
    ]);
  });
});

describe('allegations that come and go', () => {
  it('are recorded, removed and restored', () => {
    const { kase, run, since, otherId: id } = reported();
    run({ type: 'record-allegation', statement: 'The mayor slept.', passage: null });
    expect(since()).toEqual([change('MIL-003', 'recorded')]);
    run({ type: 'remove', kind: 'allegations', id });
    expect(since()).toEqual([change('MIL-002', 'removed'), change('MIL-003', 'recorded')]);
    run({ type: 'restore', kind: 'allegations', id });
    expect(since()).toEqual([change('MIL-003', 'recorded')]);
    run({ type: 'remove', kind: 'allegations', id });
    run(reportRecordOf(kase));
    expect(since()).toEqual([]);
    run({ type: 'restore', kind: 'allegations', id });
    expect(since()).toEqual([change('MIL-002', 'restored')]);
  });

  it('are not told of when they came and went', () => {
    const { kase, run, since } = reported();
    run({ type: 'record-allegation', statement: 'x', passage: null });
    run({ type: 'remove', kind: 'allegations', id: newest(kase, 'allegations').id });
    expect(since()).toEqual([]);
  });

  it('are told of as removed when their making was undone after the report', () => {
    const { kase, run, since } = reported();
    run({ type: 'record-allegation', statement: 'x', passage: null });
    run(reportRecordOf(kase));
    run(UNDO);
    expect(since()).toEqual([change('MIL-003', 'removed')]);
  });

  it('are added when the previous report was not of them', () => {
    const { run, since, otherId } = reported(['MIL-001']);
    run({ type: 'edit-allegation', id: otherId, serious: true });
    expect(since()).toEqual([change('MIL-002', 'added')]);
    expect(since(['MIL-001'])).toEqual([]);
    run({ type: 'remove', kind: 'allegations', id: otherId });
    expect(since()).toEqual([]);
  });
});

describe('a report of chosen allegations', () => {
  it('tells of these only, also of what went', () => {
    const { run, since, allegationId, otherId } = reported();
    run({ type: 'edit-allegation', id: allegationId, serious: true });
    run({ type: 'remove', kind: 'allegations', id: otherId });
    expect(since(['MIL-001'])).toEqual([change('MIL-001', 'details')]);
    expect(since(['MIL-002'])).toEqual([change('MIL-002', 'removed')]);
    expect(since()).toHaveLength(2);
  });

  it('does not tell of relations to others', () => {
    const { run, since, allegationId, otherId } = reported();
    run({ type: 'relate-allegations', kind: 'repeats', fromId: otherId, toId: allegationId, note: '' });
    expect(since(['MIL-001'])).toEqual([]);
    expect(since(['MIL-001', 'MIL-002'])).toHaveLength(2);
  });
});
