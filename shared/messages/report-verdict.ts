import type { ReportVerdict } from '../report/verify-report.ts';
import type { Translate } from './translate.ts';

/** What came of holding a report against a history, in sentences; the first says the most. */
export function reportVerdictSentences(verdict: ReportVerdict, t: Translate): string[] {
  switch (verdict.code) {
    case 'matches': {
      const { events, since, number, instead, file } = verdict;
      const told = t('reportVerdict.matches', { events });
      // What was changed is said before what was not.
      const first =
        instead !== null
          ? [t('reportVerdict.instead', { number: instead }), told]
          : [told, number === null ? t('reportVerdict.unrecorded') : t('reportVerdict.recorded', { number })];
      return [...first, t('reportVerdict.since', { count: since }), t(`reportVerdict.file.${file}`)];
    }
    case 'other-case':
      return [t('reportVerdict.other-case', { title: verdict.title })];
    case 'unknown-history':
      return [t('reportVerdict.unknown-history', { events: verdict.events })];
    case 'history-altered':
      return [t('reportVerdict.history-altered', { number: verdict.number })];
    case 'differs': {
      const { ref, path, appVersion: version } = verdict;
      return [
        ref === null
          ? t('reportVerdict.differs', { path, version })
          : t('reportVerdict.differsIn', { ref, path, version }),
      ];
    }
  }
}
