import type { ReportVerdict } from '../report/verify-report.ts';
import type { Translate } from './translate.ts';

/** What came of holding a report against a history, in sentences; the first says the most. */
export function reportVerdictSentences(verdict: ReportVerdict, t: Translate): string[] {
  switch (verdict.code) {
    case 'matches': {
      const { events, since, number, instead, file } = verdict;
      return [
        t('reportVerdict.matches', { events }),
        number !== null
          ? t('reportVerdict.recorded', { number })
          : instead !== null
            ? t('reportVerdict.instead', { number: instead })
            : t('reportVerdict.unrecorded'),
        t('reportVerdict.since', { count: since }),
        t(`reportVerdict.file.${file}`),
      ];
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
