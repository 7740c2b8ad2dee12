import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../case/words.ts';
import { newest, evidenceOn, recordOn, responseOn, run as runIn } from '../testing/case-with.ts';
import {
  caseWithEverything,
  contextOf,
  exhibitWith,
  queryOn,
  reportRecordOf,
  reviewOf,
} from '../testing/case-with-everything.ts';
import { MADE_AT } from './check-page.ts';
import { WHOLE, type ReportAbout, type Scope } from './report-about.ts';
import { reportData, type Report } from './report-data.ts';

const about = (scope: Scope, edition: ReportAbout['edition'] = 'checking'): ReportAbout => ({
  edition,
  at: MADE_AT,
  preparedBy: '',
  fileSha256: null,
  appVersion: '0.1.0',
  scope,
});

/** A case with a third allegation, on a document of its own, of which everything that people wrote says OTHER. */
function caseWithAnother() {
  const made = caseWithEverything();
  const { kase, context, run } = made;
  const file = { format: 'text', fileName: 'OTHER.txt' } as const;
  run({ type: 'add-document', title: 'OTHER paper', text: 'OTHER words of OTHER people.', ...file });
  const documentId = newest(kase, 'documents').id;
  run({
    type: 'record-allegation',
    statement: 'OTHER people spoke.',
    claimant: 'OTHER claimant',
    touches: ['OTHER party'],
    serious: true,
    passage: { documentId, start: 0, end: 11 },
  });
  const { id: thirdId } = newest(kase, 'allegations');
  run(exhibitWith({ title: 'OTHER picture', fileName: 'OTHER.jpg', sha256: 'b'.repeat(64) }));
  const exhibitId = newest(kase, 'exhibits').id;
  run(
    recordOn(thirdId, {
      source: { name: 'OTHER log', kind: 'record', party: 'OTHER keeper' },
      excerpt: 'OTHER',
      exhibitId,
    }),
  );
  run({ type: 'add-source', name: 'OTHER witness', kind: 'person', party: null });
  const origin = { type: 'derived-source', sourceId: newest(kase, 'sources').id } as const;
  run(
    evidenceOn(thirdId, {
      source: { name: 'OTHER wire', kind: 'outlet', party: null },
      excerpt: 'OTHER',
      origin,
    }),
  );
  run(responseOn(thirdId, { party: 'OTHER answerer', words: 'OTHER' }));
  run(queryOn(documentId, { allegationId: thirdId, question: 'OTHER?' }));
  run(queryOn(documentId, { question: 'OTHER in general?' }));
  runIn(kase, reviewOf(thirdId, { reason: 'OTHER' }), contextOf(context, 'OTHER reviewer'));
  for (const fromId of [made.allegationId, made.otherId])
    run({ type: 'relate-allegations', kind: 'contradicts', fromId, toId: thirdId, note: 'OTHER' });
  run({ type: 'move-allegation', id: thirdId, to: 'corroborated', override: 'OTHER', reason: 'OTHER' });
  const known = reportRecordOf(kase);
  run(known);
  run({ type: 'publish-report', id: newest(kase, 'reports').id, on: '2026-11-22', address: null });
  run({ type: 'move-allegation', id: thirdId, to: 'unverified', why: 'conflicting', reason: 'OTHER' });
  return { ...made, thirdId };
}

describe.each(EDITIONS)('a report of chosen allegations (%s)', (edition) => {
  const { kase } = caseWithAnother();
  const whole = reportData(kase, about(WHOLE, edition));
  const chosen = reportData(kase, about({ refs: ['MIL-002', 'MIL-001'], words: ' the mill ' }, edition));
  const third = reportData(kase, about({ refs: ['MIL-003'], words: '' }, edition));

  it('says of which and of how many', () => {
    expect(whole.scope).toEqual({ total: 3, refs: null, words: '' });
    expect(chosen.scope).toEqual({ total: 3, refs: ['MIL-001', 'MIL-002'], words: 'the mill' });
    expect(chosen.allegations.map(({ ref }) => ref)).toEqual(['MIL-001', 'MIL-002']);
    expect(third.scope.refs).toEqual(['MIL-003']);
  });

  it('counts those', () => {
    const sum = ({ counts }: Report): number => Object.values(counts).reduce((one, two) => one + two, 0);
    expect([whole, chosen, third].map(sum)).toEqual([3, 2, 1]);
    expect(whole.unasked.map(({ ref }) => ref)).toContain('MIL-003');
    expect(chosen.unasked).toEqual([]);
    expect(chosen.unverified.map(({ ref }) => ref)).toEqual(['MIL-001', 'MIL-002']);
  });

  it('has nothing of the others, in no part', () => {
    expect(JSON.stringify(whole)).toContain('OTHER');
    expect(JSON.stringify(chosen)).not.toMatch(/OTHER|MIL-003/);
    expect(JSON.stringify(chosen)).not.toContain('b'.repeat(64));
    expect(chosen.corrections).toEqual([]);
    expect(whole.corrections).toHaveLength(1);
    expect(whole.since.changes.map(({ ref }) => ref)).toEqual(['MIL-003']);
    expect(chosen.since.changes).toEqual([]);
  });

  it('has the documents, parties, sources and queries of those it is of', () => {
    expect(third.documents).toMatchObject([{ withheld: false, title: 'OTHER paper' }]);
    expect(chosen.documents).toHaveLength(1);
    expect(third.queries.map(({ question }) => question)).toEqual(['OTHER?']);
    expect(whole.queries.map(({ question }) => question)).toEqual([
      'Which mill?',
      'OTHER?',
      'OTHER in general?',
    ]);
    expect(third.parties.map(({ name }) => name)).not.toContain('Mill owner');
    expect(third.sources.map(({ name }) => name)).not.toContain('A neighbour');
    expect(third.allegations[0]?.relations).toEqual([]);
    expect(whole.allegations[0]?.relations.map(({ ref }) => ref)).toEqual(['MIL-002', 'MIL-003']);
    expect(chosen.allegations[0]?.relations.map(({ ref }) => ref)).toEqual(['MIL-002']);
  });

  it('tells of each what the whole one tells of it', () => {
    const alone = (report: Report) => report.allegations.map((each) => ({ ...each, relations: [] }));
    expect([...alone(chosen), ...alone(third)]).toEqual(alone(whole));
    expect(chosen.history).toEqual(whole.history);
  });

  it('of references that are not there, or of none, tells of nothing', () => {
    for (const refs of [[], ['MIL-999']]) {
      const none = reportData(kase, about({ refs, words: '' }, edition));
      expect(none).toMatchObject({
        scope: { total: 3, refs: [] },
        allegations: [],
        documents: [],
        sources: [],
        queries: [],
        parties: [],
      });
    }
  });
});

it('what is in the trash is not in a report that was made of it', () => {
  const { kase, run, thirdId } = caseWithAnother();
  run({ type: 'remove', kind: 'allegations', id: thirdId });
  const report = reportData(kase, about({ refs: ['MIL-001', 'MIL-003'], words: '' }));
  expect(report.scope).toEqual({ total: 2, refs: ['MIL-001'], words: '' });
  expect(report.since.changes).toEqual([{ ref: 'MIL-003', changes: ['removed'], finding: null }]);
  expect(report.corrections).toEqual([]);
});
