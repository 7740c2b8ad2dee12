import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { caseInfo, type Case } from '../../shared/case/case.ts';
import { EDITIONS, type Edition } from '../../shared/case/words.ts';
import { translator } from '../../shared/messages/translate.ts';
import { WHOLE } from '../../shared/report/report-about.ts';
import { reportClaimReview } from '../../shared/report/report-claim-review.ts';
import { reportCsv } from '../../shared/report/report-csv.ts';
import { reportData, type Report } from '../../shared/report/report-data.ts';
import { reportHtml } from '../../shared/report/report-html.ts';
import { reportJson } from '../../shared/report/report-json.ts';
import { reportMarkdown } from '../../shared/report/report-markdown.ts';
import { SAMPLES } from '../../shared/samples/index.ts';
import { publishing, rated } from '../../shared/testing/case-rated.ts';
import { run, testContext } from '../../shared/testing/case-with.ts';
import { pageLines } from '../testing/page-lines.ts';
import { reportDocx } from './report-docx.ts';

/**
 * The reports of the sample cases as they are, in files that are reviewed like source: what changes in a report is seen
 * there. `npx vitest run electron/report/report-golden.test.ts -u` writes them anew. Of the worked example's checking
 * copy, which has everything, every form is kept whole; of the others Markdown and CSV, and what headings and tables
 * the pages have. A PDF is held against the HTML it is printed from, by e2e/report-quality.spec.ts.
 */
const GOLDEN = '../../shared/report/golden';

const t = translator('en');
const WHOLE_FORMS = 'worked-example checking';

function reportOf(kase: Case, edition: Edition): Report {
  const about = { at: '2026-11-24T09:00:00.000Z', preparedBy: 'M. K.', appVersion: '0.1.0' };
  const report = reportData(kase, { edition, ...about, fileSha256: 'f00d'.repeat(16), scope: WHOLE });
  // The worked example has a report in its history, with the hash of a page: whatever changes how a page looks would
  // change this line of every file.
  return { ...report, history: { ...report.history, heads: ['beef'.repeat(16)] } };
}

/** As another reader of Word documents sees it. */
async function docxPage(report: Report): Promise<string> {
  const bytes = await reportDocx(report, 'en', t);
  const styleMap = ["p[style-name='Title'] => h1:fresh", ...HEADINGS];
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap });
  return `<body>${value}</body>`;
}
const HEADINGS = [1, 2, 3].map((level) => `p[style-name='heading ${level}'] => h${level + 1}:fresh`);

/** Whatever calls a thing that somebody denies not so. */
const VERDICT =
  /\b(?:false\w*|untrue|incorrect|wrong|refut\w*|rebut\w*|disprov\w*|debunk\w*|fake\w*|baseless|unfounded)\b/giu;

const CASES = SAMPLES.flatMap(({ id, build }) => EDITIONS.map((edition) => ({ id, build, edition })));

describe.each(CASES)('$id, $edition', ({ id, build, edition }) => {
  const name = `${id} ${edition}`;
  const golden = (ending: string): string => `${GOLDEN}/${name.replace(' ', '-')}.${ending}`;
  const report = reportOf(build(testContext()).kase, edition);
  const part = name === WHOLE_FORMS ? 'text' : 'outline';

  it('HTML', () =>
    expect(pageLines(reportHtml(report, 'en', t))[part]).toMatchFileSnapshot(golden(`html.${part}`)));
  it('Word', async () =>
    expect(pageLines(await docxPage(report))[part]).toMatchFileSnapshot(golden(`docx.${part}`)));
  it('Markdown', () => expect(reportMarkdown(report, t)).toMatchFileSnapshot(golden('md')));
  it('CSV', () => expect(reportCsv(report, t)).toMatchFileSnapshot(golden('csv')));

  it('says in no form that what is denied is not so', async () => {
    const forms = {
      html: pageLines(reportHtml(report, 'en', t)).text,
      docx: pageLines(await docxPage(report)).text,
      md: reportMarkdown(report, t),
      csv: reportCsv(report, t),
      // Of JSON the texts: whether something holds is true or false there.
      json: reportJson(report).replace(/: (?:true|false)\b/gu, ''),
    };
    expect(report.counts.denied).toBeGreaterThan(0);
    for (const [form, text] of Object.entries(forms)) {
      expect([form, text.includes('denied')]).toEqual([form, true]);
      // The one sentence that says so.
      const others = text.replaceAll('Denied does not mean false', '');
      expect([form, others.match(VERDICT) ?? []]).toEqual([form, []]);
    }
  });
});

// A tenth of the size of all others, so that one is enough to be reviewed.
it('JSON of the worked example, checking copy', () => {
  const { kase } = SAMPLES[1].build(testContext());
  return expect(reportJson(reportOf(kase, 'checking'))).toMatchFileSnapshot(
    `${GOLDEN}/worked-example-checking.json`,
  );
});

it('ClaimReview of the worked example, with two of its findings rated', () => {
  const context = testContext();
  const { kase } = SAMPLES[1].build(context);
  run(kase, publishing(), context);
  const ratings = caseInfo(kase).scale?.ratings ?? [];
  for (const [at, number] of [1, 3].entries()) {
    const id = kase.allegationIdByRef.get(`CRANE-00${number}`) ?? '';
    const url = `https://checks.desk.example/crane-${number}`;
    run(
      kase,
      rated(id, ratings[at]?.id ?? '', { url, claimReviewed: `The claim ${number}, in short.` }),
      context,
    );
  }
  const text = reportClaimReview(reportOf(kase, 'checked'));
  if (!text.ok) throw new Error(JSON.stringify(text.error));
  return expect(text.value).toMatchFileSnapshot(`${GOLDEN}/worked-example-rated.jsonld`);
});
