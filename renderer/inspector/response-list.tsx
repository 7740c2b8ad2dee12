import type { AllegationDetails } from '../../shared/queries/details.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { openForm, useUi } from '../ui-state.ts';
import { partialDay } from '../when.ts';
import { Address } from './address.tsx';
import { RemoveButton } from './remove-button.tsx';
import css from './inspector.module.css';
import { ResponseForm } from './response-form.tsx';

type Item = AllegationDetails['responses'][number];

/** What parties answered to this statement. */
export function ResponseList({ details, writable }: { details: AllegationDetails; writable: boolean }) {
  const t = useT();
  const form = useUi((ui) => ui.form);
  const { responses, allegation } = details;
  const open = form?.kind === 'response' && form.id === allegation.id ? form : null;
  return (
    <section className={css['section']}>
      <h3>{t('inspector.responses')}</h3>
      {responses.length === 0 && (
        <p className={css['soft']}>
          {t(allegation.serious ? 'inspector.noResponsesSerious' : 'inspector.noResponses')}
        </p>
      )}
      <ul className={css['items']}>
        {responses.map((item) =>
          open?.itemId === item.id ? (
            <li key={item.id}>
              <ResponseForm details={details} item={item} />
            </li>
          ) : (
            <Shown key={item.id} item={item} allegationId={allegation.id} writable={writable} />
          ),
        )}
      </ul>
      {open?.itemId === null ? (
        <ResponseForm details={details} item={null} />
      ) : (
        <Button
          isDisabled={!writable}
          onPress={() => openForm({ kind: 'response', id: allegation.id, itemId: null })}
        >
          {t('inspector.addResponse')}
        </Button>
      )}
    </section>
  );
}

function Shown({ item, allegationId, writable }: { item: Item; allegationId: string; writable: boolean }) {
  const t = useT();
  const language = useLanguage();
  const { id, party, kind, extent, words, on, channel, address } = item;
  const facts = [on && partialDay(on, language), channel].filter((each) => each !== null);
  return (
    <li className={css['item']} data-response={kind}>
      <p className={css['item-head']}>
        <b>
          <bdi>{party}</bdi>
        </b>{' '}
        <span className={css['stance']}>
          {t(`words.responses.${kind}`)}
          {extent && ` (${t(`words.extents.${extent}`)})`}
        </span>
      </p>
      {words !== '' && (
        <blockquote className={css['words']} dir="auto">
          {words}
        </blockquote>
      )}
      {facts.length > 0 && (
        <p className={css['soft']}>
          <bdi>{facts.join(' · ')}</bdi>
        </p>
      )}
      {address !== null && <Address address={address} />}
      {writable && (
        <div className={css['line']}>
          <Button
            kind="quiet"
            aria-label={t('inspector.editResponse', { party })}
            onPress={() => openForm({ kind: 'response', id: allegationId, itemId: id })}
          >
            {t('inspector.edit')}
          </Button>
          <RemoveButton kind="responses" id={id} label={t('inspector.removeResponse', { party })} />
        </div>
      )}
    </li>
  );
}
