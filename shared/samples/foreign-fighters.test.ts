import { expect, it, describe } from 'vitest';
import { caseText } from '../case/case-text.ts';
import type { Case } from '../case/case.ts';
import type { Context } from '../events/event.ts';
import { verifyCase } from '../events/verify-case.ts';
import { openCase } from '../migrations/open-case.ts';
import { detailsOf } from '../queries/details.ts';
import { rowsOf } from '../queries/rows.ts';
import { sliceByCodePoints } from '../text/code-points.ts';
import { sampleCase } from './foreign-fighters.ts';
import { FOREIGN_FIGHTERS_ALLEGATIONS } from './foreign-fighters-allegations.ts';
import { FOREIGN_FIGHTERS_TEXT } from './foreign-fighters-article.ts';
import { SAMPLES } from './index.ts';

/** A fixed time and ids that count. */
function countingContext(): Context {
  let count = 0;
  return { at: '2026-11-23T14:02:00.000Z', by: 'M. K.', newId: () => `id-${String(++count)}` };
}

function detailsByRef(kase: Case, ref: string) {
  const details = detailsOf(kase, kase.allegationIdByRef.get(ref) ?? '');
  if (!details) throw new Error(`no allegation is called ${ref}`);
  return details;
}

describe('the sample case', () => {
  const kase = sampleCase(countingContext());
  const rows = [...rowsOf(kase)];

  it('is built whole, by real commands', () => {
    expect(verifyCase(kase)).toBeNull();
    expect(kase.history.every((event) => event.by === 'M. K.')).toBe(true);
    expect(rows.map((row) => row.ref)).toEqual(rows.map((_, at) => `CHN-${String(at + 1).padStart(3, '0')}`));
    expect(rows.length).toBeGreaterThanOrEqual(14);
    expect(rows.length).toBeLessThanOrEqual(16);
    expect(FOREIGN_FIGHTERS_TEXT.split(/\s+/u).length).toBeGreaterThan(450);
    expect(FOREIGN_FIGHTERS_TEXT.split(/\s+/u).length).toBeLessThan(550);
  });

  it('is the same for the same context', () => {
    expect([...caseText(sampleCase(countingContext()))].join('')).toBe([...caseText(kase)].join(''));
  });

  it('anchors every allegation to the exact words of the text', () => {
    const [document] = kase.records.documents.values();
    const passages = [...kase.records.passages.values()];
    expect(passages).toHaveLength(rows.length);
    for (const { selector } of passages) {
      const [quote, position] = selector;
      expect(sliceByCodePoints(document?.text ?? '', position.start, position.end)).toBe(quote.exact);
    }
    const exact = passages.map((passage) => passage.selector[0].exact);
    expect(exact).toEqual(FOREIGN_FIGHTERS_ALLEGATIONS.map((allegation) => allegation.passage));
  });

  it('corroborates nothing, because its one source has no known origin', () => {
    expect([...kase.records.sources.values()].map((source) => source.kind)).toEqual(['outlet']);
    for (const row of rows) {
      expect(row.state).not.toBe('corroborated');
      expect(row.overridden).toBe(false);
      const { supports, contradicts } = detailsByRef(kase, row.ref).assessments;
      expect([supports.origins, supports.met, contradicts.met]).toEqual([0, false, false]);
    }
    for (const item of kase.records.evidence.values()) {
      expect([item.level, item.origin.type]).toEqual(['secondary', 'unknown']);
      expect(item.locator).toMatch(/^paragraph \d+$/);
      expect(FOREIGN_FIGHTERS_TEXT).toContain(item.excerpt);
    }
  });

  it('gives no date, since the text gives none', () => {
    expect(FOREIGN_FIGHTERS_TEXT).not.toMatch(/\b(19|20)\d\d\b/);
    expect(rows.every((row) => row.saidOn === null)).toBe(true);
    expect([...kase.records.responses.values()].every((response) => response.on === null)).toBe(true);
  });

  it('records each answer for exactly what it answers', () => {
    const fighting = detailsByRef(kase, 'CHN-001');
    expect(fighting.row).toMatchObject({
      state: 'unverified',
      denials: [{ party: 'China', extent: 'else' }],
      serious: true,
    });
    const capture = detailsByRef(kase, 'CHN-002');
    expect(capture.responses.map(({ party, kind, extent }) => [party, kind, extent])).toEqual([
      ['Russia', 'declined', null],
    ]);
    expect(capture.row).toMatchObject({ state: 'unverified', denials: [], declined: 1 });
    const denied = rows.filter((row) => row.state === 'denied');
    expect(denied.map((row) => row.statement)).toEqual([
      'China supplies Russia with manpower for the war in Ukraine.',
      'China helps Russia with munitions.',
    ]);
    for (const { ref, basis } of denied) {
      const { allegation, responses } = detailsByRef(kase, ref);
      expect(basis).toBe('party');
      expect(responses.find(({ id }) => id === allegation.finding.responseId)?.extent).toBe('all');
    }
    for (const response of kase.records.responses.values())
      expect(FOREIGN_FIGHTERS_TEXT).toContain(response.words);
  });

  it('lets several sides allege, and says that the two figures agree', () => {
    const claimants = new Set(rows.map((row) => row.claimant));
    for (const name of [
      'Volodymyr Zelensky',
      'Ukraine',
      'China',
      'United States',
      'South Korean intelligence',
    ])
      expect(claimants).toContain(name);
    for (const ref of ['CHN-001', 'CHN-004'])
      expect(detailsByRef(kase, ref).allegation.notes).toMatch(/not contradict/);
    expect(new Set(rows.map((row) => row.why))).toEqual(
      new Set(['not-started', 'in-progress', 'insufficient', 'not-checkable', null]),
    );
  });

  it('survives being written and opened', () => {
    const opened = openCase([...caseText(kase)].join(''));
    expect(opened.ok && opened.value).toEqual(kase);
  });

  it('is offered under the name of its file', () => {
    expect(SAMPLES.map(({ id, fileName }) => [id, fileName])).toEqual([
      ['foreign-fighters', 'Foreign fighters.stet'],
      ['worked-example', 'The crane of Port Lindal.stet'],
    ]);
    expect(SAMPLES[0].build(countingContext()).kase.history).toHaveLength(kase.history.length);
  });
});
