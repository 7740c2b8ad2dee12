import type { ReactNode } from 'react';
import type { OriginGraph, OriginItem } from '../../shared/queries/origin-graph.ts';
import { showSource } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Paged } from '../ui/paged.tsx';
import { useT } from '../ui/words.tsx';
import { showAllegation } from './show-allegation.ts';
import css from './sources.module.css';

/** The origin graph as lists: who has it from whom, what rests on one origin, circles, and nearly the same words. */
export function OriginLists({ graph }: { graph: OriginGraph }) {
  const t = useT();
  const names = new Map(graph.sources.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? '';
  return (
    <>
      {graph.circles.length > 0 && (
        <Section title={t('sourcesView.circles')}>
          <Paged
            items={graph.circles}
            keyOf={({ allegationId, numbers }) => `${allegationId} ${numbers.join(' ')}`}
            className={css['lines']}
          >
            {({ ref, allegationId, numbers, sourceIds }) => (
              <span className={css['warning']}>
                <span aria-hidden>⟳ </span>
                {t('sourcesView.circle', {
                  ref,
                  numbers: numbers.map((number) => `#${number}`).join(', '),
                  sources: sourceIds.map(nameOf).join(', '),
                })}{' '}
                <AllegationButton id={allegationId} label={ref} />
              </span>
            )}
          </Paged>
        </Section>
      )}
      <Section title={t('sourcesView.single')}>
        {graph.single.length === 0 ? (
          <p className={css['soft']}>{t('sourcesView.noSingle')}</p>
        ) : (
          <>
            <p className={css['soft']}>{t('sourcesView.singleWhat')}</p>
            <Paged items={graph.single} keyOf={({ originId }) => originId} className={css['lines']}>
              {({ originId, allegations }) => (
                <>
                  <SourceButton id={originId} name={nameOf(originId)} />: <Allegations of={allegations} />
                </>
              )}
            </Paged>
          </>
        )}
      </Section>
      <Section title={t('sourcesView.edges')}>
        {graph.edges.length === 0 ? (
          <p className={css['soft']}>{t('sourcesView.noEdges')}</p>
        ) : (
          <Paged items={graph.edges} keyOf={({ from, to }) => `${from} ${to}`} className={css['lines']}>
            {({ from, to, items }) => (
              <>
                {from === to ? (
                  t('sourcesView.edgeSelf', { from: nameOf(from) })
                ) : (
                  <>
                    <SourceButton id={from} name={nameOf(from)} /> {t('sourcesView.hasItFrom')}{' '}
                    <SourceButton id={to} name={nameOf(to)} />
                  </>
                )}{' '}
                <Items items={items} />
              </>
            )}
          </Paged>
        )}
      </Section>
      {graph.alike.length > 0 && (
        <Section title={t('sourcesView.alike')}>
          <p className={css['soft']}>{t('sourcesView.alikeWhat')}</p>
          <Paged
            items={graph.alike}
            keyOf={([one, other]) => `${itemName(one)} ${itemName(other)}`}
            className={css['lines']}
          >
            {([one, other]) => (
              <>
                {t('sourcesView.alikePair', {
                  first: itemName(one),
                  one: nameOf(one.sourceId),
                  second: itemName(other),
                  other: nameOf(other.sourceId),
                })}{' '}
                <Items items={[one, other]} />
              </>
            )}
          </Paged>
        </Section>
      )}
    </>
  );
}

const itemName = ({ ref, number }: OriginItem): string => `${ref} #${number}`;

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css['section']}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** The allegations that items are on, each once. */
function Items({ items }: { items: readonly OriginItem[] }) {
  const refs = new Map(items.map(({ allegationId, ref }) => [allegationId, ref]));
  return <Allegations of={[...refs].map(([id, ref]) => ({ id, ref }))} />;
}

/** So many allegations are named on a line; a line of thousands would hold the window. */
const NAMED = 50;

function Allegations({ of }: { of: readonly { id: string; ref: string }[] }) {
  const t = useT();
  return (
    <>
      {of.slice(0, NAMED).map(({ id, ref }) => (
        <AllegationButton key={id} id={id} label={ref} />
      ))}
      {of.length > NAMED && <span> {t('sourcesView.more', { count: of.length - NAMED })}</span>}
    </>
  );
}

function AllegationButton({ id, label }: { id: string; label: string }) {
  const t = useT();
  return (
    <Button
      kind="quiet"
      className={css['link'] ?? ''}
      aria-label={t('sourcesView.showUse', { ref: label })}
      onPress={() => showAllegation(id)}
    >
      {label}
    </Button>
  );
}

function SourceButton({ id, name }: { id: string; name: string }) {
  return (
    <Button kind="quiet" className={css['link'] ?? ''} onPress={() => showSource(id)}>
      <bdi>{name}</bdi>
    </Button>
  );
}
