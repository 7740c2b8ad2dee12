import type { AllegationDetails } from '../../shared/queries/details.ts';
import type { ItemVerdict } from '../../shared/standard/assess.ts';
import { api } from '../api.ts';
import { fileSentence } from '../failure.ts';
import { showSource } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { DOT } from '../ui/dot.ts';
import { useLanguage, useT } from '../ui/words.tsx';
import { openForm, tellProblem } from '../ui-state.ts';
import { whenWords } from '../when.ts';
import { Address } from './address.tsx';
import css from './inspector.module.css';
import { RemoveButton } from './remove-button.tsx';
import { counts, verdictWords } from './what-counts.tsx';

type Item = AllegationDetails['evidence'][number];

interface EvidenceItemProps {
  item: Item;
  verdict: ItemVerdict | undefined;
  /** The numbers of all items of the allegation, by their ids. */
  numbers: ReadonlyMap<string, number>;
  writable: boolean;
}

/** One evidence item: whose it is, what it says and where, how it is graded, where it comes from, and what it counts. */
export function EvidenceItem({ item, verdict, numbers, writable }: EvidenceItemProps) {
  const t = useT();
  const { id, number, allegationId, source, stance, excerpt, address } = item;
  return (
    <li className={css['item']} data-stance={stance} tabIndex={-1}>
      <p className={css['item-head']}>
        <b>#{number}</b>{' '}
        <Button
          kind="quiet"
          className={css['link'] ?? ''}
          aria-label={t('inspector.showSource', { name: source.name })}
          onPress={() => showSource(source.id)}
        >
          <bdi>{source.name}</bdi>
        </Button>{' '}
        <span className={css['soft']}>
          {source.confidential && `${t('inspector.confidential')}${DOT}`}
          {t(`words.sources.${source.kind}`)}
          {DOT}
          <span className={css['stance']}>{t(`words.stances.${stance}`)}</span>
        </span>
      </p>
      {excerpt !== '' && (
        <blockquote className={css['words']} dir="auto">
          {excerpt}
        </blockquote>
      )}
      <Facts item={item} numbers={numbers} />
      <ExhibitButton exhibit={item.exhibit} />
      {address !== null && <Address address={address} />}
      {verdict && (
        <p className={css['verdict']} data-counts={counts(verdict)}>
          {verdictWords(verdict, numbers, t)}
        </p>
      )}
      {writable && (
        <div className={css['line']}>
          <Button
            kind="quiet"
            aria-label={t('inspector.editEvidence', { number })}
            onPress={() => openForm({ kind: 'evidence', id: allegationId, itemId: id })}
          >
            {t('inspector.edit')}
          </Button>
          <RemoveButton kind="evidence" id={id} label={t('inspector.removeEvidence', { number })} />
        </div>
      )}
    </li>
  );
}

/** Everything else that is known of it, in a line or two. */
function Facts({ item, numbers }: { item: Item; numbers: ReadonlyMap<string, number> }) {
  const t = useT();
  const language = useLanguage();
  const { source, level, locator, origin, credibility, authentication, publishedOn, accessedOn } = item;
  const from =
    origin.type === 'derived'
      ? t('inspector.derivedFrom', { number: numbers.get(origin.evidenceId) ?? '?' })
      : origin.type === 'derived-source'
        ? t('inspector.originNamed', { source: item.originSource ?? '?' })
        : t('inspector.origin', { origin: t(`words.origins.${origin.type}`) });
  const facts = [
    t(`words.levels.${level}`),
    locator ?? t('inspector.noLocator'),
    from,
    publishedOn && t('inspector.published', { date: whenWords(publishedOn, t, language) }),
    accessedOn && t('inspector.accessed', { date: whenWords(accessedOn, t, language) }),
    t('inspector.grades', { reliability: source.reliability, credibility }),
  ].filter((each) => each !== null);
  return (
    <>
      <p className={css['soft']}>
        <bdi>{facts.join(DOT)}</bdi>
      </p>
      {level === 'primary' && (
        <p className={css['soft']} dir="auto">
          {authentication === null
            ? t('inspector.notAuthenticated')
            : t('inspector.authenticated', { how: authentication })}
        </p>
      )}
    </>
  );
}

function ExhibitButton({ exhibit }: { exhibit: Item['exhibit'] }) {
  const t = useT();
  if (!exhibit) return null;
  const { id, number, title } = exhibit;
  const open = async (): Promise<void> => {
    const answer = await api.openExhibit({ id });
    tellProblem(answer.ok ? null : fileSentence(answer.error, t));
  };
  return (
    <Button
      kind="quiet"
      className={css['address'] ?? ''}
      aria-label={t('inspector.openExhibit', { number })}
      onPress={() => void open()}
    >
      {t('inspector.exhibit', { number, title })}
    </Button>
  );
}
