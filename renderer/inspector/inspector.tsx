import { useEffect, useRef } from 'react';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { DenialMark, StateMark } from '../marks/state-mark.tsx';
import { showDocument, useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';
import { useUi } from '../ui-state.ts';
import { EvidenceList } from './evidence-list.tsx';
import { Facts } from './facts.tsx';
import { FindingBox } from './finding-box.tsx';
import css from './inspector.module.css';
import { ResponseList } from './response-list.tsx';
import { RecordHistory } from './record-history.tsx';
import { RemoveButton } from './remove-button.tsx';
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
  const { row, passages } = details;
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const editAsked = useUi((ui) => ui.editAsked);
  const statement = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!editAsked) return;
    useUi.setState({ editAsked: false });
    statement.current?.focus();
    statement.current?.select();
  }, [editAsked]);
  return (
    <>
      <header className={css['head']}>
        <h2>
          {row.ref} <StateMark state={row.state} />
        </h2>
        {row.denials.map((denial, index) => (
          <DenialMark key={index} denial={denial} />
        ))}
        {row.declined > 0 && (
          <span className={css['soft']}>{t('inspector.declined', { count: row.declined })}</span>
        )}
      </header>
      <Facts details={details} statement={statement} writable={writable} />
      <section className={css['section']}>
        <h3>{t('inspector.passages')}</h3>
        {passages.length === 0 && <p className={css['soft']}>{t('inspector.noPassages')}</p>}
        {passages.map(({ id, documentId, documentTitle, selector: [quote] }) => (
          <figure key={id} className={css['quote']}>
            <blockquote dir="auto">
              <span className={css['context']}>{quote.prefix}</span>
              <b>{quote.exact}</b>
              <span className={css['context']}>{quote.suffix}</span>
            </blockquote>
            <figcaption className={css['line']}>
              <Button
                kind="quiet"
                aria-label={t('inspector.inDocumentNamed', { title: documentTitle })}
                onPress={() => showDocument(documentId)}
              >
                {t('inspector.inDocument')}
              </Button>
              {writable && passages.length > 1 && (
                <RemoveButton kind="passages" id={id} label={t('inspector.removePassage')} />
              )}
            </figcaption>
          </figure>
        ))}
      </section>
      <FindingBox details={details} writable={writable} />
      <EvidenceList details={details} writable={writable} />
      <ResponseList details={details} writable={writable} />
      <RecordHistory lines={details.history} />
    </>
  );
}
