import type { AllegationDetails } from '../../shared/queries/details.ts';
import { runHere } from '../frame/actions.ts';
import { Button } from '../ui/button.tsx';
import { EntryForm } from '../ui/entry-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { closeForm, openForm, useUi } from '../ui-state.ts';
import { dayAndClock } from '../when.ts';
import css from './inspector.module.css';
import { useEntry } from './use-entry.ts';

/** That the claimant really said it: a tick of its own, apart from the state, since "X said it" is not "it is true". */
export function QuoteTick({ details, writable }: { details: AllegationDetails; writable: boolean }) {
  const t = useT();
  const language = useLanguage();
  const form = useUi((ui) => ui.form);
  const { id, quote } = details.allegation;
  return (
    <section className={css['section']}>
      <h3>{t('inspector.quote')}</h3>
      {quote === null ? (
        <p className={css['soft']}>{t('inspector.quoteNot')}</p>
      ) : (
        <>
          <p className={css['words']} dir="auto">
            <span aria-hidden>✓ </span>
            {quote.how}
          </p>
          <p className={css['soft']}>
            {t('inspector.quoteWhat')}{' '}
            {t('inspector.decided', {
              by: quote.by || t('frame.unnamed'),
              when: dayAndClock(quote.at, language),
            })}
          </p>
        </>
      )}
      {form?.kind === 'quote' && form.id === id ? (
        <QuoteForm details={details} />
      ) : quote === null ? (
        <Button isDisabled={!writable} onPress={() => openForm({ kind: 'quote', id })}>
          {t('inspector.quoteVerify')}
        </Button>
      ) : (
        <Button
          isDisabled={!writable}
          onPress={() => void runHere(t, { type: 'verify-quote', id, how: null })}
        >
          {t('inspector.quoteUndo')}
        </Button>
      )}
    </section>
  );
}

function QuoteForm({ details }: { details: AllegationDetails }) {
  const t = useT();
  const { allegation, row } = details;
  const { id, quote } = allegation;
  const { draft, at, problem, cancel, carryOut } = useEntry(`quote:${id}`, { how: quote?.how ?? '' });
  const { ref } = row;
  const submit = (): void =>
    void carryOut({ type: 'verify-quote', id, how: draft.how }, t('inspector.quoteDone', { ref }));
  return (
    <EntryForm
      label={t('inspector.quoteForm', { ref })}
      verb={t('inspector.save')}
      onSubmit={submit}
      onCancel={cancel}
      onLeave={closeForm}
      problem={problem}
    >
      <p className={css['soft']}>{t('inspector.quoteWhat')}</p>
      <TextField
        label={t('inspector.quoteHow')}
        hint={t('inspector.quoteHowHint')}
        {...at.how}
        long
        isRequired
      />
    </EntryForm>
  );
}
