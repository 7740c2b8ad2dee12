import type { AllegationDetails } from '../../shared/queries/details.ts';
import { StateMark } from '../marks/state-mark.tsx';
import { Button } from '../ui/button.tsx';
import { DOT } from '../ui/dot.ts';
import { useLanguage, useT } from '../ui/words.tsx';
import { openForm, useUi } from '../ui-state.ts';
import { dayAndClock } from '../when.ts';
import css from './inspector.module.css';
import { RemoveButton } from './remove-button.tsx';
import { ReviewForm, useReviewsBlind } from './review-form.tsx';

type Review = AllegationDetails['reviews'][number];
type Found = Pick<Review, 'state' | 'why' | 'basis' | 'by'>;

/** What second persons found: beside the finding, never averaged with it. */
export function ReviewList({ details, writable }: { details: AllegationDetails; writable: boolean }) {
  const t = useT();
  const form = useUi((ui) => ui.form);
  const { reviews, allegation } = details;
  const { id } = allegation;
  const blind = useReviewsBlind(id);
  return (
    <section className={css['section']}>
      <h3>{t('inspector.reviews')}</h3>
      {!blind && reviews.length === 0 && <p className={css['soft']}>{t('inspector.noReviews')}</p>}
      {!blind && (
        <ul className={css['items']}>
          {reviews.map((review) => (
            <Shown key={review.id} review={review} finding={allegation.finding} writable={writable} />
          ))}
        </ul>
      )}
      {form?.kind === 'review' && form.id === id ? (
        <ReviewForm details={details} />
      ) : (
        <Button isDisabled={!writable} onPress={() => openForm({ kind: 'review', id })}>
          {t(blind ? 'inspector.reviewGoOn' : 'inspector.review')}
        </Button>
      )}
    </section>
  );
}

interface ShownProps {
  review: Review;
  finding: Found;
  writable: boolean;
}

/** One review, and the finding beside it. */
function Shown({ review, finding, writable }: ShownProps) {
  const t = useT();
  const language = useLanguage();
  const { id, reason, by, at, blind, agrees } = review;
  return (
    <li className={css['item']} data-agrees={agrees}>
      <dl className={css['beside']}>
        <Side label={t('inspector.reviewFinding')} found={finding} />
        <Side label={t('inspector.reviewOwn')} found={review} />
      </dl>
      <p className={css['stance']}>
        <span className={css['sign']} aria-hidden>
          {agrees ? '=' : '≠'}
        </span>
        {t(agrees ? 'inspector.reviewAgrees' : 'inspector.reviewDiffers')}
      </p>
      <p className={css['words']} dir="auto">
        {reason}
      </p>
      <p className={css['soft']}>
        {dayAndClock(at, language)}
        {blind && `${DOT}${t('inspector.reviewBlindDone')}`}
      </p>
      {writable && (
        <div className={css['line']}>
          <RemoveButton kind="reviews" id={id} label={t('inspector.removeReview', { by })} />
        </div>
      )}
    </li>
  );
}

/** Who found what. */
function Side({ label, found }: { label: string; found: Found }) {
  const t = useT();
  const { state, why, basis, by } = found;
  return (
    <div>
      <dt className={css['soft']}>
        {label}
        {DOT}
        <bdi>{by || t('frame.unnamed')}</bdi>
      </dt>
      <dd>
        <StateMark state={state} />
        {why && `${DOT}${t(`words.whys.${why}`)}`}
        {basis && `${DOT}${t(`words.bases.${basis}`)}`}
      </dd>
    </div>
  );
}
