import { describe, expect, it } from 'vitest';
import type { OriginEdge, OriginGraph, OriginNode } from '../../shared/queries/origin-graph.ts';
import { aroundSource } from './around-source.ts';
import { boxBeside, layOutOrigins, type Box } from './origin-layout.ts';

const node = (id: string, fields: Partial<OriginNode> = {}): OriginNode => ({
  id,
  name: `Source ${id}`,
  confidential: false,
  firstHand: 0,
  unknown: 0,
  ...fields,
});
const edge = (from: string, to: string, number = 1): OriginEdge => ({
  from,
  to,
  items: [{ allegationId: 'a', ref: 'FOR-001', number, sourceId: from }],
});
const graph = (
  sources: OriginNode[],
  edges: OriginEdge[] = [],
  circles: OriginGraph['circles'] = [],
): OriginGraph => ({ sources, edges, circles, single: [], alike: [] });

const boxOf = (boxes: readonly Box[], id: string): Box => {
  const box = boxes.find(({ source }) => source.id === id);
  if (!box) throw new Error(`no box ${id}`);
  return box;
};
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

describe('the drawing of origins', () => {
  const chain = graph([node('a'), node('b'), node('c', { firstHand: 1 })], [edge('a', 'b'), edge('b', 'c')]);

  it('goes from who has it to who has it first-hand, and the other way round from right to left', () => {
    for (const mirrored of [false, true]) {
      const { boxes, width } = layOutOrigins(chain, mirrored);
      const lefts = ['a', 'b', 'c'].map((id) => boxOf(boxes, id).left);
      expect(lefts).toEqual(lefts.toSorted((a, b) => (mirrored ? b - a : a - b)));
      expect(new Set(lefts).size).toBe(3);
      for (const box of boxes) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(width);
      }
    }
  });

  it('lets no two boxes lie on one another, with and without arrows, and none outside', () => {
    const sources = Array.from({ length: 40 }, (_, at) => node(String(at), { firstHand: at % 2 }));
    const edges = Array.from({ length: 25 }, (_, at) => edge(String(at), String((at * 7 + 3) % 25)));
    const { boxes, height, width } = layOutOrigins(graph(sources, edges), false);
    expect(boxes).toHaveLength(40);
    for (const [at, box] of boxes.entries()) {
      expect([box.top + box.height <= height, box.left + box.width <= width]).toEqual([true, true]);
      for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
    }
  });

  it('has a stub for an origin that is not known, and no arrow of a source to itself', () => {
    const { arrows, boxes } = layOutOrigins(
      graph([node('a', { unknown: 2 }), node('b')], [edge('b', 'b')]),
      false,
    );
    expect(arrows.map(({ from, to }) => [from, to])).toEqual([['a', null]]);
    expect(boxOf(boxes, 'b').own).toBe(1);
  });

  it('marks the arrows and boxes of a circle and no others', () => {
    const circle = { ref: 'FOR-001', allegationId: 'a', numbers: [1, 2], sourceIds: ['a', 'b'] };
    const shown = graph(
      [node('a'), node('b'), node('c')],
      [edge('a', 'b', 1), edge('b', 'a', 2), edge('c', 'a', 3)],
      [circle],
    );
    const { arrows, boxes } = layOutOrigins(shown, false);
    expect(arrows.map(({ from, circle: marked }) => [from, marked])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
    ]);
    expect(boxes.filter((box) => box.circle).map(({ source }) => source.id)).toEqual(['a', 'b']);
  });

  it('is nothing for nothing', () => {
    expect(layOutOrigins(graph([]), false)).toMatchObject({ boxes: [], arrows: [], width: 0, height: 0 });
  });

  it('is walked through by where the boxes lie, and stops at the ends', () => {
    const { boxes } = layOutOrigins(chain, false);
    expect(boxBeside(boxes, 'a', 'ArrowRight')).toBe('b');
    expect(boxBeside(boxes, 'b', 'ArrowRight')).toBe('c');
    expect(boxBeside(boxes, 'c', 'ArrowLeft')).toBe('b');
    expect(boxBeside(boxes, 'c', 'ArrowRight')).toBeUndefined();
    expect(boxBeside(boxes, 'a', 'ArrowUp')).toBeUndefined();
    expect(boxBeside(layOutOrigins(chain, true).boxes, 'a', 'ArrowLeft')).toBe('b');
  });
});

describe('what a source has to do with', () => {
  const star = graph(
    Array.from({ length: 10 }, (_, at) => node(String(at))),
    [edge('0', '1'), edge('1', '2'), edge('3', '1'), edge('4', '5')],
  );

  it('is all it has it from and all that have it from it, however far, and nothing else', () => {
    const { sources, edges } = aroundSource(star, '2', 150);
    expect(sources.map(({ id }) => id)).toEqual(['0', '1', '2', '3']);
    expect(edges.map(({ from, to }) => `${from} ${to}`)).toEqual(['0 1', '1 2', '3 1']);
  });

  it('is the nearest where there are too many', () => {
    expect(aroundSource(star, '2', 2).sources.map(({ id }) => id)).toEqual(['1', '2']);
  });
});
