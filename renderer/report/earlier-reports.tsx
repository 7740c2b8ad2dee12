import { useId } from 'react';
import type { ReportRow } from '../../shared/queries/report-state.ts';
import { useWindow } from '../store.ts';
import { openForm, useUi } from '../ui-state.ts';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';
import { dayAndClock, whenWords } from '../when.ts';
import { PublishForm } from './publish-form.tsx';
import css from './report.module.css';
import { VerifyReport } from './verify-report.tsx';

/** The reports that left this case, which of them were published, and whether one that came back still is what it was. */
export function EarlierReports({ reports, writable }: { reports: readonly ReportRow[]; writable: boolean }) {
  const t = useT();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={css['earlier']}>
      <h3 id={headingId}>
        {t('reportView.earlier.title')} <span className={css['count']}>{reports.length}</span>
      </h3>
      {reports.length === 0 && <p className={css['soft']}>{t('reportView.earlier.none')}</p>}
      <ul>
        {reports.map((report) => (
          <li key={report.id}>
            <Earlier report={report} writable={writable} />
          </li>
        ))}
      </ul>
      <VerifyReport />
    </section>
  );
}

function Earlier({ report, writable }: { report: ReportRow; writable: boolean }) {
  const t = useT();
  const isOpen = useUi(({ form }) => form?.kind === 'publish' && form.id === report.id);
  const language = useWindow(({ app }) => app?.language ?? 'en');
  const { id, number, edition, madeAt, preparedBy, files, chosen, since, publishedOn, address } = report;
  return (
    <>
      <p>
        <b>{t('reportView.earlier.label', { number })}</b>{' '}
        {t('reportView.earlier.what', {
          edition: { word: `report.fileNames.${edition}` },
          forms: files.map(({ format }) => format.toUpperCase()).join(', '),
        })}
      </p>
      <p className={css['soft']}>
        {[
          dayAndClock(madeAt, language),
          preparedBy,
          chosen === null ? '' : t('reportView.earlier.chosen', { count: chosen }),
          t('reportView.earlier.since', { count: since }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {publishedOn !== null && (
        <p>
          {t('reportView.earlier.published', { time: whenWords(publishedOn, t, language) })}{' '}
          {address && <bdi>{address}</bdi>}
        </p>
      )}
      {isOpen ? (
        <PublishForm report={report} />
      ) : (
        <Button
          kind="quiet"
          isDisabled={!writable}
          aria-label={t('reportView.earlier.publishNamed', { number })}
          onPress={() => openForm({ kind: 'publish', id })}
        >
          {t(publishedOn === null ? 'reportView.earlier.publish' : 'reportView.earlier.publishEdit')}
        </Button>
      )}
    </>
  );
}
