import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest, recordOn } from '../testing/case-with.ts';
import { exhibitWith } from '../testing/case-with-everything.ts';
import { cellsOf, checkPage, pageOf, reportOf, t, withId } from './check-page.ts';

const paper = { name: 'Paper', kind: 'outlet', party: null } as const;

describe('an evidence item', () => {
  it('says which one it shares its origin with, and adds none', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run({ type: 'add-source', name: 'Agency', kind: 'outlet', party: null });
    const origin = { type: 'derived-source', sourceId: newest(kase, 'sources').id } as const;
    run(evidenceOn(allegationId, { source: paper, origin }));
    run(evidenceOn(allegationId, { origin }));
    const [allegation] = reportOf(kase).allegations;
    expect(allegation?.evidence[1]).toMatchObject({
      origin: { type: 'derived-source', from: null, source: 'Agency' },
      verdict: { counts: true, as: 'secondary', sameAs: 1 },
    });
    expect(allegation?.evidenceFor).toEqual({ items: 2, counting: 2, origins: 1, met: false });
    const rows = cellsOf(checkPage(pageOf(kase)), 'evidence');
    expect(rows[1]?.[4]).toContain(t('words.origins.derived-source', { source: 'Agency' }));
    const counts = t('words.countsAs.secondary');
    expect(rows[0]?.[5]).toBe(counts);
    expect(rows[1]?.[5]).toBe(`${counts} ${t('words.sameOrigin', { number: 1 })}`);
  });

  it('is in the checked copy with the one it shares its origin with, whatever the finding rests on', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId, { excerpt: 'first' }));
    run(recordOn(allegationId, { source: { id: newest(kase, 'sources').id } }));
    const [first] = [...kase.records.evidence.values()];
    run({ type: 'remove', kind: 'evidence', id: first?.id ?? '' });
    run({ type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'The log.' });
    run({ type: 'restore', kind: 'evidence', id: first?.id ?? '' });
    expect(reportOf(kase, 'checked').allegations[0]?.finding.restsOn).toEqual([2]);
    const numbers = reportOf(kase, 'checked').allegations[0]?.evidence.map(({ number }) => number);
    expect(numbers).toEqual([1, 2]);
  });

  it('shows the grade of the source and that of the information apart, and why one is too low', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId, { source: { ...paper, reliability: 'D' }, credibility: '4' }));
    run({ type: 'change-standard', reliability: 'C' });
    const [row] = cellsOf(checkPage(pageOf(kase)), 'evidence');
    expect(row?.[2]).toContain('reliability of the source: D · not usually reliable');
    expect(row?.[2]).not.toContain('doubtful');
    expect(row?.[3]).toContain('credibility of the information: 4 · doubtful');
    expect(row?.[5]).toContain(t('words.notCounted.reliability-below'));
  });

  it('says how a record was authenticated, or that it was not', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(recordOn(allegationId));
    run(recordOn(allegationId, { authentication: null }));
    run(evidenceOn(allegationId));
    const rows = cellsOf(checkPage(pageOf(kase)), 'evidence');
    expect(rows[0]?.[4]).toContain('authenticated: seen in the log itself');
    expect(rows[1]?.[4]).toContain(t('report.evidence.notAuthenticated'));
    expect(rows[1]?.[5]).toContain(t('words.countsAs.first-hand'));
    expect(rows[2]?.[4]).not.toContain('authenticated');
  });

  it('is asked about in the checking copy alone', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId, { credibility: '1' }));
    const asked = t('words.questions.confirmed-by-none', { numbers: '#1' });
    expect(checkPage(pageOf(kase))[0]?.text).toContain(asked);
    expect(checkPage(pageOf(kase, 'checked'))[0]?.text).not.toContain(asked);
    expect(reportOf(kase).allegations[0]?.work?.questions).toEqual([
      { code: 'confirmed-by-none', numbers: [1] },
    ]);
  });
});

