import { useEffect, useState } from 'react';
import type { ReportProgress, ReportWritten } from '../../shared/answers.ts';
import { adviceSentence } from '../../shared/messages/publishing-sentences.ts';
import { problemSentence } from '../../shared/messages/sentences.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../shared/report/formats.ts';
import { api } from '../api.ts';
import { fileSentence } from '../failure.ts';
import { ProgressDialog } from '../frame/progress-dialog.tsx';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { CheckField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import { wantedOf, type useChoices } from './choices.ts';
import css from './report.module.css';
import { WrittenFiles } from './written-files.tsx';

interface ExportPanelProps {
  choices: ReturnType<typeof useChoices>[0];
  choose: ReturnType<typeof useChoices>[1];
}

type Outcome =
  | { kind: 'idle' | 'busy' }
  | { kind: 'failed'; sentence: string }
  | { kind: 'written'; report: ReportWritten };

/** The ways out: in which forms, with or without the files of the exhibits, or on paper. */
export function ExportPanel({ choices, choose }: ExportPanelProps) {
  const t = useT();
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'idle' });
  const { formats, exhibits } = choices;
  const isBusy = outcome.kind === 'busy';

  const write = async (): Promise<void> => {
    setOutcome({ kind: 'busy' });
    const answer = await api.exportReport({ ...wantedOf(choices), formats: [...formats], exhibits });
    if (!answer.ok) return setOutcome({ kind: 'failed', sentence: fileSentence(answer.error, t) });
    if (answer.value === 'cancelled') return setOutcome({ kind: 'idle' });
    setOutcome({ kind: 'written', report: answer.value });
    announce(t('reportView.writtenCount', { count: answer.value.files.length }));
  };
  const print = async (): Promise<void> => {
    setOutcome({ kind: 'busy' });
    const answer = await api.printReport(wantedOf(choices));
    setOutcome(answer.ok ? { kind: 'idle' } : { kind: 'failed', sentence: fileSentence(answer.error, t) });
  };
  const tick = (format: ReportFormat, is: boolean): void =>
    choose({ formats: REPORT_FORMATS.filter((each) => (each === format ? is : formats.includes(each))) });

  return (
    <>
      <fieldset className={css['forms']}>
        <legend>{t('reportView.forms')}</legend>
        {REPORT_FORMATS.map((format) => (
          <CheckField
            key={format}
            label={t(`report.formats.${format}`)}
            value={formats.includes(format)}
            onChange={(is) => tick(format, is)}
          />
        ))}
      </fieldset>
      <CheckField
        label={t('reportView.attach')}
        hint={t('reportView.attachMeans')}
        value={exhibits === 'attached'}
        onChange={(is) => choose({ exhibits: is ? 'attached' : 'listed' })}
      />
      <div className={css['ways']}>
        <Button kind="primary" isDisabled={isBusy || formats.length === 0} onPress={() => void write()}>
          {t('reportView.export')}
        </Button>
        <Button isDisabled={isBusy} onPress={() => void print()}>
          {t('reportView.print')}
        </Button>
      </div>
      {isBusy && <Progress />}
      {outcome.kind === 'failed' && <Message kind="failed">{outcome.sentence}</Message>}
      {outcome.kind === 'written' && <Written report={outcome.report} />}
    </>
  );
}

/** How far it is, once it takes long; what is only looked at has no dialog. */
function Progress() {
  const t = useT();
  const [progress, setProgress] = useState<ReportProgress | null>(null);
  useEffect(
    () => api.on('reportProgress', ({ what, progress: told }) => what !== 'preview' && setProgress(told)),
    [],
  );
  if (progress === null) return <p role="status">{t('reportView.writing')}</p>;
  const { at, share, format } = progress;
  const form = format === null ? '' : t(`report.formats.${format}`);
  return (
    <ProgressDialog
      title={t(`reportView.stages.${at}`, { form })}
      share={share}
      verb={t('frame.cancel')}
      onCancel={() => void api.cancelReport(undefined)}
    />
  );
}

function Written({ report }: { report: ReportWritten }) {
  const t = useT();
  const { files, exhibits, recorded, unrecorded, unsearched, advice } = report;
  return (
    <div className={css['written']}>
      <Message kind="note">
        {recorded === null
          ? t('reportView.notRecorded', { because: unrecorded ? problemSentence(unrecorded, t) : '' })
          : t('reportView.recordedAs', { number: recorded })}
      </Message>
      {unsearched > 0 && <Message kind="note">{t('protection.unsearched', { count: unsearched })}</Message>}
      <WrittenFiles paths={files.map(({ path }) => path)} signable />
      {exhibits && <WrittenFiles paths={[exhibits.path]} signable={false} />}
      {advice.length > 0 && (
        <ul className={css['soft']}>
          {advice.map(({ ref, code }) => (
            <li key={`${ref} ${code}`}>
              {t('publishing.onRef', { ref, sentence: adviceSentence(code, t) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
