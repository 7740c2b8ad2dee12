import type { ItemVerdict } from '../../shared/standard/assess.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { openForm, useUi } from '../ui-state.ts';
import { partialDay } from '../when.ts';
import { Address } from './address.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { RemoveButton } from './remove-button.tsx';
import css from './inspector.module.css';

type Item = AllegationDetails['evidence'][number];

/** What sources say about the allegation, and whether each item counts to the standard. */
export function EvidenceList({ details, writable }: { details: AllegationDetails; writable: boolean }) {
  const t = useT();
  const form = useUi((ui) => ui.form);
  const { evidence, assessments, allegation } = details;
  const verdicts = new Map(
    [...assessments.supports.items, ...assessments.contradicts.items].map((each) => [each.evidenceId, each]),
  );
  const open = form?.kind === 'evidence' && form.id === allegation.id ? form : null;
  return (
    <section className={css['section']}>
      <h3>{t('inspector.evidence')}</h3>
      {evidence.length === 0 && <p className={css['soft']}>{t('inspector.noEvidence')}</p>}
      <ol className={css['items']}>
        {evidence.map((item) =>
          open?.itemId === item.id ? (
            <li key={item.id}>
              <EvidenceForm details={details} item={item} />
            </li>
          ) : (
            <Shown
              key={item.id}
              item={item}
              verdict={verdicts.get(item.id)}
              details={details}
              writable={writable}
            />
          ),
        )}
      </ol>
      {open?.itemId === null ? (
        <EvidenceForm details={details} item={null} />
      ) : (
        <Button
          isDisabled={!writable}
          onPress={() => openForm({ kind: 'evidence', id: allegation.id, itemId: null })}
        >
          {t('inspector.addEvidence')}
        </Button>
      )}
    </section>
  );
}

interface ShownProps {
  item: Item;
  verdict: ItemVerdict | undefined;
  details: AllegationDetails;
  writable: boolean;
}

function Shown({ item, verdict, details, writable }: ShownProps) {
  const t = useT();
  const language = useLanguage();
  const { id, number, source, stance, excerpt, locator, level, publishedOn, accessedOn, address } = item;
  const facts = [
    t(`words.levels.${level}`),
    locator ?? t('inspector.noLocator'),
    originWords(item),
    publishedOn && t('inspector.published', { date: partialDay(publishedOn, language) }),
    accessedOn && t('inspector.accessed', { date: partialDay(accessedOn, language) }),
  ].filter((each) => each !== null);
  return (
    <li className={css['item']} data-stance={stance}>
      <p className={css['item-head']}>
        <b>#{number}</b> <bdi>{source.name}</bdi>{' '}
        <span className={css['soft']}>
          {t(`words.sources.${source.kind}`)} ·{' '}
          <span className={css['stance']}>{t(`words.stances.${stance}`)}</span>
        </span>
      </p>
      {excerpt !== '' && (
        <blockquote className={css['words']} dir="auto">
          {excerpt}
        </blockquote>
      )}
      <p className={css['soft']}>
        <bdi>{facts.join(' · ')}</bdi>
      </p>
      {address !== null && <Address address={address} />}
      {verdict && (
        <p className={css['verdict']} data-counts={verdict.counts}>
          {verdictWords(verdict)}
        </p>
      )}
      {writable && (
        <div className={css['line']}>
          <Button
            kind="quiet"
            aria-label={t('inspector.editEvidence', { number })}
            onPress={() => openForm({ kind: 'evidence', id: details.allegation.id, itemId: id })}
          >
            {t('inspector.edit')}
          </Button>
          <RemoveButton kind="evidence" id={id} label={t('inspector.removeEvidence', { number })} />
        </div>
      )}
    </li>
  );

  function verdictWords(judged: ItemVerdict): string {
    return judged.counts
      ? t(`words.countsAs.${judged.as}`)
      : t('inspector.countsZero', { because: t(`words.notCounted.${judged.because}`) });
  }

  function originWords({ origin }: Item): string {
    if (origin.type !== 'derived')
      return t('inspector.origin', { origin: t(`words.origins.${origin.type}`) });
    const from = details.evidence.find((each) => each.id === origin.evidenceId);
    return t('inspector.derivedFrom', { number: from?.number ?? '?' });
  }
}
