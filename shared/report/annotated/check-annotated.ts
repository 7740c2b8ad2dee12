import type { Edition } from '../editions.ts';
import { MADE_AT } from '../check-page.ts';
import type { ReportAbout } from '../report-about.ts';

/** For tests only: what an annotated document is told. */
export const aboutTests = (edition: Edition): ReportAbout => ({
  edition,
  at: MADE_AT,
  preparedBy: ' M. K. ',
  fileSha256: null,
  appVersion: '0.1.0',
});
