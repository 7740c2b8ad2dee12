import { describe, expect, it } from 'vitest';
import messages from '../messages/en/report.json' with { type: 'json' };
import {
  caseWithSecretDocument,
  QUOTED,
  SECRET,
  SECRET_DOCUMENT,
  secretCase,
  secretsIn,
} from '../testing/case-with-secret.ts';
import { caseWithAllegation, evidenceOn, newest } from '../testing/case-with.ts';
import { exhibitWith } from '../testing/case-with-everything.ts';
import { cellsOf, checkPage, pageOf, reportOf, t } from './check-page.ts';
import type { Case } from '../case/case.ts';
import { EDITIONS, type Edition } from '../case/words.ts';
import { reportCsv } from './report-csv.ts';
import { reportJson } from './report-json.ts';
import { reportMarkdown } from './report-markdown.ts';
import { reportWord } from './report-word.ts';

function formsOf(kase: Case, edition: Edition) {
  const report = reportOf(kase, edition);
  return {
    html: pageOf(kase, edition),
    md: reportMarkdown(report, t),
    json: reportJson(report),
    docx: JSON.stringify([...reportWord(report, 'en', t).blocks]),
    csv: reportCsv(report, t),
  };
}

describe('a document that a confidential source gave', () => {
  it.each(EDITIONS)(
    'is told as the words that were quoted and nothing else, in every form (%s)',
    (edition) => {
      const secret = caseWithSecretDocument();
      const { kase, secrets } = secret;
      for (const [form, text] of Object.entries(formsOf(kase, edition))) {
        // A page has a moment cut at its minute, and whatever came in that minute has it, too.
        const whole = form === 'json';
        const found = Object.entries(secrets).filter(
          ([what, words]) => (what !== 'addedAt' || whole) && text.includes(words),
        );
        expect([form, found]).toEqual([form, []]);
        expect([form, secretsIn(text, secret)]).toEqual([form, []]);
        expect([form, text.includes(QUOTED)]).toEqual([form, true]);
        const words = messages.documents.withheld;
        expect([form, text.includes(words)]).toEqual([form, form !== 'json']);
      }
      const { documents, allegations, queries } = reportOf(kase, edition);
      expect(documents).toMatchObject([{ withheld: false }, { withheld: true }]);
      expect(allegations[1]?.passages).toEqual([{ withheld: true, doubt: null, exact: QUOTED }]);
      expect(queries).toMatchObject([{ documentTitle: null, exact: QUOTED }]);
    },
  );

  it('is kept back in its other versions, and where its text came in without its file', () => {
    const { kase, run, documentId, text } = caseWithSecretDocument();
    const { title } = SECRET_DOCUMENT;
    const pasted = { format: 'text', fileName: null } as const;
    run({ type: 'add-version', previousId: documentId, title, text: `${text} The end.`, ...pasted });
    run({ type: 'add-document', title: 'pasted-once-more', text, ...pasted });
    run({ type: 'add-document', title: 'An open letter', text: 'Dear mayor.', ...pasted });
    expect(reportOf(kase).documents).toMatchObject([
      { withheld: false },
      { withheld: true },
      { withheld: true },
      { withheld: true },
      { withheld: false, title: 'An open letter' },
    ]);
    for (const form of Object.values(formsOf(kase, 'checking')))
      for (const words of [title, 'pasted-once-more']) expect(form).not.toContain(words);
  });

  it('is told in full again when its source may be named', () => {
    const { kase, run, sourceId, secrets } = caseWithSecretDocument();
    run({ type: 'erase-identity', id: sourceId });
    run({ type: 'edit-source', id: sourceId, confidential: false });
    const json = reportJson(reportOf(kase));
    for (const words of Object.values(secrets)) expect(json).toContain(words);
    expect(reportOf(kase).documents.map(({ withheld }) => withheld)).toEqual([false, false]);
  });
});

describe('a confidential source', () => {
  it.each(EDITIONS)('is told as its description and nothing else, in every form (%s)', (edition) => {
    const secret = secretCase();
    const { csv, ...telling } = formsOf(secret.kase, edition);
    // A row per allegation has no evidence, so only what must not be in it is looked for.
    const forms = { ...telling, csv };
    const found = Object.entries(forms).flatMap(([form, text]) =>
      secretsIn(text, secret).map((what) => `${what} in ${form}`),
    );
    expect(found).toEqual([]);
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
