import type { AllegationDetails } from '../../shared/queries/details.ts';
import { StateMark } from '../marks/state-mark.tsx';
import { select } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';
import { openForm, useUi } from '../ui-state.ts';
import css from './inspector.module.css';
import { RelationForm } from './relation-form.tsx';
import { RemoveButton } from './remove-button.tsx';

/** How this allegation relates to others, each a step away. */
export function RelationList({ details, writable }: { details: AllegationDetails; writable: boolean }) {
  const t = useT();
  const form = useUi((ui) => ui.form);
  const { relations, allegation } = details;
  const { id } = allegation;
  return (
    <section className={css['section']}>
      <h3>{t('inspector.relations')}</h3>
      {relations.length === 0 && <p className={css['soft']}>{t('inspector.noRelations')}</p>}
      <ul className={css['items']}>
        {relations.map(({ id: relationId, kind, note, other }) => (
          <li key={relationId} className={css['item']}>
            <p className={css['item-head']}>
              <span className={css['stance']}>{t(`words.relations.${kind}`)}</span>{' '}
              <Button
                kind="quiet"
                className={css['link'] ?? ''}
                aria-label={t('inspector.showRelated', { ref: other.ref })}
                onPress={() => select(other.id)}
              >
                {other.ref}
              </Button>{' '}
              <StateMark state={other.state} />
            </p>
            <p className={css['words']} dir="auto">
              {other.statement}
            </p>
            {note !== '' && (
              <p className={css['soft']} dir="auto">
                {note}
              </p>
            )}
            {writable && (
              <div className={css['line']}>
                <RemoveButton
                  kind="relations"
                  id={relationId}
                  label={t('inspector.removeRelation', { ref: other.ref })}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {form?.kind === 'relation' && form.id === id ? (
        <RelationForm details={details} />
      ) : (
        <Button isDisabled={!writable} onPress={() => openForm({ kind: 'relation', id })}>
          {t('inspector.relate')}
        </Button>
      )}
    </section>
  );
}
