import { useId, useMemo } from 'react';
import type { OriginGraph } from '../../shared/queries/origin-graph.ts';
import { showSource, useWindow } from '../store.ts';
import { useT } from '../ui/words.tsx';
import { drawingOf, WIDEST, type Arrow, type Box } from './graph-layout.ts';
import css from './sources.module.css';

/**
 * The origin graph, drawn. The lists beside it say the same, for whoever reads rather than looks, so to a screen reader
 * it is one picture.
 */
export function OriginGraphPicture({ graph }: { graph: OriginGraph }) {
  const t = useT();
  const id = useId();
  const sourceId = useWindow((state) => state.sourceId);
  const drawing = useMemo(() => drawingOf(graph, document.dir === 'rtl'), [graph]);
  const { width, height, boxes, arrows } = drawing;
  return (
    <figure className={css['graph']}>
      <figcaption className={css['soft']}>{t('sourcesView.graphWhat')}</figcaption>
      {/* It may be wider than its place, and then be scrolled by keyboard, too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={css['canvas']} tabIndex={0} role="group" aria-label={t('sourcesView.graph')}>
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('sourcesView.graphWhat')}
        >
          <defs>
            <marker
              id={`${id}-head`}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto-start-reverse"
            >
              <path d="M0 0 8 4 0 8z" className={css['head']} />
            </marker>
          </defs>
          {arrows.map((arrow) => (
            <Edge key={`${arrow.from} ${arrow.to}`} arrow={arrow} head={`url(#${id}-head)`} />
          ))}
          {boxes.map((box) => (
            <Node key={box.node.id} box={box} selected={box.node.id === sourceId} />
          ))}
        </svg>
      </div>
    </figure>
  );
}

function Edge({ arrow: { points, label, circular }, head }: { arrow: Arrow; head: string }) {
  const middle = points[Math.floor(points.length / 2)];
  return (
    <g>
      <path
        className={css['edge']}
        data-circular={circular || undefined}
        d={points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ')}
        markerEnd={head}
      />
      {middle && (
        <text className={css['edge-label']} x={middle.x} y={middle.y - 5} textAnchor="middle">
          {circular ? `⟳ ${label}` : label}
        </text>
      )}
    </g>
  );
}

function Node({ box: { node, x, y, width, height }, selected }: { box: Box; selected: boolean }) {
  const t = useT();
  const { id, name, confidential, firstHand, unknown } = node;
  const marks = [
    ...(firstHand > 0 ? [`● ${t('sourcesView.origin')}`] : []),
    ...(unknown > 0 ? [t('sourcesView.unknownOrigin')] : []),
    ...(confidential ? [`◆ ${t('sourcesView.confidential')}`] : []),
  ];
  const fits = Math.floor((WIDEST - 30) / 7);
  return (
    // By keyboard the sources are reached in their list and in the lists below.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <g className={css['node']} data-selected={selected || undefined} onClick={() => showSource(id)}>
      <title>{name}</title>
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx="8" />
      <text x={x} y={marks.length > 0 ? y - 3 : y + 5} textAnchor="middle">
        {name.length > fits ? `${name.slice(0, fits - 1)}…` : name}
      </text>
      {marks.length > 0 && (
        <text className={css['node-marks']} x={x} y={y + 14} textAnchor="middle">
          {marks.join(' · ')}
        </text>
      )}
    </g>
  );
}
