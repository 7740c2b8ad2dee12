import { WHYS, type Basis, type State, type Why } from '../../shared/case/words.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { useDraft } from '../drafts.ts';
import { Button } from '../ui/button.tsx';
import { EntryForm } from '../ui/entry-form.tsx';
import { CheckField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm, openDialog } from '../ui-state.ts';
import { BasisField, StateField, WhyField } from './finding-fields.tsx';
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
  const { draft, at, problem, setProblem, cancel, carryOut } = useEntry<Draft>(draftKey(id), {
    state: null,
    why: 'in-progress',
    basis: null,
    reason: '',
    blind: false,
  });
  const { ref } = row;
  const submit = (): void => {
    const { state, why, basis, reason, blind } = draft;
    if (state === null) return setProblem(t('inspector.reviewStateNeeded'), 'state');
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
      <CheckField label={t('inspector.reviewBlind')} hint={t('inspector.reviewBlindHint')} {...at.blind} />
      <StateField label={t('inspector.reviewState')} {...at.state} />
      {draft.state === 'unverified' && (
        <WhyField whys={WHYS.filter((why) => why !== 'not-started')} {...at.why} />
      )}
      {draft.state === 'denied' && <BasisField {...at.basis} />}
      <TextField
        label={t('inspector.reviewReason')}
        hint={t('inspector.reasonHint')}
        {...at.reason}
        long
        isRequired
      />
    </EntryForm>
  );
}
