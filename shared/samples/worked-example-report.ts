import { caseInfo } from '../case/case.ts';
import { sha256Hex } from '../events/seal.ts';
import { translator } from '../messages/translate.ts';
import { WHOLE } from '../report/report-about.ts';
import { reportData } from '../report/report-data.ts';
import { contentHash } from '../report/report-hash.ts';
import { reportHtml } from '../report/report-html.ts';
import type { Story } from './story.ts';
import type { Sources } from './worked-example-sources.ts';

/** The language of the report that left the case. */
const LANGUAGE = 'en';

/** What a report of the story says about itself: how the work was done, and who is close to whom. */
export function writeTheCover(story: Story): void {
  story.run({
    type: 'change-cover',
    cover: {
      title: 'What is known of the crane of Port Lindal',
      version: '1.0',
      preparedFor: 'Ivo Hald, author',
      reviewedBy: 'Tomas Leng',
      method:
        'Every sentence of the article was read, and what can be checked in it made an allegation of its own. Records were seen in the original or compared with a second copy; whoever an allegation touches was asked. What a finding rests on stands beside it.',
      interests:
        'A cousin of Tomas Leng works at the harbour, in an office that no allegation is about. The newspaper paid for the check.',
      suggestions: 'None were used.',
    },
  });
}

/** The checked edition leaves the case, and is published. */
export function publishTheReport(story: Story, { at, by }: { at: string; by: string }): void {
  const { kase } = story;
  const report = reportData(kase, {
    edition: 'checked',
    at,
    preparedBy: by,
    fileSha256: null,
    appVersion: '',
    scope: WHOLE,
  });
  const page = reportHtml(report, LANGUAGE, translator(LANGUAGE));
  story.run({
    type: 'record-report',
    edition: report.edition,
    language: LANGUAGE,
    refs: null,
    madeAt: at,
    preparedBy: by,
    heads: [...kase.heads],
    contentSha256: contentHash(report),
    files: [
      {
        format: 'html',
        name: `${caseInfo(kase).title}.html`,
        bytes: new TextEncoder().encode(page).length,
        sha256: sha256Hex(page),
      },
    ],
  });
  const [id = ''] = kase.records.reports.keys();
  const address = 'https://lindal-observer.example/checks/crane';
  // The story is told as of today: what is published today was made today.
  const on = kase.records.reports.get(id)?.madeAt.slice(0, 10) ?? null;
  story.run({ type: 'publish-report', id, on, address });
}

/** What came in last before the report: enough for a finding, as it seemed. */
export function listTheContracts(story: Story, { authority }: Sources): string {
  const id = several(story);
  const list = story.evidence(id, authority, {
    excerpt: 'Contracts with Brant Lifting: one each in 2021 and 2022, two in 2024, one in 2025.',
    locator: 'list of contracts 2021 to 2025, lines 4, 9, 17, 18 and 22',
    level: 'primary',
    authentication: 'Signed, and three of its lines agree with the award notices that we saw.',
    credibility: '2',
    accessedOn: '2025-04-09',
  });
  story.move(id, {
    to: 'corroborated',
    reason: 'The authority’s own list has five contracts, which is several by any count.',
  });
  return list;
}

/** What came in after that: a published finding did not hold, so every report from now on corrects it. */
export function correctWhatWasPublished(story: Story, listId: string): void {
  // What the list said stays; that it is what it says it is has turned out to be wrong.
  story.run({ type: 'edit-evidence', id: listId, authentication: null, credibility: '5' });
  story.move(several(story), {
    to: 'unverified',
    why: 'in-progress',
    reason:
      'Published as corroborated. A week later the authority withdrew its list: two of the five lines are of another firm called Brant. A new list is promised, and “several” waits for it.',
  });
}

const several = ({ kase }: Story): string => kase.allegationIdByRef.get('CRANE-006') ?? '';
