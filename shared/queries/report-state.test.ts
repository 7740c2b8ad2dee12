import { expect, it } from 'vitest';
import { caseWithAllegation, newest } from '../testing/case-with.ts';
import { LOGO, reportRecordOf } from '../testing/case-with-everything.ts';
import { reportStateOf, reportStateSteps } from './report-state.ts';

const AT = '2026-11-24T09:00:00.000Z';

it('has the cover, what is missing, and the reports that left, the newest first', () => {
  const { kase, run, allegationId } = caseWithAllegation();
  run({ type: 'change-cover', cover: { version: '1' }, logo: LOGO });
  run(reportRecordOf(kase));
  run(reportRecordOf(kase, { refs: ['MIL-001'] }));
  run({ type: 'publish-report', id: newest(kase, 'reports').id, on: '2026-11', address: ' ' });
  run({ type: 'edit-allegation', id: allegationId, serious: true });
  const { cover, logo, readiness, reports } = reportStateOf(kase, AT, null, 'en');
  expect(cover.version).toBe('1');
  expect(logo).toEqual(LOGO);
  expect(readiness.counts['not-started']).toBe(1);
  expect(reports).toMatchObject([
    { number: 2, chosen: 1, since: 2, publishedOn: '2026-11', address: null },
    { number: 1, chosen: null, since: 3, publishedOn: null },
  ]);
});

it('looks at words in small steps, so that a long case does not keep others waiting', () => {
  const { kase } = caseWithAllegation();
  const steps = [...reportStateSteps(kase, AT, null, 'en')];
  expect(steps.length).toBeGreaterThan(2);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
});
