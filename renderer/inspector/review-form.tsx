import { BASES, STATES, WHYS, type Basis, type State, type Why } from '../../shared/case/words.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { useDraft } from '../drafts.ts';
import { Button } from '../ui/button.tsx';
import { EntryForm } from '../ui/entry-form.tsx';
import { CheckField, RadioField, SelectField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm, openDialog } from '../ui-state.ts';
import css from './inspector.module.css';
import { useEntry } from './use-entry.ts';
import { useMe } from './use-me.ts';

interface Draft {
  state: State | null;
  why: Why;
  basis: Basis | null;
  reason: string;
  /** Hides the first finding in the inspector until this is saved or thrown away, also while the form is put away. */
  blind: boolean;
}

const draftKey = (allegationId: string): string => `review:${allegationId}`;

/** Whether a blind review of the allegation is being written; its form may be put away meanwhile. */
export function useReviewsBlind(allegationId: string): boolean {
  const [draft] = useDraft<Pick<Draft, 'blind'>>(draftKey(allegationId), { blind: false });
  return draft.blind;
}

/** A second person's own finding. */
export function ReviewForm({ details }: { details: AllegationDetails }) {
  const t = useT();
  const me = useMe();
  const { allegation, row } = details;
  const { id } = allegation;
  const { draft, set, problem, setProblem, cancel, carryOut } = useEntry<Draft>(draftKey(id), {
    state: null,
    why: 'in-progress',
    basis: null,
    reason: '',
    blind: false,
  });
  const { ref } = row;
  const submit = (): void => {
    const { state, why, basis, reason, blind } = draft;
    if (state === null) return setProblem(t('inspector.reviewStateNeeded'));
    void carryOut(
      { type: 'review-allegation', allegationId: id, state, why, basis, reason, blind },
      t('inspector.reviewDone', { ref }),
    );
  };
  return (
    <EntryForm
      label={t('inspector.reviewForm', { ref })}
      verb={t('inspector.reviewSave')}
      onSubmit={submit}
      onCancel={cancel}
      onLeave={closeForm}
      problem={problem}
    >
      <p className={css['soft']}>
        {me === '' ? t('inspector.reviewNoName') : t('inspector.reviewAs', { name: me })}
      </p>
      <Button className={css['start'] ?? ''} onPress={() => openDialog('settings')}>
        {t('inspector.changeName')}
      </Button>
      <CheckField
        label={t('inspector.reviewBlind')}
        hint={t('inspector.reviewBlindHint')}
        value={draft.blind}
        onChange={(blind) => set({ blind })}
      />
      <RadioField
        label={t('inspector.reviewState')}
        value={draft.state}
        choices={STATES.map((value) => ({
          value,
          text: t(`words.states.${value}`),
          detail: t(`inspector.stateMeans.${value}`),
        }))}
        onChange={(state) => set({ state })}
      />
      {draft.state === 'unverified' && (
        <SelectField
          label={t('inspector.why')}
          value={draft.why}
          choices={WHYS.filter((value) => value !== 'not-started').map((value) => ({
            value,
            text: t(`words.whys.${value}`),
          }))}
          onChange={(why) => set({ why })}
        />
      )}
      {draft.state === 'denied' && (
        <RadioField
          label={t('inspector.basis')}
          value={draft.basis}
          choices={BASES.map((value) => ({
            value,
            text: t(`words.bases.${value}`),
            detail: t(`inspector.basisMeans.${value}`),
          }))}
          onChange={(basis) => set({ basis })}
        />
      )}
      <TextField
        label={t('inspector.reviewReason')}
        hint={t('inspector.reasonHint')}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        long
        isRequired
      />
    </EntryForm>
  );
}
