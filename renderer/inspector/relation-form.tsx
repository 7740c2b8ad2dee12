import { useMemo } from 'react';
import { RELATION_KINDS, type RelationKind } from '../../shared/case/words.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import type { AllegationRow } from '../../shared/queries/rows.ts';
import { fold } from '../../shared/text/fold.ts';
import { useWindow } from '../store.ts';
import { EntryForm } from '../ui/entry-form.tsx';
import { ComboField, RadioField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm } from '../ui-state.ts';
import css from './inspector.module.css';
import { useEntry } from './use-entry.ts';

/** So many allegations are offered for what was typed. */
const OFFERED = 50;

interface Draft {
  kind: RelationKind;
  /** What was typed or chosen: a reference, with the statement when it was chosen. */
  other: string;
  note: string;
}

const asChoice = ({ ref, statement }: AllegationRow): string => `${ref} ${statement}`;

/** Says how this allegation relates to another. */
export function RelationForm({ details }: { details: AllegationDetails }) {
  const t = useT();
  const rows = useWindow((state) => state.rows);
  const { id } = details.allegation;
  const { ref } = details.row;
  const { draft, at, problem, setProblem, cancel, carryOut } = useEntry<Draft>(`relation:${id}`, {
    kind: 'contradicts',
    other: '',
    note: '',
  });
  // A case may have a hundred thousand of them: they are gone through for what names one, not for a word of the note.
  const choices = useMemo(() => offered(rows.values(), draft.other, id), [rows, draft.other, id]);
  const submit = (): void => {
    const typed = draft.other.trim().split(/\s+/u)[0] ?? '';
    const other = rowOf(rows.values(), (row) => row.ref === typed);
    if (!other) return setProblem(t('inspector.relationUnknown'), 'other');
    void carryOut(
      { type: 'relate-allegations', fromId: id, toId: other.id, kind: draft.kind, note: draft.note },
      t('inspector.relationDone', { ref, other: other.ref }),
    );
  };
  return (
    <EntryForm
      label={t('inspector.relateForm', { ref })}
      verb={t('inspector.add')}
      onSubmit={submit}
      onCancel={cancel}
      onLeave={closeForm}
      problem={problem}
    >
      <p className={css['form-title']}>{ref}</p>
      <RadioField
        label={t('inspector.relation')}
        {...at.kind}
        choices={RELATION_KINDS.map((value) => ({
          value,
          text: t(`words.relations.${value}`),
          detail: t(`inspector.relationMeans.${value}`),
        }))}
      />
      <ComboField
        label={t('inspector.relationOther')}
        hint={t('inspector.relationOtherHint')}
        {...at.other}
        choices={choices}
        isRequired
      />
      <TextField label={t('inspector.relationNote')} {...at.note} long />
    </EntryForm>
  );
}

/** The first allegations, other than this one, whose reference or statement holds what was typed. */
function offered(rows: Iterable<AllegationRow>, typed: string, ownId: string): string[] {
  const wanted = fold(typed);
  const found: string[] = [];
  for (const row of rows) {
    if (found.length === OFFERED) break;
    const choice = asChoice(row);
    if (row.id !== ownId && fold(choice).includes(wanted)) found.push(choice);
  }
  return found;
}

function rowOf(
  rows: Iterable<AllegationRow>,
  is: (row: AllegationRow) => boolean,
): AllegationRow | undefined {
  for (const row of rows) if (is(row)) return row;
  return undefined;
}
