import { useId, useMemo, type KeyboardEvent } from 'react';
import type { Translate } from '../../shared/messages/translate.ts';
import type { OriginGraph, OriginItem } from '../../shared/queries/origin-graph.ts';
import { showSource, useWindow } from '../store.ts';
import { useLanguage, useT } from '../ui/words.tsx';
import css from './origin-drawing.module.css';
import { boxBeside, layOutOrigins, NAMED_ITEMS, pathThrough, type Arrow, type Box } from './origin-layout.ts';

const KEYS = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'];

/** An item of evidence as people say it: CHN-003 #2. */
const itemName = ({ ref, number }: Pick<OriginItem, 'ref' | 'number'>, t: Translate): string =>
  t('sourcesView.use', { ref, number });

/** Who has it from whom, drawn. Each box says in words what its arrows show. */
export function OriginDrawing({ shown }: { shown: Pick<OriginGraph, 'sources' | 'edges' | 'circles'> }) {
  const t = useT();
  const language = useLanguage();
  const id = useId();
  const sourceId = useWindow((state) => state.sourceId);
  const mirrored = document.documentElement.dir === 'rtl';
  const drawing = useMemo(() => layOutOrigins(shown, mirrored), [shown, mirrored]);
  const { width, height, boxes, arrows } = drawing;
  const names = new Map(shown.sources.map((source) => [source.id, source.name]));
  const list = new Intl.ListFormat(language);
  const saysFrom = ({ source }: Box): string[] =>
    shown.edges
      .filter(({ from }) => from === source.id)
      .map(({ to, items }) =>
        t('sourcesView.hasFrom', {
          items: list.format(items.map((item) => itemName(item, t))),
          source: names.get(to) ?? '',
        }),
      );

  const press = (event: KeyboardEvent): void => {
    const from = (event.target as HTMLElement).dataset['box'];
    if (from === undefined || !KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    const next = boxBeside(boxes, from, event.key);
    if (next === undefined) return;
    showSource(next);
    document.querySelector<HTMLElement>(`[data-box="${CSS.escape(next)}"]`)?.focus();
  };
  // One box is in the tab order; the arrow keys reach the others.
  const tabId = boxes.some(({ source }) => source.id === sourceId) ? sourceId : boxes[0]?.source.id;
  return (
    <figure>
      <figcaption className={css['soft']}>{t('sourcesView.graphWhat')}</figcaption>
      <div className={css['drawing']}>
        {/* The keys are those of the boxes inside. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <svg
          role="group"
          aria-label={t('sourcesView.graph')}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          onKeyDown={press}
        >
          <defs>
            <marker
              id={id}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              orient="auto"
            >
              <path d="M0 0 L8 4 L0 8 z" fill="context-stroke" />
            </marker>
          </defs>
          <g aria-hidden>
            {arrows.map((arrow) => (
              <ArrowLine
                key={`${arrow.from} ${arrow.to}`}
                arrow={arrow}
                head={`url(#${id})`}
                touched={sourceId !== null && (arrow.from === sourceId || arrow.to === sourceId)}
              />
            ))}
          </g>
          {boxes.map((box) => (
            <foreignObject key={box.source.id} x={box.left} y={box.top} width={box.width} height={box.height}>
              <SourceBox
                box={box}
                selected={box.source.id === sourceId}
                inTabOrder={box.source.id === tabId}
                says={saysFrom(box)}
              />
            </foreignObject>
          ))}
        </svg>
      </div>
    </figure>
  );
}

/** An arrow with the items it stands for, or the stub of one whose origin is not known. */
function ArrowLine({ arrow, head, touched }: { arrow: Arrow; head: string; touched: boolean }) {
  const t = useT();
  const { points, label, items, circle, to } = arrow;
  const lines = items.slice(0, NAMED_ITEMS).map((item) => itemName(item, t));
  if (items.length > NAMED_ITEMS) lines.push(t('sourcesView.more', { count: items.length - NAMED_ITEMS }));
  const top = label.y - ((lines.length - 1) * 18) / 2;
  return (
    <g className={css['arrow']} data-circle={circle || undefined} data-touched={touched || undefined}>
      <path d={pathThrough(points)} markerEnd={head} strokeDasharray={to === null ? '4 4' : undefined} />
      {to === null && (
        <>
          <circle cx={label.x} cy={label.y} r={12} />
          <text x={label.x} y={label.y} className={css['stub']}>
            ?
          </text>
        </>
      )}
      {lines.map((line, index) => (
        <text key={line} x={label.x} y={top + index * 18}>
          {circle && index === 0 && '⚠ '}
          {line}
        </text>
      ))}
    </g>
  );
}

interface SourceBoxProps {
  box: Box;
  selected: boolean;
  inTabOrder: boolean;
  /** In sentences, what its arrows show. */
  says: readonly string[];
}

function SourceBox({ box, selected, inTabOrder, says }: SourceBoxProps) {
  const t = useT();
  const { source, circle, own } = box;
  const { name, confidential, firstHand, unknown } = source;
  return (
    <button
      type="button"
      className={css['box']}
      data-box={source.id}
      data-origin={firstHand > 0 || undefined}
      data-circle={circle || undefined}
      data-first-focus={inTabOrder || undefined}
      aria-pressed={selected}
      tabIndex={inTabOrder ? 0 : -1}
      title={name}
      onClick={() => showSource(source.id)}
    >
      <bdi className={css['box-name']}>{name}</bdi>
      {confidential && (
        <span>
          <span aria-hidden>◆</span> {t('sourcesView.confidential')}
        </span>
      )}
      {firstHand > 0 && (
        <span>
          <b aria-hidden>◉</b> {t('sourcesView.firstHand', { count: firstHand })}
        </span>
      )}
      {circle && (
        <span className={css['warn']}>
          <b aria-hidden>⚠</b> {t('sourcesView.inCircle')}
        </span>
      )}
      {own > 0 && (
        <span>
          <b aria-hidden>↻</b> {t('sourcesView.fromItself', { count: own })}
        </span>
      )}
      <span className="unseen">
        {[...says, ...(unknown > 0 ? [t('sourcesView.originUnknown', { count: unknown })] : [])].join('; ')}
      </span>
    </button>
  );
}
