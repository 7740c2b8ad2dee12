import { QUERY_KINDS, type QueryKind } from '../../shared/case/words.ts';
import type { Query } from '../../shared/case/dealings.ts';
import type { DocumentPassage } from '../../shared/queries/document-view.ts';
import { sliceByCodePoints } from '../../shared/text/code-points.ts';
import { useEntry } from '../inspector/use-entry.ts';
import { useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { EntryForm } from '../ui/entry-form.tsx';
import { CheckField, RadioField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm, openForm, type OpenForm, type Span } from '../ui-state.ts';
import css from './queries.module.css';
import { WordingField } from './wording-field.tsx';

interface Draft {
  kind: QueryKind;
  question: string;
  /** Null while it was not touched: then it is the words as they stand. */
  proposed: string | null;
  decider: string;
  /** Whether it came up with the allegation that is selected; null while nobody said so. */
  cameUp: boolean | null;
  /** The words it was written about last; null while nothing was written. */
  span: Span | null;
}

const EMPTY: Draft = {
  kind: 'question',
  question: '',
  proposed: null,
  decider: '',
  cameUp: null,
  span: null,
};

function draftOf({ kind, question, proposed, decider }: Query): Draft {
  return { ...EMPTY, kind, question, proposed, decider: decider ?? '' };
}

interface QueryFormProps {
  form: Extract<OpenForm, { kind: 'query' }>;
  /** The text of the document. */
  text: string;
  /** The query to edit, or null for a new one on `form.span`. */
  query: Query | null;
  /** The passages of the document, for a new one. */
  passages?: readonly DocumentPassage[];
}

/**
 * A new query, or a change to one. There is one unfinished query per document: who selects other words goes on with
 * what was written, and is told which words that was about.
 */
export function QueryForm({ form, text, query, passages = [] }: QueryFormProps) {
  const t = useT();
  const { span, documentId } = form;
  const ref = useWindow(({ rows }) => (form.id === null ? null : (rows.get(form.id)?.ref ?? null)));
  const { draft, at, problem, cancel, carryOut } = useEntry<Draft>(
    `query:${query?.id ?? documentId}`,
    query ? draftOf(query) : EMPTY,
    { span },
  );
  const wordsOf = ({ start, end }: Span): string => sliceByCodePoints(text, start, end);
  const words = query?.selector[0].exact ?? (span ? wordsOf(span) : '');
  const proposed = draft.proposed ?? words;
  // That an allegation was looked at last says nothing about other words.
  const cameUp =
    draft.cameUp ?? passages.some((passage) => passage.allegationId === form.id && overlap(passage, span));
  const before = span && draft.span && !sameSpan(span, draft.span) ? draft.span : null;

  const submit = (): void => {
    const { kind, question, decider } = draft;
    const fields = { kind, question, decider, proposed: kind === 'wording' ? proposed : null };
    if (query) {
      const done = t('document.query.saved', { number: query.number });
      return void carryOut({ type: 'edit-query', id: query.id, ...fields }, done);
    }
    if (!span) return;
    const allegationId = cameUp && ref !== null ? form.id : null;
    void carryOut(
      { type: 'ask-query', span: { documentId, ...span }, allegationId, ...fields },
      t('document.query.done'),
    );
  };

  return (
    <EntryForm
      label={query ? t('document.query.editNamed', { number: query.number }) : t('document.query.new')}
      verb={t(query ? 'inspector.save' : 'document.query.ask')}
      onSubmit={submit}
      onCancel={cancel}
      onLeave={closeForm}
      problem={problem}
    >
      {!query && (
        <blockquote className={css['words']} dir="auto">
          <b>{words}</b>
        </blockquote>
      )}
      {before && (
        <div className={css['before']}>
          <p>{t('document.query.before', { words: wordsOf(before) })}</p>
          <Button onPress={() => openForm({ ...form, span: before })}>
            {t('document.query.backToThem')}
          </Button>
        </div>
      )}
      <RadioField
        label={t('document.query.kind')}
        {...at.kind}
        inRow
        choices={QUERY_KINDS.map((value) => ({ value, text: t(`words.queryKinds.${value}`) }))}
      />
      {draft.kind === 'wording' && (
        <WordingField
          label={t('document.query.proposedLabel')}
          {...at.proposed}
          value={proposed}
          words={words}
        />
      )}
      <TextField
        label={t(draft.kind === 'wording' ? 'document.query.because' : 'document.query.question')}
        {...at.question}
        long
        isRequired={draft.kind === 'question'}
      />
      <TextField label={t('document.query.decider')} hint={t('document.query.deciderHint')} {...at.decider} />
      {!query && ref !== null && (
        <CheckField label={t('document.query.cameUp', { ref })} {...at.cameUp} value={cameUp} />
      )}
    </EntryForm>
  );
}

function overlap(one: Span, other: Span | null): boolean {
  return other !== null && one.start < other.end && other.start < one.end;
}

function sameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}
