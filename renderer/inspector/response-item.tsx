import type { AllegationDetails } from '../../shared/queries/details.ts';
import { isOver } from '../../shared/text/when.ts';
import { Button } from '../ui/button.tsx';
import { DOT } from '../ui/dot.ts';
import { useLanguage, useT } from '../ui/words.tsx';
import { openForm } from '../ui-state.ts';
import { whenWords } from '../when.ts';
import { Address } from './address.tsx';
import css from './inspector.module.css';
import { RemoveButton } from './remove-button.tsx';

type Item = AllegationDetails['responses'][number];

interface ResponseItemProps {
  item: Item;
  /** The time in UTC, for what is overdue. */
  now: string;
  writable: boolean;
}

/** One line of the contact log: who was asked when, what came of it, in what words, and the tries in between. */
export function ResponseItem({ item, now, writable }: ResponseItemProps) {
  const t = useT();
  const { id, allegationId, party, kind, awaited, extent, denies, words, deadline, address } = item;
  const overdue = awaited && deadline !== null && isOver(deadline, now);
  return (
    <div className={css['item']} data-response={kind}>
      <p className={css['item-head']}>
        <b>
          <bdi>{party}</bdi>
        </b>{' '}
        <span className={css['stance']}>
          {kind === 'asked' && !awaited ? t('inspector.answeredElsewhere') : t(`words.responses.${kind}`)}
          {extent && ` (${t(`words.extents.${extent}`)})`}
        </span>
        {denies !== null && <bdi>: {denies}</bdi>}
        {overdue && <span className={css['overdue']}> {t('inspector.overdue')}</span>}
      </p>
      {words !== '' && (
        <blockquote className={css['words']} dir="auto">
          {words}
        </blockquote>
      )}
      <Times item={item} />
      {address !== null && <Address address={address} />}
      <Attempts item={item} />
      {writable && (
        <div className={css['line']}>
          <Button
            kind="quiet"
            aria-label={t('inspector.editResponse', { party })}
            onPress={() => openForm({ kind: 'response', id: allegationId, itemId: id })}
          >
            {t('inspector.edit')}
          </Button>
          <Button
            kind="quiet"
            aria-label={t('inspector.logAttemptNamed', { party })}
            onPress={() => openForm({ kind: 'attempt', id: allegationId, itemId: id })}
          >
            {t('inspector.logAttempt')}
          </Button>
          <RemoveButton kind="responses" id={id} label={t('inspector.removeResponse', { party })} />
        </div>
      )}
    </div>
  );
}

/** When and whom it was put to, until when, and when and how the answer came. */
function Times({ item }: { item: Item }) {
  const t = useT();
  const language = useLanguage();
  const { contact, askedOn, deadline, on, channel } = item;
  const told = (stored: string | null): string => (stored === null ? '' : whenWords(stored, t, language));
  const facts = [
    contact !== null
      ? t('inspector.askedContact', { contact, date: told(askedOn) }).trimEnd()
      : askedOn && t('inspector.asked', { date: told(askedOn) }),
    deadline && t('inspector.answerBy', { date: told(deadline) }),
    on && t('inspector.answered', { date: told(on) }),
    channel,
  ].filter((each) => each !== null);
  if (facts.length === 0) return null;
  return (
    <p className={css['soft']}>
      <bdi>{facts.join(DOT)}</bdi>
    </p>
  );
}

function Attempts({ item }: { item: Item }) {
  const t = useT();
  const language = useLanguage();
  if (item.attempts.length === 0) return null;
  return (
    <div className={css['soft']}>
      {t('inspector.attempts')}
      <ol className={css['attempts']}>
        {item.attempts.map(({ on, channel, note }, index) => (
          <li key={index}>
            <bdi>{[on && whenWords(on, t, language), channel, note].filter((each) => each).join(DOT)}</bdi>
          </li>
        ))}
      </ol>
    </div>
  );
}
