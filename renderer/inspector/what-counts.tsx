import { missingSentences, questionSentence, standardSentences } from '../../shared/messages/sentences.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import type { Assessment, ItemVerdict, Missing } from '../../shared/standard/assess.ts';
import { missingFor } from '../../shared/standard/gate.ts';
import { useWindow } from '../store.ts';
import { useT } from '../ui/words.tsx';
import css from './inspector.module.css';
import { useMe } from './use-me.ts';

/** So many items of a side are told of here; all of them say it in the list of evidence. */
const TOLD = 12;

/** What counts to the standard, what does not and why, for and against; what is missing; what a colleague would ask. */
export function WhatCounts({ details }: { details: AllegationDetails }) {
  const t = useT();
  const me = useMe();
  const standard = useWindow(({ overview }) => overview?.standard);
  const { assessments, questions, evidence } = details;
  const numbers = new Map(evidence.map(({ id, number }) => [id, number]));
  return (
    <>
      <h4>{t('inspector.standard')}</h4>
      <ul className={css['soft']}>
        {standard && standardSentences(standard, t).map((sentence) => <li key={sentence}>{sentence}</li>)}
      </ul>
      <h4>{t('inspector.counts')}</h4>
      <ul className={css['standings']}>
        <Side
          label={t('inspector.sides.supports')}
          side={assessments.supports}
          missing={missingFor(assessments, { to: 'corroborated' }, me)}
          numbers={numbers}
        />
        <Side
          label={t('inspector.sides.contradicts')}
          side={assessments.contradicts}
          missing={missingFor(assessments, { to: 'denied', basis: 'evidence' }, me)}
          numbers={numbers}
        />
      </ul>
      {questions.length > 0 && (
        <>
          <h4>{t('inspector.questions')}</h4>
          <ul className={css['questions']}>
            {questions.slice(0, TOLD).map((question, index) => (
              <li key={index}>{questionSentence(question, t)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface SideProps {
  label: string;
  side: Assessment;
  missing: readonly Missing[];
  numbers: ReadonlyMap<string, number>;
}

/** How one side of the evidence stands. */
function Side({ label, side, missing, numbers }: SideProps) {
  const t = useT();
  const { items, origins, met } = side;
  return (
    <li data-met={met}>
      <b>{label}:</b>{' '}
      {items.length === 0
        ? t('inspector.noItems')
        : `${t('inspector.weight', { count: origins, items: t('inspector.items', { count: items.length }) })}.`}{' '}
      {missing.length === 0 ? t('inspector.meets') : missingSentences(missing, t)}
      {items.length > 0 && (
        <ul className={css['verdicts']}>
          {items.slice(0, TOLD).map((verdict) => (
            <li key={verdict.evidenceId} className={css['verdict']} data-counts={counts(verdict)}>
              #{numbers.get(verdict.evidenceId)} {verdictWords(verdict, numbers, t)}
            </li>
          ))}
          {items.length > TOLD && (
            <li className={css['soft']}>{t('inspector.countsMore', { count: items.length - TOLD })}</li>
          )}
        </ul>
      )}
    </li>
  );
}

/** `same` where an item counts but adds no origin. */
export function counts(verdict: ItemVerdict): 'true' | 'same' | 'false' {
  if (!verdict.counts) return 'false';
  return verdict.sameAs === null ? 'true' : 'same';
}

/** What an item counts as, or why it adds nothing. */
export function verdictWords(
  verdict: ItemVerdict,
  numbers: ReadonlyMap<string, number>,
  t: Translate,
): string {
  if (!verdict.counts)
    return t('inspector.countsZero', { because: t(`words.notCounted.${verdict.because}`) });
  if (verdict.sameAs === null) return t(`words.countsAs.${verdict.as}`);
  return t('words.sameOrigin', { number: numbers.get(verdict.sameAs) ?? '?' });
}
