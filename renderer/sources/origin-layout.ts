import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel, type Point } from '@dagrejs/dagre';
import type { OriginEdge, OriginGraph, OriginItem, OriginNode } from '../../shared/queries/origin-graph.ts';

/** Where everything of a drawing stands, in pixels from its left upper corner. */
export interface Drawing {
  width: number;
  height: number;
  boxes: Box[];
  arrows: Arrow[];
}

export interface Box extends Place {
  source: OriginNode;
  /** Whether items of it are in a circle. */
  circle: boolean;
  /** Items it has from others of its own, which no arrow shows. */
  own: number;
}

export interface Arrow {
  from: string;
  /** Null where the origin is not known. */
  to: string | null;
  points: Point[];
  /** Where its words stand, in the middle. */
  label: Point;
  items: OriginItem[];
  circle: boolean;
}

interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

const WIDTH = 208;
const LINE = 18;
const PADDING = 18;
const GAP = 20;
const MARGIN = 16;
/** A name longer than this takes a second line, and the box is as tall as that; longer ones are cut there. */
const NAME_LINE = 25;
/** So many items are named at an arrow. */
export const NAMED_ITEMS = 2;
const LABEL_WIDTH = 104;
/** What stands for an origin that is not known. */
const STUB = 26;

type Shown = Pick<OriginGraph, 'sources' | 'edges' | 'circles'>;

/**
 * Draws a graph: who has it on one side, origins on the other, by layers (Sugiyama, Tagawa and Toda 1981, as dagre does
 * it). Sources without arrows stand below in rows. `mirrored` turns it round for those who read from right to left.
 */
