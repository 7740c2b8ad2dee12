import type { Input } from '../../shared/api.ts';
import { WHYS, type Basis, type Extent, type State, type Why } from '../../shared/case/words.ts';
import { denialPhrase, missingSentences, refusalSentence } from '../../shared/messages/sentences.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { missingFor, type Move } from '../../shared/standard/gate.ts';
import { StateMark } from '../marks/state-mark.tsx';
import { EntryForm } from '../ui/entry-form.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm } from '../ui-state.ts';
import { DenialFields, NO_DENIAL, type DenialDraft } from './denial-fields.tsx';
import { BasisField, StateField, WhyField } from './finding-fields.tsx';
import css from './inspector.module.css';
import { typedTime } from './times.ts';
import { useDetails } from './use-details.ts';
import { useEntry } from './use-entry.ts';
import { useMe } from './use-me.ts';

interface Draft extends DenialDraft {
  to: State;
  reason: string;
  why: Why;
  basis: Basis | null;
  /** The id of a denial that is recorded already, or `new`. */
  responseId: string;
  override: string;
}

/** A move: the reason, what `denied` rests on, and what the standard still needs. */
export function MoveForm({ id, to }: { id: string; to: State | null }) {
  const details = useDetails(id);
  return details ? <Form details={details} fixed={to} /> : null;
}

function Form({ details, fixed }: { details: AllegationDetails; fixed: State | null }) {
  const t = useT();
  const { allegation, responses, row } = details;
  const { id, finding } = allegation;
  const denials = responses.filter(({ kind }) => kind === 'denied');
  // A draft that was begun for another column keeps its words; the column decides where to.
  const now = fixed === null ? {} : { to: fixed };
  const entry = useEntry<Draft>(
    `move:${id}`,
    {
      to: finding.state,
      reason: '',
      why: finding.why && finding.why !== 'not-started' ? finding.why : 'in-progress',
      basis: null,
      responseId: denials[0]?.id ?? 'new',
      override: '',
      ...NO_DENIAL,
      ...now,
    },
    now,
  );
  const { draft: kept, at, problem, setProblem, cancel, carryOut } = entry;
  const draft = { ...kept, ...now, responseId: denialIn(kept.responseId, denials) };
  const missing = missingFor(details.assessments, moveOf(draft, denials), useMe());

  const submit = (): void => {
    const command = commandOf(id, draft);
    if (command === 'date') return setProblem(t('inspector.notADate'), 'on');
    if (command === 'extent') {
      return setProblem(refusalSentence({ code: 'response-details-needed', missing: command }, t), command);
    }
    void carryOut(command, t('inspector.moved', { ref: row.ref, to: t(`words.states.${draft.to}`) }));
  };
  return (
    <EntryForm
      label={t('inspector.moveForm', { ref: row.ref })}
      verb={t('inspector.move')}
      onSubmit={submit}
      onCancel={cancel}
      onLeave={closeForm}
      problem={problem}
    >
      <p className={css['form-title']}>
        {t('inspector.moveForm', { ref: row.ref })} <StateMark state={finding.state} />
        {t('words.arrow')}
        <StateMark state={draft.to} />
      </p>
      {fixed === null && <StateField label={t('inspector.moveTo')} {...at.to} />}
      {draft.to === 'unverified' && <WhyField whys={WHYS} {...at.why} />}
      {draft.to === 'denied' && (
        <>
          <BasisField {...at.basis} />
          {draft.basis === 'party' && denials.length > 0 && (
            <SelectField
              label={t('inspector.whichDenial')}
              {...at.responseId}
              value={draft.responseId}
              choices={[
                ...denials.map((denial) => ({
                  value: denial.id,
                  text: denialPhrase({ ...denial, extent: denial.extent ?? 'all' }, t),
                  detail: denial.words,
                })),
                { value: 'new', text: t('inspector.newDenial') },
              ]}
            />
          )}
          {draft.basis === 'party' && draft.responseId === 'new' && (
            <DenialFields at={at} extent={draft.extent} />
          )}
        </>
      )}
      <TextField
        label={t('inspector.reason')}
        hint={t('inspector.reasonHint')}
        {...at.reason}
        long
        isRequired
        autoFocus={fixed !== null}
      />
      {missing.length > 0 && !(draft.to === 'denied' && draft.basis === null) && (
        <>
          <Message kind="note">{t('inspector.notMet', { missing: missingSentences(missing, t) })}</Message>
          <TextField
            label={t('inspector.overrideReason')}
            hint={t('inspector.overrideHint')}
            {...at.override}
            long
          />
        </>
      )}
    </EntryForm>
  );
}

/** The denial a draft names, unless it is gone meanwhile. */
function denialIn(id: string, denials: readonly { id: string }[]): string {
  return denials.some((each) => each.id === id) ? id : 'new';
}

function moveOf(draft: Draft, denials: readonly { id: string; extent: Extent | null }[]): Move {
  if (draft.to !== 'denied') return { to: draft.to };
  if (draft.basis !== 'party') return { to: 'denied', basis: 'evidence' };
  const chosen = denials.find(({ id }) => id === draft.responseId);
  return { to: 'denied', basis: 'party', extent: chosen ? chosen.extent : draft.extent };
}

/** The command a draft stands for; or what is wrong with it: a date that is none, or not said what is denied. */
function commandOf(id: string, draft: Draft): Input<'run'> | 'date' | 'extent' {
  const { to, reason, why, basis, responseId, override, party, words, extent, denies } = draft;
  const asked = { type: 'move-allegation', id, to, reason, override } as const;
  if (to === 'unverified') return { ...asked, why };
  if (to === 'corroborated' || basis !== 'party') return { ...asked, basis };
  if (responseId !== 'new') return { ...asked, basis, response: { id: responseId } };
  const on = typedTime(draft.on);
  if (on === 'wrong' || on.stored === null) return 'date';
  // Nobody is taken to have denied all of it by default.
  if (extent === null) return 'extent';
  return { ...asked, basis, response: { party, words, on: on.stored, extent, denies } };
}
