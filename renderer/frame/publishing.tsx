import { useEffect, useRef, useState } from 'react';
import { publishingSentence } from '../../shared/messages/publishing-sentences.ts';
import { useDraft } from '../drafts.ts';
import { failureSentence } from '../failure.ts';
import { run, useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import { closeDialog } from '../ui-state.ts';
import css from './publishing.module.css';
import { commandOf, draftOf, fieldOf, type FieldName, type PublishingDraft } from './publishing-draft.ts';
import { ScaleLines } from './scale-lines.tsx';

/** What is wrong, by the field that says it, and with the whole. */
interface Wrong {
  at: Partial<Record<FieldName, string>>;
  whole: string | null;
}

/** Who publishes the ratings of this case, and on which scale. What was written stays until it is saved or cancelled. */
export function PublishingDialog() {
  const t = useT();
  const overview = useWindow((state) => state.overview);
  const writable = useWindow((state) => state.loaded?.readOnly === null);
  const initial = draftOf(overview?.publisher ?? null, overview?.scale ?? null);
  const [draft, change, clear] = useDraft<PublishingDraft>(`publishing:${overview?.id}`, initial);
  const [wrong, setWrong] = useState<Wrong>({ at: {}, whole: null });
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.querySelector<HTMLElement>('[data-invalid] input')?.focus();
  }, [wrong]);

  const set = (part: Partial<PublishingDraft>): void => {
    setWrong({ at: {}, whole: null });
    change({ ...draft, ...part });
  };
  const cancel = (): void => {
    clear();
    closeDialog();
  };
  const save = async (): Promise<void> => {
    const command = commandOf(draft);
    if ('notNumbers' in command) {
      const told = command.notNumbers.map((field) => [field, t('publishing.notANumber')]);
      return setWrong({ at: Object.fromEntries(told) as Wrong['at'], whole: null });
    }
    const answer = await run(command);
    const failure = answer.ok ? null : answer.error;
    const refusal = failure && 'refusal' in failure ? failure.refusal : null;
    if (failure && refusal?.code === 'not-to-publish') {
      const at: Wrong['at'] = {};
      const whole: string[] = [];
      for (const problem of refusal.problems) {
        const [field, sentence] = [fieldOf(problem, draft), publishingSentence(problem, t)];
        if (field === null) whole.push(sentence);
        else at[field] ??= sentence;
      }
      return setWrong({ at, whole: whole.join(' ') || null });
    }
    if (failure && refusal?.code !== 'nothing-changed')
      return setWrong({ at: {}, whole: failureSentence(failure, t) });
    cancel();
    announce(t('publishing.saved'));
  };
  const field = (name: Exclude<keyof PublishingDraft, 'ratings'>) => ({
    value: draft[name],
    onChange: (value: string) => set({ [name]: value }),
    wrong: wrong.at[name],
    isDisabled: !writable,
  });
  return (
    <Dialog
      title={t('publishing.title')}
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={cancel}>{t('frame.cancel')}</Button>
          <Button kind="primary" onPress={() => void save()} isDisabled={!writable}>
            {t('publishing.save')}
          </Button>
        </>
      }
    >
      <div ref={body} className={css['body']}>
        <p>{t('publishing.what')}</p>
        <h3>{t('publishing.whoPublishes')}</h3>
        <TextField
          label={t('publishing.name')}
          hint={t('publishing.nameHint')}
          {...field('name')}
          autoFocus
        />
        <TextField label={t('publishing.url')} hint={t('publishing.urlHint')} {...field('url')} />
        <TextField label={t('publishing.logo')} hint={t('publishing.logoHint')} {...field('logo')} />
        <h3>{t('publishing.scale')}</h3>
        <p className={css['soft']}>{t('publishing.scaleHint')}</p>
        <ScaleLines
          ratings={draft.ratings}
          wrong={wrong.at}
          isDisabled={!writable}
          onChange={(ratings) => set({ ratings })}
        />
        <div className={css['ends']}>
          <TextField label={t('publishing.worst')} {...field('worst')} />
          <TextField label={t('publishing.best')} {...field('best')} />
        </div>
        <p className={css['soft']}>{t('publishing.numbersHint')}</p>
        {wrong.whole !== null && <Message kind="failed">{wrong.whole}</Message>}
      </div>
    </Dialog>
  );
}
