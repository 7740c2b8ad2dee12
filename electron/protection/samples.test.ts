import { WHOLE } from '../../shared/report/report-about.ts';
import { expect, test } from 'vitest';
import { emptyVault } from '../../shared/case/identity.ts';
import { translator } from '../../shared/messages/translate.ts';
import { EDITIONS } from '../../shared/case/words.ts';
import { reportCsv } from '../../shared/report/report-csv.ts';
import { reportData } from '../../shared/report/report-data.ts';
import { reportHtml } from '../../shared/report/report-html.ts';
import { reportJson } from '../../shared/report/report-json.ts';
import { reportMarkdown } from '../../shared/report/report-markdown.ts';
import { needlesOf } from '../../shared/protection/needles.ts';
import { SAMPLES } from '../../shared/samples/index.ts';
import { testContext } from '../../shared/testing/case-with.ts';
import { ok } from '../../shared/result.ts';
import { guard } from './guard.ts';

const t = translator('en');

test.each(SAMPLES)('a case that is written with care leaves in every form: $title', async ({ build }) => {
  const { kase, identities } = build(testContext());
  const vault = {
    ...emptyVault('x'),
    identities: Object.fromEntries(identities.map(({ sourceId, kept }) => [sourceId, [kept]])),
  };
  const needles = needlesOf(kase, vault);
  for (const edition of EDITIONS) {
    const about = {
      at: '2026-11-24T09:00:00.000Z',
      preparedBy: 'M. K.',
      fileSha256: null,
      scope: WHOLE,
      appVersion: '0.1.0',
    };
    const report = reportData(kase, { edition, ...about });
    const forms = {
      html: reportHtml(report, 'en', t),
      md: reportMarkdown(report, t),
      csv: reportCsv(report, t),
      json: reportJson(report),
    } as const;
    for (const [form, text] of Object.entries(forms)) {
      const leaving = {
        form: form as keyof typeof forms,
        bytes: Buffer.from(text),
        fileName: `Report.${form}`,
      };
      expect([form, await guard(leaving, needles, kase)]).toEqual([form, ok(null)]);
    }
  }
});
