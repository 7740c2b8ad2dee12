import type { AllegationDetails } from '../../shared/queries/details.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/use-now.ts';
import { useT } from '../ui/words.tsx';
import { openForm, useUi } from '../ui-state.ts';
import { AttemptForm } from './attempt-form.tsx';
import css from './inspector.module.css';
import { ResponseForm } from './response-form.tsx';
import { ResponseItem } from './response-item.tsx';

/** What parties answered to this statement, and the tries to reach them. */
export function ResponseList({ details, writable }: { details: AllegationDetails; writable: boolean }) {
  const t = useT();
  const now = useNow();
  const form = useUi((ui) => ui.form);
  const { responses, allegation } = details;
  const { id } = allegation;
  const open = form?.kind === 'response' && form.id === id ? form : null;
  const trying = form?.kind === 'attempt' && form.id === id ? form.itemId : null;
  return (
    <section className={css['section']}>
      <h3>{t('inspector.contactLog')}</h3>
      {responses.length === 0 && (
        <p className={css['soft']}>
          {t(allegation.serious ? 'inspector.noResponsesSerious' : 'inspector.noResponses')}
        </p>
      )}
      <ul className={css['items']}>
        {responses.map((item) => (
          <li key={item.id}>
            {open?.itemId === item.id ? (
              <ResponseForm details={details} item={item} />
            ) : (
              <ResponseItem item={item} now={now} writable={writable} />
            )}
            {trying === item.id && <AttemptForm item={item} />}
          </li>
        ))}
      </ul>
      {open?.itemId === null ? (
        <ResponseForm details={details} item={null} />
      ) : (
        <Button isDisabled={!writable} onPress={() => openForm({ kind: 'response', id, itemId: null })}>
          {t('inspector.addResponse')}
        </Button>
      )}
    </section>
  );
}