export function layOutOrigins(shown: Shown, mirrored: boolean): Drawing {
  const inCircle = circleKeys(shown.circles);
  const arrows = shown.edges.filter(({ from, to }) => from !== to);
  const boxes = new Map(shown.sources.map((source) => [source.id, boxOf(source, shown)]));
  const joined = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  for (const { id, unknown } of shown.sources) if (unknown > 0) joined.add(id);

  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({
    rankdir: 'LR',
    nodesep: GAP,
    edgesep: 12,
    ranksep: 36,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  for (const [id, { width, height }] of boxes) if (joined.has(id)) graph.setNode(id, { width, height });
  for (const { from, to, items } of arrows) graph.setEdge(from, to, labelOf(items.length));
  for (const { id, unknown } of shown.sources) {
    if (unknown === 0) continue;
    graph.setNode(stubOf(id), { width: STUB, height: STUB });
    graph.setEdge(id, stubOf(id), { width: 0, height: 0 });
  }
  if (joined.size > 0) layout(graph);
  for (const id of joined) place(boxes.get(id), graph.node(id));

  const laid = joined.size > 0 ? graph.graph() : {};
  const loose = [...boxes].flatMap(([id, box]) => (joined.has(id) ? [] : [box]));
  const size = placeLoose(loose, laid.width ?? 0, laid.height ?? 0);
  const drawing: Drawing = {
    ...size,
    boxes: [...boxes.values()],
    arrows: [
      ...arrows.map((edge): Arrow => arrowOf(edge, graph.edge(edge.from, edge.to), inCircle)),
      ...shown.sources.flatMap(({ id, unknown }): Arrow[] => {
        if (unknown === 0) return [];
        const { x = 0, y = 0 } = graph.node(stubOf(id));
        const { points = [] } = graph.edge(id, stubOf(id));
        return [{ from: id, to: null, points, label: { x, y }, items: [], circle: false }];
      }),
    ],
  };
  return mirrored ? turnedRound(drawing) : drawing;
}

const stubOf = (id: string): string => `?${id}`;

/** The items in circles, as the reference of their allegation and their number. */
function circleKeys(circles: OriginGraph['circles']): Set<string> {
  return new Set(circles.flatMap(({ ref, numbers }) => numbers.map((number) => `${ref} ${number}`)));
}

function boxOf(source: OriginNode, { edges, circles }: Shown): Box {
  const { id, name, confidential, firstHand } = source;
  const own = edges.find(({ from, to }) => from === id && to === id)?.items.length ?? 0;
  const circle = circles.some(({ sourceIds }) => sourceIds.includes(id));
  const lines =
    (name.length > NAME_LINE ? 2 : 1) + [confidential, firstHand, circle, own].filter(Boolean).length;
  return { source, circle, own, left: 0, top: 0, width: WIDTH, height: PADDING + lines * LINE };
}

function labelOf(items: number): EdgeLabel {
  const lines = Math.min(items, NAMED_ITEMS) + (items > NAMED_ITEMS ? 1 : 0);
  return { width: LABEL_WIDTH, height: lines * LINE, labelpos: 'c' };
}

function arrowOf({ from, to, items }: OriginEdge, laid: EdgeLabel, inCircle: ReadonlySet<string>): Arrow {
  const { points = [], x = 0, y = 0 } = laid;
  const circle = items.some(({ ref, number }) => inCircle.has(`${ref} ${number}`));
  return { from, to, points, label: { x, y }, items, circle };
}

/** Dagre tells of middles; boxes are drawn from their corners. */
function place(box: Box | undefined, { x = 0, y = 0 }: NodeLabel): void {
  if (!box) return;
  box.left = x - box.width / 2;
  box.top = y - box.height / 2;
}

/** Puts boxes in rows below what is there, three in a row or as many as it is wide, and answers the whole size. */
function placeLoose(boxes: readonly Box[], width: number, height: number): { width: number; height: number } {
  if (boxes.length === 0) return { width, height };
  const inRow = Math.min(boxes.length, Math.max(3, Math.floor((width - 2 * MARGIN + GAP) / (WIDTH + GAP))));
  let top = height === 0 ? MARGIN : height;
  for (let at = 0; at < boxes.length; at += inRow) {
    const row = boxes.slice(at, at + inRow);
    for (const [index, box] of row.entries()) {
      box.left = MARGIN + index * (WIDTH + GAP);
      box.top = top;
    }
    top += Math.max(...row.map((box) => box.height)) + GAP;
  }
  return { width: Math.max(width, 2 * MARGIN + inRow * (WIDTH + GAP) - GAP), height: top - GAP + MARGIN };
}

function turnedRound(drawing: Drawing): Drawing {
  const { width } = drawing;
  const turn = ({ x, y }: Point): Point => ({ x: width - x, y });
  return {
    ...drawing,
    boxes: drawing.boxes.map((box) => ({ ...box, left: width - box.left - box.width })),
    arrows: drawing.arrows.map((arrow) => ({
      ...arrow,
      points: arrow.points.map(turn),
      label: turn(arrow.label),
    })),
  };
}

/** A line through points, as a path of SVG. It goes through the middle one, where its words stand. */
export function pathThrough(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');
}

/** The box that lies nearest in the direction of an arrow key, if any; what lies straight ahead is nearer than beside. */
export function boxBeside(boxes: readonly Box[], id: string, key: string): string | undefined {
  const middle = ({ left, top, width, height }: Box): Point => ({ x: left + width / 2, y: top + height / 2 });
  const start = boxes.find(({ source }) => source.id === id);
  if (!start) return undefined;
  const from = middle(start);
  let [best, least] = [undefined as string | undefined, Infinity];
  for (const box of boxes) {
    const to = middle(box);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const [ahead, aside] =
      key === 'ArrowRight'
        ? [dx, dy]
        : key === 'ArrowLeft'
          ? [-dx, dy]
          : key === 'ArrowDown'
            ? [dy, dx]
            : [-dy, dx];
    const distance = ahead + 2 * Math.abs(aside);
    if (ahead > 1 && distance < least) [best, least] = [box.source.id, distance];
  }
  return best;
}
