import { LIMITS } from '../../shared/case/limits.ts';
import type { HouseScale, Rating } from '../../shared/case/publishing.ts';
import { CLAIMANT_TYPES, type ClaimantType } from '../../shared/case/words.ts';
import { adviceSentence } from '../../shared/messages/publishing-sentences.ts';
import { claimAdvice, SHORT_CLAIM } from '../../shared/publishing/rating-problems.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { codePointLength } from '../../shared/text/code-points.ts';
import { EntryForm } from '../ui/entry-form.tsx';
import { RadioField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm } from '../ui-state.ts';
import css from './inspector.module.css';
import { TimeField } from './time-field.tsx';
import { timeToType, typedTime } from './times.ts';
import { useEntry } from './use-entry.ts';

interface Draft {
  /** Empty until one is chosen: no state and no evidence chooses one. */
  ratingId: string;
  claimReviewed: string;
  url: string;
  publishedOn: string;
  claimantType: ClaimantType | 'unknown';
  firstAppearance: string;
  /** One a line. */
  appearances: string;
}

function draftOf(rating: Rating | null, statement: string): Draft {
  return {
    ratingId: rating?.ratingId ?? '',
    claimReviewed: rating?.claimReviewed ?? (statement.length <= LIMITS.line ? statement : ''),
    url: rating?.url ?? '',
    publishedOn: timeToType(rating?.publishedOn ?? null),
    claimantType: rating?.claimantType ?? 'unknown',
    firstAppearance: rating?.firstAppearance ?? '',
    appearances: (rating?.appearances ?? []).join('\n'),
  };
}

/** The addresses that were written, one a line. */
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** Rates an allegation for publication, or changes its rating. */
export function RatingForm({ details, scale }: { details: AllegationDetails; scale: HouseScale }) {
  const t = useT();
  const { allegation, row } = details;
  const { id, rating } = allegation;
  const { ref } = row;
  const { draft, at, problem, setProblem, cancel, carryOut } = useEntry(
    `rating:${id}`,
    draftOf(rating, allegation.statement),
  );
  const submit = (): void => {
    const { ratingId, claimReviewed, url } = draft;
    const chosen = scale.ratings.find((each) => each.id === ratingId);
    if (!chosen) return setProblem(t('publishing.chooseFirst'), 'ratingId');
    const on = typedTime(draft.publishedOn);
    if (on === 'wrong') return setProblem(t('inspector.notADate'), 'publishedOn');
    const given = {
      ratingId,
      claimReviewed,
      url,
      publishedOn: on.stored,
      claimantType: draft.claimantType === 'unknown' ? null : draft.claimantType,
      firstAppearance: draft.firstAppearance,
      appearances: linesOf(draft.appearances),
    };
    const { label } = chosen;
    void carryOut({ type: 'rate-allegation', id, rating: given }, t('publishing.done', { ref, label }));
  };
  return (
    <EntryForm
      label={t('publishing.form', { ref })}
      verb={t('inspector.save')}
      onSubmit={submit}
      onCancel={cancel}
      onLeave={closeForm}
      problem={problem}
    >
      <p className={css['soft']}>{t('publishing.notTheState')}</p>
      <RadioField
        label={t('publishing.choose')}
        {...at.ratingId}
        value={draft.ratingId || null}
        choices={scale.ratings.map((each) => ({ value: each.id, text: each.label }))}
        first
      />
      <TextField
        label={t('publishing.claim')}
        hint={<ClaimHint claim={draft.claimReviewed} scale={scale} />}
        {...at.claimReviewed}
        long
        isRequired
      />
      <TextField label={t('publishing.pageAddress')} hint={t('publishing.pageHint')} {...at.url} isRequired />
      <TimeField label={t('publishing.publishedField')} {...at.publishedOn} />
      <RadioField
        label={t('publishing.claimantType')}
        {...at.claimantType}
        choices={[...CLAIMANT_TYPES, 'unknown' as const].map((value) => ({
          value,
          text: t(`publishing.claimantTypes.${value}`),
        }))}
        inRow
      />
      <TextField
        label={t('publishing.firstAppearance')}
        hint={t('publishing.firstHint')}
        {...at.firstAppearance}
      />
      <TextField
        label={t('publishing.appearances')}
        hint={t('publishing.appearancesHint')}
        {...at.appearances}
        long
      />
    </EntryForm>
  );
}

/** How long the claim is, and whether it tells the rating: said while it is written. */
function ClaimHint({ claim, scale }: { claim: string; scale: HouseScale }) {
  const t = useT();
  const count = codePointLength(claim.trim());
  return (
    <>
      {t('publishing.claimHint', { count, limit: SHORT_CLAIM })}
      {claimAdvice(
        claim,
        scale.ratings.map(({ label }) => label),
      ).map((code) => (
        <span key={code}> {adviceSentence(code, t)}</span>
      ))}
    </>
  );
}
