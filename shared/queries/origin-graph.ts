import type { Case } from '../case/case.ts';
import type { Evidence } from '../case/evidence.ts';
import type { Allegation } from '../case/records.ts';
import { alikeExcerpts, type Traced } from '../standard/alike-excerpts.ts';
import { evidenceInput } from '../standard/gate.ts';
import { trailsOf, type Trail } from '../standard/origins.ts';

/**
 * Who has it from whom, over all of a case or one allegation: sources, and an arrow from each source to the one it has
 * something from, with the items that say so. Drawn by the Sources view, and the same as lists.
 */
export interface OriginGraph {
  sources: OriginNode[];
  edges: OriginEdge[];
  /** Allegations all of whose evidence, where its origin is known, goes back to one source. */
  single: { originId: string; allegations: { id: string; ref: string; items: number }[] }[];
  /** Items that cite one another: one origin, which nobody has first-hand. */
  circles: { ref: string; allegationId: string; numbers: number[]; sourceIds: string[] }[];
  /** Items from different sources in nearly the same words, which are not said to have them from one another. */
  alike: [OriginItem, OriginItem][];
}

export interface OriginNode {
  id: string;
  name: string;
  confidential: boolean;
  /** Items it has first-hand, and items of which it is not known where it has them from. */
  firstHand: number;
  unknown: number;
}

export interface OriginEdge {
  /** The source that has it, and the source it has it from. */
  from: string;
  to: string;
  items: OriginItem[];
}

export interface OriginItem {
  allegationId: string;
  ref: string;
  number: number;
  sourceId: string;
}

/** The graph of one allegation, or of the whole case when none is given. */
export function originGraph(kase: Case, allegationId: string | null = null): OriginGraph {
  const { allegations, sources } = kase.records;
  const chosen = allegationId === null ? allegations.values() : [allegations.get(allegationId)];
  const nodes = new Map<string, OriginNode>();
  const edges = new Map<string, OriginEdge>();
  const single = new Map<string, OriginGraph['single'][number]['allegations']>();
  const circles: OriginGraph['circles'] = [];
  const traced: (Traced & { item: OriginItem })[] = [];

  const nodeOf = (id: string): OriginNode => {
    const known = nodes.get(id);
    if (known) return known;
    const source = sources.get(id);
    const node = {
      id,
      name: source?.name ?? '',
      confidential: source?.confidential ?? false,
      firstHand: 0,
      unknown: 0,
    };
    nodes.set(id, node);
    return node;
  };
  const link = (from: string, to: string, item: OriginItem): void => {
    nodeOf(to);
    const key = `${from} ${to}`;
    const edge = edges.get(key) ?? { from, to, items: [] };
    edge.items.push(item);
    edges.set(key, edge);
  };

  for (const allegation of chosen) {
    if (!allegation || allegation.removed) continue;
    const input = evidenceInput(kase, allegation);
    if (input.evidence.length === 0) continue;
    const byId = new Map(input.evidence.map((each) => [each.id, each]));
    // Interested parties are left to the standard: here it is told who has it from whom.
    const trails = trailsOf({ ...input, touchedPartyIds: new Set() });
    const origins = new Set<string>();
    for (const evidence of input.evidence) {
      const { sourceId, origin, number, id } = evidence;
      const item = { allegationId: allegation.id, ref: allegation.ref, number, sourceId };
      const node = nodeOf(sourceId);
      if (origin.type === 'first-hand') node.firstHand++;
      else if (origin.type === 'derived-source') link(sourceId, origin.sourceId, item);
      else {
        // What it is derived from may be in the trash; then it is not known where it comes from, as for the standard.
        const original = origin.type === 'derived' ? byId.get(origin.evidenceId) : undefined;
        if (original) link(sourceId, original.sourceId, item);
        else node.unknown++;
      }
      const trail = trails.get(id);
      if (trail && 'originId' in trail) origins.add(trail.originId);
      traced.push({ item, evidence, trail });
    }
    circles.push(...circlesOf(allegation, byId, trails.values()));
    const [only] = origins;
    if (only !== undefined && origins.size === 1) {
      const entry = { id: allegation.id, ref: allegation.ref, items: input.evidence.length };
      single.set(only, [...(single.get(only) ?? []), entry]);
    }
  }
  return {
    sources: [...nodes.values()],
    edges: [...edges.values()],
    single: [...single].map(([originId, resting]) => ({ originId, allegations: resting })),
    circles,
    alike: alikeExcerpts(traced).flatMap(([one, other]): OriginGraph['alike'] => {
      const [a, b] = [traced[one], traced[other]];
      return a && b ? [[a.item, b.item]] : [];
    }),
  };
}

function circlesOf(
  { id, ref }: Allegation,
  byId: ReadonlyMap<string, Evidence>,
  trails: Iterable<Trail>,
): OriginGraph['circles'] {
  const found = new Map<string, Evidence[]>();
  for (const trail of trails) {
    if ('because' in trail && trail.because === 'circle')
      found.set(
        trail.circle.join(' '),
        trail.circle.flatMap((each) => byId.get(each) ?? []),
      );
  }
  return [...found.values()].map((items) => {
    items.sort((a, b) => a.number - b.number);
    return {
      ref,
      allegationId: id,
      numbers: items.map(({ number }) => number),
      sourceIds: [...new Set(items.map(({ sourceId }) => sourceId))],
    };
  });
}
