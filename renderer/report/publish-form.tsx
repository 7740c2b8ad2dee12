import type { ReportRow } from '../../shared/queries/report-state.ts';
import { TimeField } from '../inspector/time-field.tsx';
import { timeToType, typedTime } from '../inspector/times.ts';
import { useEntry } from '../inspector/use-entry.ts';
import { Button } from '../ui/button.tsx';
import { EntryForm } from '../ui/entry-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm } from '../ui-state.ts';

/** When and where a report was published. From then on a finding that changes is told as a correction. */
export function PublishForm({ report }: { report: ReportRow }) {
  const t = useT();
  const { id, number, publishedOn, address } = report;
  const { draft, at, problem, setProblem, cancel, carryOut } = useEntry(`publish:${id}`, {
    publishedOn: timeToType(publishedOn),
    address: address ?? '',
  });
  const submit = (): void => {
    const on = typedTime(draft.publishedOn);
    if (on === 'wrong') return setProblem(t('inspector.notADate'), 'publishedOn');
    if (on.stored === null) return setProblem(t('reportView.publish.dayNeeded'), 'publishedOn');
    const { address: place } = draft;
    void carryOut(
      { type: 'publish-report', id, on: on.stored, address: place },
      t('reportView.publish.done', { number }),
    );
  };
  return (
    <EntryForm
      label={t('reportView.publish.title', { number })}
      verb={t('reportView.publish.verb')}
      onSubmit={submit}
      onCancel={cancel}
      onLeave={closeForm}
      problem={problem}
    >
      <p>{t('reportView.publish.what')}</p>
      <TimeField label={t('reportView.publish.on')} {...at.publishedOn} explained isRequired />
      <TextField label={t('reportView.publish.address')} {...at.address} />
      {publishedOn !== null && (
        <Button
          kind="quiet"
          onPress={() =>
            void carryOut(
              { type: 'publish-report', id, on: null, address: null },
              t('reportView.publish.undone', { number }),
            )
          }
        >
          {t('reportView.publish.undo')}
        </Button>
      )}
    </EntryForm>
  );
}
