import type { DocumentQuery } from '../../shared/queries/document-view.ts';
import { InContext } from '../inspector/in-context.tsx';
import { RemoveButton } from '../inspector/remove-button.tsx';
import { select } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { openForm, showQuery, useUi } from '../ui-state.ts';
import { dayAndClock } from '../when.ts';
import { DecisionForm } from './decision-form.tsx';
import css from './queries.module.css';
import { QueryForm } from './query-form.tsx';

interface QueryEntryProps {
  query: DocumentQuery;
  /** The text of the document. */
  text: string;
  shown: boolean;
  writable: boolean;
}

/** One query with its words in context, what is asked or proposed, and what was decided. */
export function QueryEntry({ query, text, shown, writable }: QueryEntryProps) {
  const t = useT();
  const language = useLanguage();
  const form = useUi((ui) => ui.form);
  const { id, number, kind, question, proposed, decider, decision, allegationId, ref, by, addedAt } = query;
  const open = form !== null && 'itemId' in form && form.itemId === id ? form : null;
  return (
    <li className={css['entry']} data-entry={id} data-shown={shown || undefined} tabIndex={-1}>
      <h4 className={css['name']}>
        {t('document.query.number', { number })}{' '}
        <span className={css['state']} data-decision={decision ?? 'open'}>
          {t(decision === null ? 'document.query.undecided' : `words.decisions.${decision}`)}
        </span>
        {ref !== null && (
          <Button kind="quiet" className={css['ref'] ?? ''} onPress={() => select(allegationId)}>
            {ref}
          </Button>
        )}
      </h4>
      <blockquote className={css['words']} dir="auto">
        <InContext selector={query.selector} />
      </blockquote>
      {open?.kind === 'query' ? (
        <QueryForm form={open} text={text} query={query} />
      ) : (
        <>
          {question !== '' && (
            <p className={css['said']} dir="auto">
              {question}
            </p>
          )}
          {kind === 'wording' && <Wording name="proposed" wording={proposed ?? ''} />}
        </>
      )}
      <p className={css['soft']}>
        <bdi>
          {t('document.query.asked', { by: by || t('frame.unnamed'), when: dayAndClock(addedAt, language) })}
        </bdi>
        {decider !== null && decision === null && (
          <>
            {' '}
            <bdi>{t('document.query.toDecide', { name: decider })}</bdi>
          </>
        )}
      </p>
      {open?.kind === 'decision' ? <DecisionForm query={query} /> : <Decision query={query} />}
      <div className={css['line']}>
        <Button
          kind="quiet"
          aria-label={t('document.query.showNamed', { number })}
          onPress={() => showQuery(id, 'text')}
        >
          {t('document.query.show')}
        </Button>
        {writable && (
          <>
            <Button
              kind="quiet"
              aria-label={t('document.query.decideNamed', { number })}
              onPress={() => openForm({ kind: 'decision', itemId: id })}
            >
              {t(decision === null ? 'document.query.decide' : 'document.query.decideAgain')}
            </Button>
            <Button
              kind="quiet"
              aria-label={t('document.query.editNamed', { number })}
              onPress={() =>
                openForm({
                  kind: 'query',
                  id: allegationId,
                  documentId: query.documentId,
                  span: null,
                  itemId: id,
                })
              }
            >
              {t('inspector.edit')}
            </Button>
            <RemoveButton kind="queries" id={id} label={t('document.query.removeNamed', { number })} />
          </>
        )}
      </div>
    </li>
  );
}

/** Another wording in words; an empty one takes the passage out. */
function Wording({ name, wording }: { name: 'proposed' | 'wording'; wording: string }) {
  const t = useT();
  if (wording === '') return <p>{t(`document.query.${name}Nothing`)}</p>;
  return (
    <div>
      <p className={css['soft']}>{t(`document.query.${name}`)}</p>
      <p className={css['words']} dir="auto">
        {wording}
      </p>
    </div>
  );
}

/** What was decided, why, by whom and when. */
function Decision({ query }: { query: DocumentQuery }) {
  const t = useT();
  const language = useLanguage();
  const { decision, wording, reason, decidedBy, decidedAt } = query;
  if (decision === null) return null;
  return (
    <div className={css['decision']} data-decision={decision}>
      {decision === 'stet' ? (
        <p>{t('document.query.stands')}</p>
      ) : (
        <Wording name="wording" wording={wording ?? ''} />
      )}
      <p dir="auto">{reason}</p>
      <p className={css['soft']}>
        <bdi>
          {t('document.query.decidedBy', {
            by: decidedBy || t('frame.unnamed'),
            when: decidedAt === null ? '' : dayAndClock(decidedAt, language),
          })}
        </bdi>
      </p>
    </div>
  );
}
