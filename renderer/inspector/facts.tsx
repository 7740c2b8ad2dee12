import { useState, type Ref } from 'react';
import type { Input } from '../../shared/api.ts';
import { PRIORITIES } from '../../shared/case/words.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { failureSentence } from '../failure.ts';
import { run } from '../store.ts';
import { CheckField, ComboField, SelectField, TextField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { focusView } from '../ui/focus-view.ts';
import { useT } from '../ui/words.tsx';
import css from './inspector.module.css';
import { timeToType, typedTime } from './times.ts';
import { TouchesField } from './touches-field.tsx';
import { useCommitted } from './use-committed.ts';
import { useNames } from './use-names.ts';

type Edit = Omit<Extract<Input<'run'>, { type: 'edit-allegation' }>, 'type' | 'id'>;

interface FactsProps {
  details: AllegationDetails;
  statement: Ref<HTMLInputElement & HTMLTextAreaElement>;
  writable: boolean;
}

/** What the allegation says, whose it is, and how it is filed. Every field saves itself when it is left. */
export function Facts({ details, statement, writable }: FactsProps) {
  const t = useT();
  const { allegation, row } = details;
  const { id } = allegation;
  const names = useNames();
  const [problem, setProblem] = useState<string>();
  const set = async (fields: {
    priority?: (typeof PRIORITIES)[number];
    serious?: boolean;
  }): Promise<void> => {
    const answer = await run({ type: 'edit-allegation', id, ...fields });
    setProblem(answer.ok ? undefined : failureSentence(answer.error, t));
  };

  const edit = (fields: Edit) => ({ type: 'edit-allegation', id, ...fields }) as const;
  const timed = (name: 'saidOn' | 'happenedOn') => (text: string) => {
    const typed = typedTime(text);
    return typed === 'wrong' ? { wrong: t('inspector.notADate') } : edit({ [name]: typed.stored });
  };
  const key = (name: string): string => `edit:${id}:${name}`;
  const says = useCommitted(key('statement'), allegation.statement, (text) => edit({ statement: text }));
  const claimant = useCommitted(key('claimant'), row.claimant ?? '', (text) => edit({ claimant: text }));
  const saidOn = useCommitted(key('saidOn'), timeToType(allegation.saidOn), timed('saidOn'));
  const happenedOn = useCommitted(key('happenedOn'), timeToType(allegation.happenedOn), timed('happenedOn'));
  const where = useCommitted(key('saidWhere'), allegation.saidWhere ?? '', (text) =>
    edit({ saidWhere: text }),
  );
  const tags = useCommitted(key('tags'), allegation.tags.join(', '), (text) =>
    edit({ tags: text.split(',') }),
  );
  const assignee = useCommitted(key('assignee'), allegation.assignee ?? '', (text) =>
    edit({ assignee: text }),
  );
  const notes = useCommitted(key('notes'), allegation.notes, (text) => edit({ notes: text }));

  const line = (field: ReturnType<typeof useCommitted>) => ({
    value: field.value,
    onChange: field.change,
    onLeave: field.leave,
    // With nothing to take back, the work goes on in the view.
    onEscape: () => (field.isChanged ? field.reset() : focusView()),
    wrong: field.wrong,
    isDisabled: !writable,
  });
  return (
    <section className={css['section']} aria-label={t('inspector.facts')}>
      <TextField
        label={t('inspector.statement')}
        {...line(says)}
        onEnter={says.leave}
        inputRef={statement}
        long
        serif
      />
      <ComboField label={t('inspector.claimant')} choices={names.parties} {...line(claimant)} />
      <div className={css['pair']}>
        <TextField
          label={t('inspector.saidOn')}
          {...line(saidOn)}
          onEnter={saidOn.leave}
          placeholder={t('inspector.datePlaceholder')}
        />
        <TextField label={t('inspector.saidWhere')} {...line(where)} onEnter={where.leave} />
      </div>
      <TextField
        label={t('inspector.happenedOn')}
        {...line(happenedOn)}
        onEnter={happenedOn.leave}
        placeholder={t('inspector.datePlaceholder')}
      />
      <TouchesField details={details} writable={writable} />
      <TextField label={t('inspector.tags')} {...line(tags)} onEnter={tags.leave} />
      <div className={css['pair']}>
        <SelectField
          label={t('inspector.priority')}
          value={allegation.priority}
          choices={PRIORITIES.map((value) => ({ value, text: t(`words.priorities.${value}`) }))}
          onChange={(priority) => void set({ priority })}
          isDisabled={!writable}
        />
        <TextField label={t('inspector.assignee')} {...line(assignee)} onEnter={assignee.leave} />
      </div>
      <CheckField
        label={t('inspector.serious')}
        hint={t('inspector.seriousHint')}
        value={allegation.serious}
        onChange={(serious) => void set({ serious })}
        isDisabled={!writable}
      />
      <TextField label={t('inspector.notes')} {...line(notes)} long />
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </section>
  );
}
