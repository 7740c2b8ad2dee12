import { STATES, type State } from '../../shared/case/words.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { missingSentences } from '../../shared/messages/sentences.ts';
import { missingFor } from '../../shared/standard/gate.ts';
import { askToMove } from '../frame/actions.ts';
import { StateMark } from '../marks/state-mark.tsx';
import { useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { DOT } from '../ui/dot.ts';
import { Message } from '../ui/message.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { useUi } from '../ui-state.ts';
import { dayAndClock } from '../when.ts';
import css from './inspector.module.css';
import { MoveForm } from './move-form.tsx';
import { useMe } from './use-me.ts';
import { WhatCounts } from './what-counts.tsx';

/** The state, what it rests on, how the evidence stands against the standard, and the moves. */
export function FindingBox({ details, writable }: { details: AllegationDetails; writable: boolean }) {
  const t = useT();
  const view = useWindow((state) => state.view);
  const form = useUi((ui) => ui.form);
  const { id } = details.allegation;
  // On the board the form stands in the column that the card is to move to.
  const moving =
    form?.kind === 'move' && form.id === id && (view !== 'board' || form.to === null) ? form : null;
  return (
    <section className={css['section']}>
      <h3>{t('inspector.finding')}</h3>
      <Finding details={details} />
      <WhatCounts details={details} />
      {moving ? (
        <MoveForm key={`${id}:${moving.to}`} id={id} to={moving.to} />
      ) : (
        <Moves details={details} writable={writable} />
      )}
    </section>
  );
}

/** So many items that a finding rests on are named; of more it says how many. */
const NAMED = 12;

/** What was decided, why, by whom, and whether that still meets the standard. */
function Finding({ details }: { details: AllegationDetails }) {
  const t = useT();
  const language = useLanguage();
  const { allegation, evidence, lacks } = details;
  const { finding } = allegation;
  const rested = new Set(finding.evidenceIds);
  const numbers = evidence.filter(({ id }) => rested.has(id)).map(({ number }) => `#${number}`);
  const named = numbers.slice(0, NAMED).join(', ');
  return (
    <div className={css['finding']} data-state={finding.state}>
      <p>
        <StateMark state={finding.state} />
        {finding.why && `${DOT}${t(`words.whys.${finding.why}`)}`}
        {finding.basis && `${DOT}${t(`words.bases.${finding.basis}`)}`}
      </p>
      {finding.reason !== '' && (
        <p className={css['words']} dir="auto">
          {finding.reason}
        </p>
      )}
      {numbers.length > 0 && (
        <p className={css['soft']}>
          {numbers.length > NAMED
            ? t('inspector.restsOnMore', { numbers: named, count: numbers.length - NAMED })
            : t('inspector.restsOn', { numbers: named })}
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
  );
}

/** The moves to the other states, each with whether the standard allows it now. */
function Moves({ details, writable }: { details: AllegationDetails; writable: boolean }) {
  const t = useT();
  const me = useMe();
  const { assessments, allegation, responses } = details;
  const denied = responses.some(({ kind, extent }) => kind === 'denied' && extent !== 'else');
  const open: Record<State, boolean> = {
    unverified: true,
    corroborated: missingFor(assessments, { to: 'corroborated' }, me).length === 0,
    denied:
      missingFor(assessments, { to: 'denied', basis: 'evidence' }, me).length === 0 ||
      (denied && missingFor(assessments, { to: 'denied', basis: 'party', extent: 'all' }, me).length === 0),
  };
  return (
    <div className={css['moves']}>
      {STATES.filter((to) => to !== allegation.finding.state).map((to) => (
        <Button
          key={to}
          isDisabled={!writable}
          aria-label={t(open[to] ? 'inspector.moveOpen' : 'inspector.moveOverride', {
            state: { word: `words.states.${to}` },
          })}
          onPress={() => askToMove(to, allegation.id)}
        >
          <span>
            {t('inspector.moveTo')} <StateMark state={to} />
          </span>
          <span className={css['soft']}>{t(open[to] ? 'inspector.isOpen' : 'inspector.needsOverride')}</span>
        </Button>
      ))}
    </div>
  );
}
