import { describe, expect, it } from 'vitest';
import type { Command } from '../testing/case-with.ts';
import { caseWithAllegation, evidenceOn, newest, UNDO } from '../testing/case-with.ts';
import { originGraph } from './origin-graph.ts';

/** A case with one allegation, and a way to add an item from a source by its name; answers the item. */
function bench() {
  const made = caseWithAllegation();
  const { kase, run, allegationId } = made;
  const add = (name: string, fields: Partial<Command<'add-evidence'>> = {}) => {
    run(evidenceOn(allegationId, { source: { name, kind: 'outlet', party: null }, ...fields }));
    return newest(kase, 'evidence');
  };
  const nameOf = (id: string) => kase.records.sources.get(id)?.name;
  return { ...made, add, nameOf, graph: (id?: string) => originGraph(kase, id) };
}

const from = ({ id }: { id: string }) => ({ origin: { type: 'derived', evidenceId: id } }) as const;
const WIRE = 'The mill at the river burned down on Monday night, and the cause of the fire is not known yet.';

describe('who has it from whom', () => {
  it('is nothing where there is no evidence', () => {
    expect(bench().graph()).toEqual({ sources: [], edges: [], single: [], circles: [], alike: [] });
  });

  it('is an arrow from each source to the one it has it from, with the items that say so', () => {
    const { add, nameOf, graph, allegationId } = bench();
    const agency = add('Agency');
    const paper = add('Paper', from(agency));
    add('Blog', from(paper));
    add('Paper', from(agency));
    const { sources, edges } = graph();
    expect(sources.map(({ name, firstHand, unknown }) => [name, firstHand, unknown])).toEqual([
      ['Agency', 1, 0],
      ['Paper', 0, 0],
      ['Blog', 0, 0],
    ]);
    expect(
      edges.map((edge) => [nameOf(edge.from), nameOf(edge.to), edge.items.map((item) => item.number)]),
    ).toEqual([
      ['Paper', 'Agency', [2, 4]],
      ['Blog', 'Paper', [3]],
    ]);
    expect(edges[0]?.items[0]).toEqual({
      allegationId,
      ref: 'MIL-001',
      number: 2,
      sourceId: paper.sourceId,
    });
  });

  it('goes to a source that is no item here, and to none where it is not known', () => {
    const { kase, run, add, nameOf, graph } = bench();
    run({ type: 'add-source', name: 'Agency', kind: 'outlet', party: null, confidential: true });
    const sourceId = newest(kase, 'sources').id;
    add('Paper', { origin: { type: 'derived-source', sourceId } });
    add('Blog', { origin: { type: 'unknown' } });
    const { sources, edges } = graph();
    expect(edges.map((edge) => [nameOf(edge.from), nameOf(edge.to)])).toEqual([['Paper', 'Agency']]);
    expect(sources.map(({ name, confidential, unknown }) => [name, confidential, unknown])).toEqual([
      ['Paper', false, 0],
      ['Agency', true, 0],
      ['Blog', false, 1],
    ]);
  });

  it('goes nowhere from an item whose origin is in the trash', () => {
    const { run, add, graph } = bench();
    const agency = add('Agency');
    add('Paper', from(agency));
    run({ type: 'remove', kind: 'evidence', id: agency.id });
    const { sources, edges } = graph();
    expect(sources.map(({ name, firstHand, unknown }) => [name, firstHand, unknown])).toEqual([
      ['Paper', 0, 1],
    ]);
    expect(edges).toEqual([]);
  });

  it('is told of one allegation or of all, without what is in the trash', () => {
    const { kase, run, add, graph, allegationId } = bench();
    add('Agency');
    add('Gone');
    run({ type: 'remove', kind: 'evidence', id: newest(kase, 'evidence').id });
    run({ type: 'record-allegation', statement: 'x', passage: null });
    const other = newest(kase, 'allegations').id;
    run(evidenceOn(other, { source: { name: 'Paper', kind: 'outlet', party: null } }));
    const names = (id?: string) => graph(id).sources.map(({ name }) => name);
    expect([names(), names(allegationId), names(other), names('id-none')]).toEqual([
      ['Agency', 'Paper'],
      ['Agency'],
      ['Paper'],
      [],
    ]);
    run({ type: 'remove', kind: 'allegations', id: other });
    expect(names()).toEqual(['Agency']);
  });
});

