import { adviceSentence } from '../../shared/messages/publishing-sentences.ts';
import { ratingAdvice } from '../../shared/publishing/rating-problems.ts';
import type { HouseScale, Rating } from '../../shared/case/publishing.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { askToRate, runHere } from '../frame/actions.ts';
import { useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { useUi } from '../ui-state.ts';
import { dayAndClock, whenWords } from '../when.ts';
import { Address } from './address.tsx';
import css from './inspector.module.css';
import { RatingForm } from './rating-form.tsx';

interface RatingBoxProps {
  details: AllegationDetails;
  writable: boolean;
  /** Whether a blind review is being written, which no rating must tell anything. */
  blind: boolean;
}

/** What is published of an allegation: a rating that a person gave, apart from its state. */
export function RatingBox({ details, writable, blind }: RatingBoxProps) {
  const t = useT();
  const publisher = useWindow(({ overview }) => overview?.publisher ?? null);
  const scale = useWindow(({ overview }) => overview?.scale ?? null);
  const form = useUi((ui) => ui.form);
  const { id, rating } = details.allegation;
  const isOpen = form?.kind === 'rating' && form.id === id;
  if (blind && !isOpen) return null;
  if (blind) return <Message kind="failed">{t('publishing.reviewFirst')}</Message>;
  return (
    <section className={css['section']}>
      <h3>{t('publishing.rating')}</h3>
      {rating !== null && scale !== null ? (
        <Rated details={details} rating={rating} scale={scale} />
      ) : (
        <p className={css['soft']}>{t('publishing.notRated')}</p>
      )}
      {isOpen && publisher && scale ? (
        <RatingForm details={details} scale={scale} />
      ) : (
        <div className={css['moves']}>
          <Button
            kind={scale === null ? 'quiet' : 'plain'}
            isDisabled={!writable}
            onPress={() => askToRate(id)}
          >
            {t(rating === null ? 'publishing.rate' : 'publishing.change')}
          </Button>
          {rating !== null && (
            <Button
              isDisabled={!writable}
              onPress={() => void runHere(t, { type: 'rate-allegation', id, rating: null })}
            >
              {t('publishing.takeBack')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

interface RatedProps {
  details: AllegationDetails;
  rating: Rating;
  scale: HouseScale;
}

function Rated({ details, rating, scale }: RatedProps) {
  const t = useT();
  const language = useLanguage();
  const { claimReviewed, url, publishedOn, by, at } = rating;
  const advice = ratingAdvice(
    rating,
    details.row.claimant,
    scale.ratings.map(({ label }) => label),
  );
  return (
    <>
      <p className={css['form-title']} dir="auto">
        {ratingWords(rating, scale, t)}
      </p>
      <p className={css['words']} dir="auto">
        {claimReviewed}
      </p>
      <Address address={url} />
      <p className={css['soft']}>
        {publishedOn !== null &&
          `${t('publishing.publishedOn', { date: whenWords(publishedOn, t, language) })} · `}
        {t('inspector.decided', { by: by || t('frame.unnamed'), when: dayAndClock(at, language) })}
      </p>
      <p className={css['soft']}>{t('publishing.notTheState')}</p>
      {advice.length > 0 && (
        <>
          <h4>{t('publishing.adviceTitle')}</h4>
          <ul className={css['lines']}>
            {advice.map((code) => (
              <li key={code}>{adviceSentence(code, t)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** A rating as it is called, with its number where the house has them. */
function ratingWords({ ratingId }: Rating, { ratings, worst, best }: HouseScale, t: Translate): string {
  const found = ratings.find(({ id }) => id === ratingId);
  const { label = '', value = null } = found ?? {};
  return value === null || worst === null || best === null
    ? label
    : t('publishing.ratedOf', { label, value, worst, best });
}
