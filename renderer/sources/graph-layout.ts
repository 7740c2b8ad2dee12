import { graphlib, layout } from '@dagrejs/dagre';
import type { OriginGraph, OriginNode } from '../../shared/queries/origin-graph.ts';

/** A source as a box: its middle and its size, in pixels. */
export interface Box {
  node: OriginNode;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** An arrow, by the points it passes. */
export interface Arrow {
  from: string;
  to: string;
  label: string;
  points: { x: number; y: number }[];
  /** Whether it is a part of a circle of reports. */
  circular: boolean;
}

export interface Drawing {
  width: number;
  height: number;
  boxes: Box[];
  arrows: Arrow[];
}

const HEIGHT = 46;
/** Pixels a character takes on the average; names longer than fit are cut where they are drawn. */
const CHARACTER = 7.2;
const NARROWEST = 110;
const MARGIN = 12;
const GAP = 16;
export const WIDEST = 220;

/**
 * Where boxes and arrows of a graph go: origins at the end of the line, those who have it from them before. `mirrored`
 * turns it round for languages that are read from right to left.
 */
export function drawingOf(graph: OriginGraph, mirrored: boolean): Drawing {
  const between = graph.edges.filter(({ from, to }) => from !== to);
  const tied = new Set(between.flatMap(({ from, to }) => [from, to]));
  const laid = new graphlib.Graph({ multigraph: false, directed: true });
  laid.setGraph({
    rankdir: mirrored ? 'RL' : 'LR',
    nodesep: 18,
    ranksep: 90,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  laid.setDefaultEdgeLabel(() => ({}));
  for (const node of graph.sources) {
    if (tied.has(node.id)) laid.setNode(node.id, { width: widthOf(node), height: HEIGHT });
  }
  for (const { from, to } of between) laid.setEdge(from, to, {});
  layout(laid);
  const boxes = graph.sources
    .filter(({ id }) => tied.has(id))
    .map((node): Box => ({ node, ...(laid.node(node.id) as Omit<Box, 'node'>) }));
  const circles = graph.circles.map(({ sourceIds }) => new Set(sourceIds));
  const arrows = between.map(({ from, to, items }) => ({
    from,
    to,
    label: labelOf(items),
    points: (laid.edge(from, to) as { points: Arrow['points'] }).points,
    circular: circles.some((ids) => ids.has(from) && ids.has(to)),
  }));
  const height = boxes.length === 0 ? 0 : (laid.graph().height ?? 0);
  const alone = graph.sources.filter(({ id }) => !tied.has(id));
  return withThoseAlone(alone, { width: laid.graph().width ?? 0, height, boxes, arrows }, mirrored);
}

/** Sources that nobody has anything from stand below the others, in rows. */
function withThoseAlone(alone: readonly OriginNode[], drawing: Drawing, mirrored: boolean): Drawing {
  const perRow = Math.max(3, Math.floor(drawing.width / (WIDEST + GAP)));
  const width =
    alone.length === 0
      ? drawing.width
      : Math.max(drawing.width, Math.min(perRow, alone.length) * (WIDEST + GAP) + MARGIN);
  const boxes = alone.map((node, index): Box => {
    const x = MARGIN + (index % perRow) * (WIDEST + GAP) + WIDEST / 2;
    const y = drawing.height + MARGIN + Math.floor(index / perRow) * (HEIGHT + GAP) + HEIGHT / 2;
    return { node, x: mirrored ? width - x : x, y, width: widthOf(node), height: HEIGHT };
  });
  const rows = Math.ceil(alone.length / perRow);
  const height = drawing.height + (rows === 0 ? 0 : MARGIN + rows * (HEIGHT + GAP));
  return { width, height, boxes: [...drawing.boxes, ...boxes], arrows: drawing.arrows };
}

const widthOf = ({ name }: OriginNode): number =>
  Math.max(NARROWEST, Math.min(WIDEST, name.length * CHARACTER + 36));

/** `CHN-003 #2`, and how many more there are. */
function labelOf(items: readonly { ref: string; number: number }[]): string {
  const [first] = items;
  if (!first) return '';
  const more = items.length > 1 ? ` +${items.length - 1}` : '';
  return `${first.ref} #${first.number}${more}`;
}
