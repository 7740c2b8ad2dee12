import { useEffect, useRef, useState } from 'react';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';
import { openForm, useUi } from '../ui-state.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { EvidenceItem } from './evidence-item.tsx';
import css from './inspector.module.css';

/** So many items are drawn at first, and so many more each time: ten thousand at once would hold the window. */
const FIRST = 50;
const NEXT = 100;

/** What sources say about the allegation, and whether each item counts to the standard. */
export function EvidenceList({ details, writable }: { details: AllegationDetails; writable: boolean }) {
  const t = useT();
  const form = useUi((ui) => ui.form);
  const [shown, setShown] = useState(FIRST);
  const { evidence, assessments, allegation } = details;
  const verdicts = new Map(
    [...assessments.supports.items, ...assessments.contradicts.items].map((each) => [each.evidenceId, each]),
  );
  const numbers = new Map(evidence.map(({ id, number }) => [id, number]));
  const open = form?.kind === 'evidence' && form.id === allegation.id ? form : null;
  // The item whose form is open is drawn wherever it stands.
  const drawn = evidence.filter(({ id }, index) => index < shown || id === open?.itemId);
  const more = Math.min(NEXT, evidence.length - shown);
  const list = useRef<HTMLOListElement>(null);
  // The work goes on at the first one that is new: the button may be gone.
  useEffect(() => {
    if (shown === FIRST) return;
    const first = list.current?.children[shown - NEXT];
    if (first instanceof HTMLElement) first.focus();
  }, [shown]);
  return (
    <section className={css['section']}>
      <h3>{t('inspector.evidence')}</h3>
      {evidence.length === 0 && <p className={css['soft']}>{t('inspector.noEvidence')}</p>}
      <ol ref={list} className={css['items']}>
        {drawn.map((item) =>
          open?.itemId === item.id ? (
            <li key={item.id}>
              <EvidenceForm details={details} item={item} />
            </li>
          ) : (
            <EvidenceItem
              key={item.id}
              item={item}
              verdict={verdicts.get(item.id)}
              numbers={numbers}
              writable={writable}
            />
          ),
        )}
      </ol>
      {more > 0 && (
        <Button onPress={() => setShown(shown + NEXT)}>{t('inspector.moreItems', { count: more })}</Button>
      )}
      {open?.itemId === null ? (
        <EvidenceForm details={details} item={null} />
      ) : (
        <Button
          isDisabled={!writable}
          onPress={() => openForm({ kind: 'evidence', id: allegation.id, itemId: null })}
        >
          {t('inspector.addEvidence')}
        </Button>
      )}
    </section>
  );
}
