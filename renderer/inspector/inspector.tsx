import { useEffect, useRef } from 'react';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { DenialMark, StateMark } from '../marks/state-mark.tsx';
import { useWindow } from '../store.ts';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import { useUi } from '../ui-state.ts';
import { EvidenceList } from './evidence-list.tsx';
import { Facts } from './facts.tsx';
import { FindingBox } from './finding-box.tsx';
import css from './inspector.module.css';
import { PassageList } from './passage-list.tsx';
import { QueryList } from './query-list.tsx';
import { QuoteTick } from './quote-tick.tsx';
import { RatingBox } from './rating-box.tsx';
import { RecordHistory } from './record-history.tsx';
import { RelationList } from './relation-list.tsx';
import { ResponseList } from './response-list.tsx';
import { useReviewsBlind } from './review-form.tsx';
import { ReviewList } from './review-list.tsx';
import { useDetails } from './use-details.ts';

/** Everything about the selected allegation. */
export function Inspector() {
  const t = useT();
  const selectedId = useWindow((state) => state.selectedId);
  return (
    <aside className={css['inspector']} aria-label={t('inspector.label')}>
      {selectedId === null ? (
        <p className={css['nothing']}>{t('inspector.nothing')}</p>
      ) : (
        <Selected key={selectedId} id={selectedId} />
      )}
    </aside>
  );
}

function Selected({ id }: { id: string }) {
  const details = useDetails(id);
  if (!details) return null;
  return <Shown details={details} />;
}

function Shown({ details }: { details: AllegationDetails }) {
  const t = useT();
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const editAsked = useUi((ui) => ui.editAsked);
  // Who reviews blind sees the evidence, and nothing of what others made of it.
  const { id } = details.allegation;
  const blind = useReviewsBlind(id);
  const moving = useUi(({ form }) => form?.kind === 'move' && form.id === id);
  const statement = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!editAsked) return;
    useUi.setState({ editAsked: false });
    statement.current?.focus();
    statement.current?.select();
  }, [editAsked]);
  const part = { details, writable };
  return (
    <>
      <Head details={details} blind={blind} />
      <Facts {...part} statement={statement} />
      <PassageList {...part} />
      {blind ? (
        <section className={css['section']}>
          <h3>{t('inspector.finding')}</h3>
          <Message kind={moving ? 'failed' : 'note'}>
            {t(moving ? 'inspector.reviewFirst' : 'inspector.reviewHidden')}
          </Message>
        </section>
      ) : (
        <FindingBox {...part} />
      )}
      <EvidenceList {...part} />
      <ResponseList {...part} />
      <QuoteTick {...part} />
      <ReviewList {...part} />
      <RelationList {...part} />
      <QueryList {...part} />
      <RatingBox {...part} blind={blind} />
      {!blind && <RecordHistory lines={details.history} />}
    </>
  );
}

/** What it is called, its state, and every denial, whatever the state. */
function Head({ details, blind }: { details: AllegationDetails; blind: boolean }) {
  const t = useT();
  const { row } = details;
  return (
    <header className={css['head']}>
      <h2>
        {row.ref} {!blind && <StateMark state={row.state} />}
      </h2>
      {!blind && row.overridden && <span className={css['flag']}>{t('board.override')}</span>}
      {!blind && row.lacking && <span className={css['flag']}>{t('board.lacking')}</span>}
      {row.denials.map((denial, index) => (
        <DenialMark key={index} denial={denial} />
      ))}
      {row.quoteVerified && <span className={css['soft']}>✓ {t('inspector.quoteMark')}</span>}
      {row.declined > 0 && (
        <span className={css['soft']}>{t('inspector.declined', { count: row.declined })}</span>
      )}
    </header>
  );
}
