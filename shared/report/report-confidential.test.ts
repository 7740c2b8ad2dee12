import { describe, expect, it } from 'vitest';
import messages from '../messages/en/report.json' with { type: 'json' };
import { caseWithAllegation, evidenceOn, newest, recordOn } from '../testing/case-with.ts';
import { exhibitWith } from '../testing/case-with-everything.ts';
import { cellsOf, checkPage, pageOf, reportOf, t } from './check-page.ts';
import { EDITIONS } from '../case/words.ts';
import { reportCsv } from './report-csv.ts';
import { reportJson } from './report-json.ts';
import { reportMarkdown } from './report-markdown.ts';

/** What must be found nowhere; each of its own, so that a failure says what came out. */
const SECRET = {
  party: 'Zwetschkenhof',
  interests: 'quarrels-over-the-orchard',
  title: 'payslip-of-the-miller',
  fileName: 'IMG-4711-millers-phone.jpg',
  notes: 'handed-over-at-the-chapel',
  mediaType: 'image/x-secret',
  address: 'https://drop.example/secret-original',
  archivedAddress: 'https://archive.example/secret-copy',
  evidenceAddress: 'https://drop.example/secret-evidence',
  authentication: 'compared-with-the-signature-on-the-lease',
  sha256: 'fade'.repeat(16),
  captured: '1987-06-05',
} as const;

/** A case that rests on a confidential source, whose exhibit a source that may be named was shown, too. */
function secretCase() {
  const bench = caseWithAllegation();
  const { allegationId, kase } = bench;
  const { title, fileName, notes, mediaType, address, archivedAddress, sha256, captured } = SECRET;
  bench.run(
    exhibitWith({
      title,
      fileName,
      notes,
      mediaType,
      address,
      archivedAddress,
      sha256,
      capturedOn: captured,
    }),
  );
  const exhibitId = newest(kase, 'exhibits').id;
  const { party, interests } = SECRET;
  bench.run(
    recordOn(allegationId, {
      source: {
        name: 'a person who works at the mill',
        kind: 'person',
        party,
        interests,
        confidential: true,
        reliability: 'B',
      },
      exhibitId,
      excerpt: 'Nobody was paid that week.',
      locator: 'line 9',
      authentication: SECRET.authentication,
      address: SECRET.evidenceAddress,
    }),
  );
  const sourceId = newest(kase, 'sources').id;
  const commitment = 'beef'.repeat(16);
  bench.run({ type: 'keep-identity', id: sourceId, commitment });
  bench.run(evidenceOn(allegationId, { exhibitId, address: SECRET.address }));
  const move = { type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'The pay.' } as const;
  bench.run({ ...move });
  return { ...bench, exhibitId, sourceId, commitment };
}

describe('a confidential source', () => {
  it.each(EDITIONS)('is told as its description and nothing else, in every form (%s)', (edition) => {
    const { kase, commitment, sourceId, exhibitId } = secretCase();
    const report = reportOf(kase, edition);
    const telling = {
      html: pageOf(kase, edition),
      md: reportMarkdown(report, t),
      json: reportJson(report),
    };
    // A row per allegation has no evidence, so only what must not be in it is looked for.
    const forms = { ...telling, csv: reportCsv(report, t) };
    for (const [form, text] of Object.entries(forms)) {
      for (const [what, secret] of Object.entries({ ...SECRET, commitment, sourceId, exhibitId })) {
        const asWritten = new RegExp(`\\b${secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`, 'i');
        expect(asWritten.test(text), `${what} in ${form}`).toBe(false);
      }
    }
    for (const text of Object.values(telling)) {
      expect(text).toContain('a person who works at the mill');
      expect(text).toContain('Nobody was paid that week.');
      expect(text).toContain('line 9');
    }
  });

  it('is marked as withheld, with its grade, which decides what counts', () => {
    const { kase } = secretCase();
    const elements = checkPage(pageOf(kase));
    const source = cellsOf(elements, 'sources').find(([name]) => name?.startsWith('a person who'));
    expect(source?.[0]).toBe(`a person who works at the mill ${messages.sources.confidential}`);
    expect(source?.[1]).toContain('B · usually reliable');
    expect(source?.[1]).toContain(messages.sources.interestsWithheld);
    expect(source?.[2]).toContain(messages.exhibits.withheld);
    const [item, shownToo] = cellsOf(elements, 'evidence');
    expect(item?.[4]).toContain(messages.evidence.authenticatedWithheld);
    for (const row of [item, shownToo]) expect(row?.[3]).toContain(messages.exhibits.withheld);
    expect(reportOf(kase).exhibits).toEqual({ listed: [], withheld: 1 });
  });

  it('keeps its file back wherever else the file is, and after its evidence went into the trash', () => {
    const { kase, run, allegationId } = secretCase();
    const [first] = [...kase.records.evidence.values()];
    run(exhibitWith({ title: 'The same file', sha256: SECRET.sha256 }));
    run(evidenceOn(allegationId, { exhibitId: newest(kase, 'exhibits').id }));
    run({
      type: 'move-allegation',
      id: allegationId,
      to: 'unverified',
      why: 'in-progress',
      reason: 'Again.',
    });
    run({ type: 'remove', kind: 'evidence', id: first?.id ?? '' });
    expect(reportOf(kase).exhibits).toEqual({ listed: [], withheld: 2 });
    expect(pageOf(kase)).not.toContain('The same file');
  });

  it('is told in full again when it may be named', () => {
    const { kase, run, sourceId } = secretCase();
    run({ type: 'erase-identity', id: sourceId });
    run({ type: 'edit-source', id: sourceId, confidential: false });
    const text = pageOf(kase);
    for (const told of [SECRET.party, SECRET.interests, SECRET.title, SECRET.sha256, SECRET.address]) {
      expect(text).toContain(told);
    }
  });

  it('is not given away by the reason why its evidence, or what was had from it, does not count', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const source = { name: 'an insider', kind: 'person', party: 'Mill owner', confidential: true } as const;
    run({ type: 'edit-allegation', id: allegationId, touches: ['Mill owner'] });
    run(evidenceOn(allegationId, { source }));
    const insider = newest(kase, 'evidence').id;
    run({ type: 'add-source', ...source, name: 'another insider' });
    const sourceId = newest(kase, 'sources').id;
    const paper = { name: 'Paper', kind: 'outlet', party: null } as const;
    run(evidenceOn(allegationId, { source: paper, origin: { type: 'derived', evidenceId: insider } }));
    run(evidenceOn(allegationId, { source: paper, origin: { type: 'derived-source', sourceId } }));
    const owner = { name: 'Owner’s office', kind: 'institution', party: 'Mill owner' } as const;
    run(evidenceOn(allegationId, { source: owner }));
    const verdicts = reportOf(kase).allegations[0]?.evidence.map(({ verdict }) => verdict);
    const withheld = { counts: false, because: 'withheld' };
    expect(verdicts).toEqual([withheld, withheld, withheld, { counts: false, because: 'touched-party' }]);
    const rows = cellsOf(checkPage(pageOf(kase)), 'evidence');
    expect(rows.map((row) => row[5] === messages.evidence.notCountedWithheld)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
