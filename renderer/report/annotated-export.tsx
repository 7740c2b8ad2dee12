import { useId, useState } from 'react';
import type { Edition } from '../../shared/case/words.ts';
import type { ReportLanguage } from '../../shared/messages/report-languages.ts';
import { ANNOTATED_FORMATS, type AnnotatedFormat } from '../../shared/report/formats.ts';
import { api } from '../api.ts';
import { fileSentence } from '../failure.ts';
import { useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import css from './report.module.css';
import { WrittenFiles } from './written-files.tsx';

type Outcome =
  | { kind: 'idle' | 'busy' }
  | { kind: 'failed'; sentence: string }
  | { kind: 'written'; path: string; unsearched: number };

/** A document by itself, with its passages marked and numbered and its queries beside them: for the author. */
export function AnnotatedExport({ edition, language }: { edition: Edition; language: ReportLanguage }) {
  const t = useT();
  const headingId = useId();
  const documents = useWindow((state) => state.documents);
  const [chosen, setChosen] = useState<string | null>(null);
  const [format, setFormat] = useState<AnnotatedFormat>('docx');
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'idle' });
  const id = documents.some((each) => each.id === chosen) ? chosen : (documents.at(-1)?.id ?? null);
  if (id === null) return null;
  const write = async (): Promise<void> => {
    setOutcome({ kind: 'busy' });
    const answer = await api.exportDocument({ id, format, edition, language });
    if (!answer.ok) return setOutcome({ kind: 'failed', sentence: fileSentence(answer.error, t) });
    if (answer.value === 'cancelled') return setOutcome({ kind: 'idle' });
    setOutcome({ kind: 'written', ...answer.value });
    announce(t('reportView.writtenCount', { count: 1 }));
  };
  return (
    <section aria-labelledby={headingId} className={css['part']}>
      <h3 id={headingId}>{t('reportView.annotated.title')}</h3>
      <p className={css['soft']}>{t('reportView.annotated.what')}</p>
      {documents.length > 1 && (
        <SelectField
          label={t('reportView.annotated.document')}
          value={id}
          choices={documents.map(({ id: value, title }) => ({ value, text: title }))}
          onChange={setChosen}
        />
      )}
      <SelectField
        label={t('reportView.annotated.form')}
        value={format}
        choices={ANNOTATED_FORMATS.map((value) => ({ value, text: t(`annotated.formats.${value}`) }))}
        onChange={setFormat}
      />
      <Button isDisabled={outcome.kind === 'busy'} onPress={() => void write()}>
        {t('reportView.annotated.export')}
      </Button>
      {outcome.kind === 'busy' && <p role="status">{t('reportView.writing')}</p>}
      {outcome.kind === 'failed' && <Message kind="failed">{outcome.sentence}</Message>}
      {outcome.kind === 'written' && (
        <>
          {outcome.unsearched > 0 && (
            <Message kind="note">{t('protection.unsearched', { count: outcome.unsearched })}</Message>
          )}
          <WrittenFiles paths={[outcome.path]} signable={false} />
        </>
      )}
    </section>
  );
}
