import { useState } from 'react';
import type { Cover, Logo } from '../../shared/case/report-record.ts';
import { useDraft } from '../drafts.ts';
import { failureSentence } from '../failure.ts';
import { run, useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import { readLogo } from './read-logo.ts';
import css from './report.module.css';

const LINES = ['title', 'version', 'preparedFor', 'reviewedBy'] as const;
const TEXTS = ['method', 'interests', 'suggestions'] as const;

/** What reports of the case say about themselves. What is written and not saved waits for the next time. */
export function CoverDialog({
  cover,
  logo,
  onClose,
}: {
  cover: Cover;
  logo: Logo | null;
  onClose: () => void;
}) {
  const t = useT();
  const caseId = useWindow(({ overview }) => overview?.id ?? '');
  const caseTitle = useWindow(({ overview }) => overview?.title ?? '');
  const [draft, change, clear] = useDraft(`cover:${caseId}`, { cover, logo });
  const [problem, setProblem] = useState<string>();
  const set = (part: Partial<Cover>): void => change({ ...draft, cover: { ...draft.cover, ...part } });
  const save = async (): Promise<void> => {
    const answer = await run({ type: 'change-cover', ...draft });
    if (!answer.ok && !('refusal' in answer.error && answer.error.refusal.code === 'nothing-changed'))
      return setProblem(failureSentence(answer.error, t));
    clear();
    onClose();
    if (answer.ok) announce(t('reportView.cover.changed'));
  };
  return (
    <Dialog
      title={t('reportView.cover.title')}
      onClose={onClose}
      size="large"
      foot={
        <>
          <Button
            onPress={() => {
              clear();
              onClose();
            }}
          >
            {t('frame.cancel')}
          </Button>
          <Button kind="primary" onPress={() => void save()}>
            {t('reportView.cover.save')}
          </Button>
        </>
      }
    >
      <p>{t('reportView.cover.what')}</p>
      {LINES.map((name) => (
        <TextField
          key={name}
          label={t(`reportView.cover.fields.${name}`)}
          value={draft.cover[name]}
          {...(name === 'title' && { placeholder: caseTitle })}
          onChange={(value) => set({ [name]: value })}
        />
      ))}
      {TEXTS.map((name) => (
        <TextField
          key={name}
          long
          label={t(`reportView.cover.fields.${name}`)}
          hint={t(`reportView.cover.hints.${name}`)}
          value={draft.cover[name]}
          onChange={(value) => set({ [name]: value })}
        />
      ))}
      <LogoField logo={draft.logo} onChange={(next) => change({ ...draft, logo: next })} />
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </Dialog>
  );
}

function LogoField({ logo, onChange }: { logo: Logo | null; onChange: (logo: Logo | null) => void }) {
  const t = useT();
  const [problem, setProblem] = useState<string>();
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const read = await readLogo(file);
    setProblem(read.ok ? undefined : t(`reportView.cover.${read.error}`));
    if (read.ok) onChange({ ...read.value, alt: logo?.alt ?? '' });
  };
  return (
    <div className={css['logo']}>
      <label className={css['file']}>
        <span>{t('reportView.cover.logo')}</span>
        <span className={css['soft']}>{t('reportView.cover.logoWhat')}</span>
        <input
          type="file"
          accept="image/png,image/jpeg"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
      {logo && (
        <>
          <img src={`data:${logo.mediaType};base64,${logo.base64}`} alt={logo.alt} />
          <TextField
            label={t('reportView.cover.alt')}
            value={logo.alt}
            onChange={(alt) => onChange({ ...logo, alt })}
          />
          <Button onPress={() => onChange(null)}>{t('reportView.cover.noLogo')}</Button>
        </>
      )}
    </div>
  );
}
