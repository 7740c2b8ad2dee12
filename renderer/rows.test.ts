import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATES, type State } from '../shared/case/words.ts';
import type { AllegationRow } from '../shared/queries/rows.ts';
import { Rows } from './rows.ts';

const row = (number: number, state: State = 'unverified', statement = ''): AllegationRow =>
  ({ id: `id-${number}`, ref: `MIL-${String(number).padStart(3, '0')}`, state, statement }) as AllegationRow;
const refs = (rows: Iterable<AllegationRow>) => [...rows].map(({ ref }) => ref);

describe('rows', () => {
  it('stand in the order of their references, whatever order they came in', () => {
    expect(refs(Rows.of([row(2), row(1000), row(7)]).values())).toEqual(['MIL-002', 'MIL-007', 'MIL-1000']);
  });

  it('a change that touches none is no change', () => {
    const rows = Rows.of([row(1)]);
    expect(rows.changed([], [])).toBe(rows);
    expect(rows.changed([row(1)], [])).not.toBe(rows);
  });

  it('whose references have no numbers can be changed and leave', () => {
    const odd = (ref: string, state: State = 'unverified') => ({ ...row(1, state), id: ref, ref });
    const rows = Rows.of([odd('b'), odd('a'), odd('c')]).changed([odd('a', 'denied')], ['c']);
    expect([refs(rows.columns.unverified), refs(rows.columns.denied), rows.size]).toEqual([['b'], ['a'], 2]);
  });

  it('are after any changes what they would be if all were counted anew', () => {
    const changes = fc.array(
      fc.record({ number: fc.integer({ min: 1, max: 12 }), state: fc.constantFrom(...STATES, null) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(changes, (steps) => {
        let rows = Rows.of([]);
        const wanted = new Map<number, AllegationRow>();
        for (const [index, { number, state }] of steps.entries()) {
          const next = state && row(number, state, `after ${index}`);
          if (next) wanted.set(number, next);
          else wanted.delete(number);
          rows = next ? rows.changed([next], []) : rows.changed([], [`id-${number}`]);
        }
        const all = [...wanted.entries()].toSorted(([a], [b]) => a - b).map(([, each]) => each);
        expect([...rows.values()]).toEqual(all);
        expect([rows.size, [...rows.keys()]]).toEqual([all.length, all.map(({ id }) => id)]);
        for (const state of STATES)
          expect(rows.columns[state]).toEqual(all.filter((each) => each.state === state));
      }),
    );
  });
});