describe('an exhibit', () => {
  const times = {
    publishedOn: '2026-11-16',
    capturedOn: '2026-11-17T09:30Z[Europe/Kyiv]',
    accessedOn: '2026-11-18T10:00Z[UTC]',
  };

  it('is listed with its hash and four times, each under its own name, and linked from its evidence', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const found = { address: 'https://paper.example/1', archivedAddress: 'https://archive.example/1' };
    run(exhibitWith({ ...times, ...found }));
    run(evidenceOn(allegationId, { exhibitId: newest(kase, 'exhibits').id, publishedOn: '2026-11-15' }));
    const elements = checkPage(pageOf(kase));
    const [row] = cellsOf(elements, 'exhibits');
    expect(row?.[0]).toBe('E1 The mill after the fire image');
    expect(row?.[1]).toBe(
      'published 2026-11-16 captured 2026-11-17, 11:30 Europe/Kyiv (2026-11-17 09:30 UTC) ' +
        'accessed 2026-11-18 10:00 UTC taken in 2026-11-23 14:00 UTC',
    );
    expect(row?.[2]).toBe('https://paper.example/1 archived: https://archive.example/1');
    expect(row?.[3]).toBe(`SHA-256 ${'a'.repeat(64)} image/jpeg · 12,345 bytes taken in as mill.jpg`);
    expect(row?.[4]).toBe('MIL-001, no. 1');
    expect(withId(elements, 'exhibit-1').text).toBe('E1');
    const evidence = cellsOf(elements, 'evidence')[0]?.[3];
    expect(evidence).toContain('E1 The mill after the fire');
    expect(evidence).toContain('published 2026-11-15');
    expect(evidence).not.toContain('captured');
    expect(cellsOf(elements, 'sources')[0]?.[2]).toContain('a'.repeat(64));
  });

  it('is told of only where listed evidence uses it', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(exhibitWith({ title: 'Used by nothing' }));
    run(exhibitWith({ title: 'Used', sha256: 'b'.repeat(64) }));
    run(evidenceOn(allegationId, { exhibitId: newest(kase, 'exhibits').id }));
    expect(reportOf(kase).exhibits.listed.map(({ title }) => title)).toEqual(['Used']);
    expect(reportOf(kase, 'checked').exhibits).toEqual({ listed: [], withheld: 0 });
  });

  it('does not break the page where a file from elsewhere gives two the same number', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    for (const sha256 of ['c', 'd'].map((digit) => digit.repeat(64))) {
      run(exhibitWith({ sha256 }));
      const exhibit = newest(kase, 'exhibits');
      kase.records.exhibits.set(exhibit.id, { ...exhibit, number: 7 });
      run(evidenceOn(allegationId, { exhibitId: exhibit.id }));
    }
    expect(cellsOf(checkPage(pageOf(kase)), 'exhibits')).toHaveLength(2);
  });
});

describe('a source', () => {
  it('is listed with its grade, its interests, its uses, and what is said to come from it', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const interests = 'Insures the mill.';
    run({
      type: 'add-source',
      name: 'Insurer',
      kind: 'institution',
      party: 'Insurer',
      interests,
      reliability: 'B',
    });
    const sourceId = newest(kase, 'sources').id;
    run(evidenceOn(allegationId, { source: paper, origin: { type: 'derived-source', sourceId } }));
    expect(reportOf(kase).sources).toEqual([
      {
        name: 'Paper',
        kind: 'outlet',
        party: null,
        confidential: false,
        reliability: 'F',
        interests: '',
        originOf: [],
        uses: [
          {
            ref: 'MIL-001',
            number: 1,
            locator: 'interview, minute 3',
            publishedOn: null,
            accessedOn: null,
            address: null,
            exhibit: null,
          },
        ],
      },
      {
        name: 'Insurer',
        kind: 'institution',
        party: 'Insurer',
        confidential: false,
        reliability: 'B',
        interests,
        originOf: [{ ref: 'MIL-001', number: 1 }],
        uses: [],
      },
    ]);
    const [first, second] = cellsOf(checkPage(pageOf(kase)), 'sources');
    expect(first?.[1]).toContain(t('report.sources.interestsUnknown'));
    expect(second?.[1]).toContain(interests);
    expect(second?.[2]).toContain('MIL-001, no. 1');
  });
});
