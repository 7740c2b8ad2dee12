import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest, type Command } from '../testing/case-with.ts';
import { assessAllegation } from './gate.ts';
import { questionsOf } from './questions.ts';

const WIRE = 'The mill at the river burned down on Monday night, and the cause of the fire is not known yet.';

/** A case with one allegation, evidence added by what differs, and the questions about it. */
function bench() {
  const { kase, run, allegationId } = caseWithAllegation();
  const add = (name: string, fields: Partial<Command<'add-evidence'>> = {}): string => {
    run(evidenceOn(allegationId, { source: { name, kind: 'outlet', party: null }, ...fields }));
    return newest(kase, 'evidence').id;
  };
  const questions = () => {
    const allegation = kase.records.allegations.get(allegationId)!;
    return questionsOf(kase, allegation, assessAllegation(kase, allegation));
  };
  return { kase, run, add, questions };
}

const derived = (evidenceId: string) => ({ type: 'derived', evidenceId }) as const;

describe('what a colleague would ask', () => {
  it('is nothing about sound evidence', () => {
    const { add, questions } = bench();
    add('Neighbour', { excerpt: 'I saw flames.', credibility: '2' });
    add('Fire log', { excerpt: '14:10 alarm.', credibility: '2' });
    expect(questions()).toEqual([]);
  });

  it('is about a circle, once, by the numbers in it', () => {
    const { run, add, questions } = bench();
    const a = add('A');
    const b = add('B', { origin: derived(a) });
    const c = add('C', { origin: derived(b) });
    add('D', { origin: derived(c) });
    run({ type: 'edit-evidence', id: a, origin: derived(c) });
    expect(questions()).toEqual([{ code: 'circle', numbers: [1, 2, 3] }]);
  });

  it('is by whom it was confirmed, while one origin counts', () => {
    const { add, questions } = bench();
    const a = add('A', { credibility: '1' });
    add('B', { origin: derived(a), credibility: '1' });
    expect(questions()).toEqual([{ code: 'confirmed-by-none', numbers: [1, 2] }]);
    add('C');
    expect(questions()).toEqual([]);
  });

  it('is about nearly the same words from two sources, unless one is said to have them from the other', () => {
    const { run, add, questions } = bench();
    const a = add('A', { excerpt: WIRE });
    const b = add('B', { excerpt: WIRE.toUpperCase() });
    add('A', { excerpt: WIRE });
    expect(questions()).toEqual([
      { code: 'alike', numbers: [1, 2] },
      { code: 'alike', numbers: [2, 3] },
    ]);
    run({ type: 'edit-evidence', id: b, origin: derived(a) });
    expect(questions()).toEqual([]);
  });

  it('is about an item that names a source as first-hand which is here as relaying', () => {
    const { kase, run, add, questions } = bench();
    add('A', { origin: { type: 'unknown' } });
    const agency = newest(kase, 'sources').id;
    run({ type: 'remove', kind: 'evidence', id: newest(kase, 'evidence').id });
    add('B', { origin: { type: 'derived-source', sourceId: agency } });
    expect(questions()).toEqual([]);
    add('A', { origin: { type: 'unknown' } });
    expect(questions()).toEqual([{ code: 'relayed', numbers: [2, 3] }]);
    add('A', { origin: { type: 'first-hand' } });
    expect(questions()).toEqual([]);
  });
});
