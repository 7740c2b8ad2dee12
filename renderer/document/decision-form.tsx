import { DECISIONS, type QueryDecision } from '../../shared/case/words.ts';
import type { Query } from '../../shared/case/dealings.ts';
import { useEntry } from '../inspector/use-entry.ts';
import { useWindow } from '../store.ts';
import { EntryForm } from '../ui/entry-form.tsx';
import { RadioField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm } from '../ui-state.ts';
import { WordingField } from './wording-field.tsx';

interface Draft {
  /** Null until it was chosen: neither is the likelier one. */
  decision: QueryDecision | null;
  wording: string;
  reason: string;
  decidedBy: string;
}

/** The decision on a query: the passage changes to a wording, or it stands. */
export function DecisionForm({ query }: { query: Query }) {
  const t = useT();
  const checker = useWindow(({ app }) => app?.settings.checker ?? '');
  const words = query.selector[0].exact;
  const { draft, at, problem, setProblem, cancel, carryOut } = useEntry<Draft>(`decision:${query.id}`, {
    decision: query.decision,
    wording: query.wording ?? query.proposed ?? words,
    reason: query.reason,
    decidedBy: query.decidedBy ?? query.decider ?? '',
  });

  const submit = (): void => {
    const { decision, wording, reason, decidedBy } = draft;
    if (decision === null) return setProblem(t('document.query.decisionNeeded'), 'decision');
    if (reason.trim() === '') return setProblem(t('document.query.reasonNeeded'), 'reason');
    void carryOut(
      {
        type: 'decide-query',
        id: query.id,
        decision,
        wording: decision === 'change' ? wording : null,
        reason,
        decidedBy,
      },
      t('document.query.decisionDone', {
        number: query.number,
        decision: { word: `words.decisions.${decision}` },
      }),
    );
  };

  return (
    <EntryForm
      label={t('document.query.decideNamed', { number: query.number })}
      verb={t('document.query.record')}
      onSubmit={submit}
      onCancel={cancel}
      onLeave={closeForm}
      problem={problem}
    >
      <RadioField
        label={t('document.query.decision')}
        first
        {...at.decision}
        choices={DECISIONS.map((value) => ({
          value,
          text: t(`words.decisions.${value}`),
          detail: t(`document.query.decisionMeans.${value}`),
        }))}
      />
      {draft.decision === 'change' && (
        <WordingField label={t('document.query.wordingLabel')} {...at.wording} words={words} />
      )}
      <TextField label={t('document.query.reason')} {...at.reason} long isRequired />
      <TextField
        label={t('document.query.whoDecided')}
        hint={
          checker === ''
            ? t('document.query.whoDecidedNobody')
            : t('document.query.whoDecidedHint', { name: checker })
        }
        {...at.decidedBy}
      />
    </EntryForm>
  );
}
