import { useState } from 'react';
import { reportAddress } from '../../shared/api.ts';
import { EDITIONS, type Edition } from '../../shared/case/words.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../shared/report/formats.ts';
import { api } from '../api.ts';
import { fileSentence } from '../failure.ts';
import { useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { RadioField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import css from './report.module.css';

type Progress =
  | { kind: 'idle' }
  | { kind: 'busy'; format: ReportFormat }
  | { kind: 'written'; path: string }
  | { kind: 'failed'; sentence: string };

/** What will leave the app, as it will look, and the ways out. */
export function ReportView() {
  const t = useT();
  const overview = useWindow((state) => state.overview);
  const key = useWindow(({ loaded }) => loaded?.key ?? '');
  const revision = useWindow((state) => state.revision);
  const checker = useWindow(({ app }) => app?.settings.checker ?? '');
  const [edition, setEdition] = useState<Edition>('checking');
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' });
  if (!overview) return null;

  const write = async (format: ReportFormat): Promise<void> => {
    setProgress({ kind: 'busy', format });
    const answer = await api.exportReport({ format, edition });
    if (!answer.ok) return setProgress({ kind: 'failed', sentence: fileSentence(answer.error, t) });
    if (answer.value === 'cancelled') return setProgress({ kind: 'idle' });
    setProgress({ kind: 'written', path: answer.value.path });
    announce(t('reportView.written', { path: answer.value.path }));
  };

  const { unverified } = overview.counts;
  return (
    <div className={css['page']}>
      <header className={css['bar']}>
        <h2 className="unseen">{t('reportView.title')}</h2>
        <RadioField
          label={t('reportView.edition')}
          inRow
          value={edition}
          choices={EDITIONS.map((value) => ({
            value,
            text: t(`reportView.editions.${value}`),
            detail: t(`reportView.editionMeans.${value}`),
          }))}
          onChange={setEdition}
        />
        <div className={css['ways']} role="group" aria-label={t('reportView.export')}>
          {/* ClaimReview tells of ratings alone, and without a scale there is none. */}
          {REPORT_FORMATS.filter((format) => format !== 'jsonld' || overview.scale !== null).map((format) => (
            <Button
              key={format}
              kind={format === 'pdf' ? 'primary' : 'plain'}
              isDisabled={progress.kind === 'busy'}
              onPress={() => void write(format)}
            >
              {t('reportView.exportAs', { format: { word: `report.formats.${format}` } })}
            </Button>
          ))}
        </div>
        {(unverified > 0 || checker === '') && (
          <p className={css['soft']}>
            {unverified > 0 && t('reportView.stillUnverified', { count: unverified })}{' '}
            {checker === '' && t('reportView.unnamed')}
          </p>
        )}
        {progress.kind === 'busy' && <p role="status">{t('reportView.writing')}</p>}
        {progress.kind === 'failed' && <Message kind="failed">{progress.sentence}</Message>}
        {progress.kind === 'written' && (
          <div className={css['written']}>
            <Message kind="note">
              {t('reportView.written', { path: '' })} <bdi>{progress.path}</bdi>
            </Message>
            <Button kind="quiet" onPress={() => void api.showFile({ path: progress.path })}>
              {t('reportView.showFile')}
            </Button>
          </div>
        )}
      </header>
      <iframe
        // Another address is another page: the preview is made anew with every change.
        key={`${edition}:${revision}`}
        className={css['preview']}
        title={t('reportView.preview')}
        sandbox=""
        src={`${reportAddress(key, edition)}&at=${revision}`}
      />
    </div>
  );
}