describe('allegations that rest on one origin', () => {
  it('are told by that origin, however many reports there are', () => {
    const { kase, run, add, graph, allegationId } = bench();
    const agency = add('Agency');
    add('Paper', from(agency));
    add('Blog', { origin: { type: 'unknown' } });
    run({ type: 'record-allegation', statement: 'x', passage: null });
    const other = newest(kase, 'allegations').id;
    const origin = { type: 'derived-source', sourceId: agency.sourceId } as const;
    run(evidenceOn(other, { source: { name: 'Paper', kind: 'outlet', party: null }, origin }));
    expect(graph().single).toEqual([
      {
        originId: agency.sourceId,
        allegations: [
          { id: allegationId, ref: 'MIL-001', items: 3 },
          { id: other, ref: 'MIL-002', items: 1 },
        ],
      },
    ]);
    add('Neighbour');
    expect(graph().single.map(({ allegations }) => allegations.map(({ ref }) => ref))).toEqual([['MIL-002']]);
  });

  it('are not those whose origins nobody knows', () => {
    const { add, graph } = bench();
    add('Blog', { origin: { type: 'unknown' } });
    expect(graph().single).toEqual([]);
  });

  it('are told where a touched party speaks, too: that is for the standard to say', () => {
    const { add, graph } = bench();
    add('Brigade', { source: { name: 'Brigade', kind: 'institution', party: 'Fire brigade' } });
    expect(graph().single).toHaveLength(1);
  });
});

describe('circles', () => {
  it('are told once, with the items in them and not those that lead there', () => {
    const { run, add, graph, allegationId } = bench();
    const a = add('A');
    const b = add('B', from(a));
    const c = add('C', from(b));
    const lead = add('D', from(c));
    run({ type: 'edit-evidence', id: a.id, ...from(c) });
    expect(graph().circles).toEqual([
      {
        ref: 'MIL-001',
        allegationId,
        numbers: [1, 2, 3],
        sourceIds: [a.sourceId, b.sourceId, c.sourceId],
      },
    ]);
    expect(graph().single).toEqual([]);
    expect(graph().sources.map(({ id }) => id)).toContain(lead.sourceId);
    run(UNDO);
    expect(graph().circles).toEqual([]);
  });
});

describe('nearly the same words', () => {
  it('from different sources are pointed out, over allegations too', () => {
    const { kase, run, add, graph } = bench();
    add('Agency', { excerpt: WIRE });
    add('Agency', { excerpt: WIRE });
    run({ type: 'record-allegation', statement: 'x', passage: null });
    const source = { name: 'Paper', kind: 'outlet', party: null } as const;
    run(
      evidenceOn(newest(kase, 'allegations').id, { source, excerpt: `${WIRE.toUpperCase()} So they say.` }),
    );
    const told = graph().alike.map((pair) => pair.map(({ ref, number }) => `${ref} #${number}`));
    expect(told).toEqual([
      ['MIL-001 #1', 'MIL-002 #1'],
      ['MIL-001 #2', 'MIL-002 #1'],
    ]);
  });

  it('are no surprise where one is said to have them from the other, or both from a third', () => {
    const { kase, run, add, graph } = bench();
    const agency = add('Agency', { excerpt: WIRE });
    add('Paper', { excerpt: WIRE, ...from(agency) });
    expect(graph().alike).toEqual([]);
    add('Blog', { excerpt: WIRE, ...from(agency) });
    expect(graph().alike).toEqual([]);
    run({ type: 'edit-evidence', id: newest(kase, 'evidence').id, origin: { type: 'unknown' } });
    expect(graph().alike).toHaveLength(2);
  });
});
