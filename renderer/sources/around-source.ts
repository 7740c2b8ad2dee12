import type { OriginGraph } from '../../shared/queries/origin-graph.ts';

/** Without those sources there is nothing to draw of them. */
type Drawn = Pick<OriginGraph, 'sources' | 'edges' | 'circles'>;

/**
 * The part of a graph that a source has something to do with: whom it has it from, and who has it from it, step by step
 * until there is no further one or there are `most`. The nearest come first. Each arrow is looked at twice at most.
 */
export function aroundSource(graph: OriginGraph, sourceId: string, most: number): Drawn {
  const beside = new Map<string, string[]>();
  for (const { from, to } of graph.edges) {
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const known = beside.get(one);
      if (known) known.push(other);
      else beside.set(one, [other]);
    }
  }
  // A set is walked in the order things came into it, also those that come in meanwhile.
  const near = new Set([sourceId]);
  for (const id of near) {
    for (const other of beside.get(id) ?? []) if (near.size < most) near.add(other);
  }
  return {
    sources: graph.sources.filter(({ id }) => near.has(id)),
    edges: graph.edges.filter(({ from, to }) => near.has(from) && near.has(to)),
    circles: graph.circles,
  };
}
