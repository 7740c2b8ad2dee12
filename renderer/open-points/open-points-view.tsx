import { useId, useRef, type ReactNode } from 'react';
import { useWindow } from '../store.ts';
import { focusView } from '../ui/focus-view.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { useT } from '../ui/words.tsx';
import { DisagreementPoint, LackingPoint, UnaskedPoint } from './finding-points.tsx';
import css from './open-points.module.css';
import { Paged } from '../ui/paged.tsx';
import { PlacePoint } from './place-point.tsx';
import { QueryPoint } from './query-point.tsx';
import { RequestPoint } from './request-point.tsx';
import { useOpenPoints } from './use-open-points.ts';

/** What waits for somebody, over the whole case: the list to begin the day with. */
export function OpenPointsView() {
  const t = useT();
  const points = useOpenPoints();
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page, points, focusView);
  if (!points) return null;
  const { requests, queries, places, lacking, unasked, disagreements, left } = points;
  const overdue = requests.filter((request) => request.overdue);
  const waiting = requests.filter((request) => !request.overdue);
  const open = [requests, queries, places, lacking, unasked, disagreements].flat().length;
  return (
    <div
      ref={page}
      className={css['page']}
      role="region"
      aria-label={t('openPoints.title')}
      data-first-focus
      // A place that scrolls must be reachable for the keyboard (axe: scrollable-region-focusable).
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div className={css['sheet']}>
        <h2 className={css['title']}>{t('openPoints.title')}</h2>
        {open === 0 && <p className={css['nothing']}>{t('openPoints.nothing')}</p>}
        {/* Those that are left out are the ones with the latest deadlines. */}
        <Section
          name="overdue"
          items={overdue}
          left={waiting.length === 0 ? left.requests : 0}
          keyOf={({ responseId }) => responseId}
        >
          {(request) => <RequestPoint request={request} writable={writable} />}
        </Section>
        <Section name="waiting" items={waiting} left={left.requests} keyOf={({ responseId }) => responseId}>
          {(request) => <RequestPoint request={request} writable={writable} />}
        </Section>
        <Section name="queries" items={queries} left={left.queries} keyOf={({ id }) => id}>
          {(query) => <QueryPoint query={query} writable={writable} />}
        </Section>
        <Section name="places" items={places} left={left.places} keyOf={({ id }) => id}>
          {(place) => <PlacePoint place={place} />}
        </Section>
        <Section
          name="lacking"
          items={lacking}
          left={left.lacking}
          keyOf={({ allegationId }) => allegationId}
        >
          {(point) => <LackingPoint point={point} writable={writable} />}
        </Section>
        <Section
          name="unasked"
          items={unasked}
          left={left.unasked}
          keyOf={({ allegationId }) => allegationId}
        >
          {(point) => <UnaskedPoint point={point} writable={writable} />}
        </Section>
        <Section
          name="disagreements"
          items={disagreements}
          left={left.disagreements}
          keyOf={({ allegationId }) => allegationId}
        >
          {(point) => <DisagreementPoint point={point} />}
        </Section>
      </div>
    </div>
  );
}

interface SectionProps<T> {
  name: 'overdue' | 'waiting' | 'queries' | 'places' | 'lacking' | 'unasked' | 'disagreements';
  items: readonly T[];
  /** How many more there are than are listed. */
  left: number;
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
}

/** One kind of open point, if there are any of it. */
function Section<T>({ name, items, left, keyOf, children }: SectionProps<T>) {
  const t = useT();
  const headingId = useId();
  if (items.length === 0) return null;
  return (
    <section className={css['section']} data-section={name} aria-labelledby={headingId}>
      <h3 id={headingId}>
        {t(`openPoints.sections.${name}`)} <span className={css['count']}>{items.length + left}</span>
      </h3>
      <p className={css['soft']}>{t(`openPoints.means.${name}`)}</p>
      <Paged items={items} keyOf={keyOf} className={css['points']}>
        {children}
      </Paged>
      {left > 0 && <p className={css['soft']}>{t('openPoints.left', { count: left })}</p>}
    </section>
  );
}
