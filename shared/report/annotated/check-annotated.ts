import type { Edition } from '../../case/words.ts';
import { MADE_AT } from '../check-page.ts';
import type { AnnotatedAbout } from './annotated-data.ts';

/** For tests only: what an annotated document is told. */
export const aboutTests = (edition: Edition): AnnotatedAbout => ({
  edition,
  at: MADE_AT,
  preparedBy: ' M. K. ',
  appVersion: '0.1.0',
});
