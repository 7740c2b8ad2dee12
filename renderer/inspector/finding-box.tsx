import { STATES } from '../../shared/case/words.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import type { Missing } from '../../shared/standard/assess.ts';
import { missingSentences } from '../../shared/messages/sentences.ts';
import { askToMove } from '../frame/actions.ts';
import { StateMark } from '../marks/state-mark.tsx';
import { useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { useUi } from '../ui-state.ts';
import { dayAndClock } from '../when.ts';
import css from './inspector.module.css';
import { MoveForm } from './move-form.tsx';

/** The state, what it rests on, how the evidence stands against the standard, and the moves. */
export function FindingBox({ details, writable }: { details: AllegationDetails; writable: boolean }) {
  const t = useT();
  const language = useLanguage();
  const view = useWindow((state) => state.view);
  const form = useUi((ui) => ui.form);
  const { allegation, missing, assessments, lacks } = details;
  const { finding, id } = allegation;
  // On the board the form stands in the column that the card is to move to.
  const moving =
    form?.kind === 'move' && form.id === id && (view !== 'board' || form.to === null) ? form : null;
  const standard = useWindow(({ overview }) => overview?.standard);
  return (
    <section className={css['section']}>
      <h3>{t('inspector.finding')}</h3>
      <div className={css['finding']} data-state={finding.state}>
        <p>
          <StateMark state={finding.state} />
          {finding.why && ` · ${t(`words.whys.${finding.why}`)}`}
          {finding.basis && ` · ${t(`words.bases.${finding.basis}`)}`}
        </p>
        {finding.reason !== '' && (
          <p className={css['words']} dir="auto">
            {finding.reason}
          </p>
        )}
        {finding.override !== null && (
          <p className={css['words']} dir="auto">
            <b>{t('inspector.override')}</b> {finding.override}
          </p>
        )}
        {lacks.length > 0 && finding.override === null && (
          <Message kind="failed">{t('inspector.lacking', { missing: missingSentences(lacks, t) })}</Message>
        )}
        <p className={css['soft']}>
          {t('inspector.decided', {
            by: finding.by || t('frame.unnamed'),
            when: dayAndClock(finding.at, language),
          })}
        </p>
      </div>
      <h4>{t('inspector.standard')}</h4>
      {standard && (
        <p className={css['soft']}>
          {t('words.standard', {
            primary: standard.primary,
            firstHand: standard.firstHand,
            secondary: standard.secondary,
          })}
        </p>
      )}
      <ul className={css['standings']}>
        <Standing
          label={t('inspector.for')}
          origins={assessments.supports.origins}
          missing={missing.corroborated}
        />
        <Standing
          label={t('inspector.against')}
          origins={assessments.contradicts.origins}
          missing={missing.deniedByEvidence}
        />
      </ul>
      {moving ? (
        <MoveForm key={`${id}:${moving.to}`} id={id} to={moving.to} />
      ) : (
        <div className={css['moves']}>
          {STATES.filter((to) => to !== finding.state).map((to) => (
            <Button key={to} isDisabled={!writable} onPress={() => askToMove(to, id)}>
              {t('inspector.moveTo')} <StateMark state={to} />
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

interface StandingProps {
  label: string;
  origins: number;
  missing: readonly Missing[];
}

/** How one side of the evidence stands. */
function Standing({ label, origins, missing }: StandingProps) {
  const t = useT();
  const met = missing.length === 0;
  return (
    <li data-met={met}>
      <b>{label}</b> {t('inspector.origins', { count: origins })}{' '}
      {met ? t('inspector.met') : missingSentences(missing, t)}
    </li>
  );
}
