import { describe, expect, it } from 'vitest';
import { blankCase, copyCase, ownersOf } from '../case/case.ts';
import { caseWith, caseWithAllegation, evidenceOn, newest, textOfCase, UNDO } from '../testing/case-with.ts';
import { apply, replay, reversal } from './apply.ts';
import type { Change, Draft, Event } from './event.ts';
import { seal } from './seal.ts';

const PARTY = { id: 'p', name: 'Mayor', removed: false };
const context = { at: '2026-11-23T14:00:00Z', by: 'M. K.', newId: () => `event-${String(++ids)}` };
let ids = 0;

const event = (draft: Draft): Event => seal(draft, [], context);
const making: Change = { kind: 'parties', id: 'p', before: null, after: PARTY };
const naming: Change = { kind: 'parties', id: 'p', before: { name: 'Mayor' }, after: { name: 'Ann' } };

describe('applying an event', () => {
  it('makes, changes and takes away records', () => {
    const kase = blankCase();
    apply(kase, event({ type: 'made', changes: [making] }));
    expect(kase.records.parties.get('p')).toEqual(PARTY);
    apply(kase, event({ type: 'named', changes: [naming] }));
    expect(kase.records.parties.get('p')).toEqual({ ...PARTY, name: 'Ann' });
    apply(kase, event({ type: 'unmade', changes: [{ ...making, before: PARTY, after: null }] }));
    expect(kase.records.parties.size).toBe(0);
  });

  it('replaces a record and never changes it', () => {
    const kase = blankCase();
    apply(kase, event({ type: 'made', changes: [making] }));
    const before = kase.records.parties.get('p');
    apply(kase, event({ type: 'named', changes: [naming] }));
    expect(before).toEqual(PARTY);
    expect(PARTY.name).toBe('Mayor');
  });

  it('knows what it does to one record in one event, in order', () => {
    const kase = blankCase();
    apply(kase, event({ type: 'both', changes: [making, naming] }));
    expect(kase.records.parties.get('p')?.name).toBe('Ann');
    apply(kase, event(reversal(kase.history[0] as Event, 'undone')));
    expect(kase.records.parties.size).toBe(0);
  });

  it('keeps the id of the record, whatever the fields say', () => {
    const kase = blankCase();
    apply(kase, event({ type: 'made', changes: [{ ...making, after: { ...PARTY, id: 'other' } }] }));
    expect(kase.records.parties.get('p')?.id).toBe('p');
  });

  it('takes an event of a type it does not know, and undoes it', () => {
    const { kase, run, context: world } = caseWith();
    const before = [...kase.records.parties];
    apply(kase, seal({ type: 'party-from-the-future', changes: [making] }, kase.heads, world));
    expect(kase.records.parties.get('p')).toEqual(PARTY);
    run(UNDO);
    expect([...kase.records.parties]).toEqual(before);
  });

  it('moves the head on, and keeps two where two copies differ', () => {
    const kase = blankCase();
    const root = seal({ type: 'root', changes: [] }, [], context);
    const one = seal({ type: 'one', changes: [] }, [root.hash], context);
    const other = seal({ type: 'other', changes: [] }, [root.hash], context);
    const merged = seal({ type: 'merged', changes: [] }, [one.hash, other.hash], context);
    const heads = [root, one, other, merged].map((each) => {
      apply(kase, each);
      return kase.heads;
    });
    expect(heads).toEqual([[root.hash], [one.hash], [one.hash, other.hash], [merged.hash]]);
  });

  it('offers no undo of what did nothing', () => {
    const kase = blankCase();
    apply(kase, event({ type: 'nothing', changes: [] }));
    expect(kase.undo).toEqual([]);
  });
});

describe('the reversal of an event', () => {
  it('is its changes turned round, last first; a redo is the changes themselves', () => {
    const both = event({ type: 'both', changes: [making, naming] });
    expect(reversal(both, 'undone')).toEqual({
      type: 'undone',
      of: both.id,
      changes: [
        { kind: 'parties', id: 'p', before: { name: 'Ann' }, after: { name: 'Mayor' } },
        { kind: 'parties', id: 'p', before: PARTY, after: null },
      ],
    });
    expect(reversal(both, 'redone')).toEqual({ type: 'redone', of: both.id, changes: both.changes });
  });
});

describe('a replay', () => {
  it('keeps the fields of the file that are not known', () => {
    expect(replay([], { future: 1 }).extra).toEqual({ future: 1 });
  });

  it('knows whose evidence, responses and passages were, even of those undone', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const passageId = newest(kase, 'passages').id;
    run(evidenceOn(allegationId));
    const itemId = newest(kase, 'evidence').id;
    run(UNDO);
    const again = replay(kase.history);
    expect(ownersOf(again, 'passages', passageId)).toEqual([allegationId]);
    expect(again.records.evidence.has(itemId)).toBe(false);
    expect(ownersOf(again, 'evidence', itemId)).toEqual([allegationId]);
    expect(again.eventsByAllegation.get(allegationId)?.map(({ type }) => type)).toEqual([
      'allegation-recorded',
      'evidence-added',
      'undone',
    ]);
  });
});

describe('a copy of a case', () => {
  it('can be changed without changing the case, and the other way round', () => {
    const bench = caseWithAllegation();
    const { kase, run, allegationId } = bench;
    const before = textOfCase(kase);
    const copy = copyCase(kase);
    expect(copy).toEqual(kase);
    run({ type: 'edit-allegation', id: allegationId, claimant: 'Somebody new', notes: 'x' });
    run({ type: 'record-allegation', statement: 'y', passage: null });
    run(UNDO);
    expect(textOfCase(copy)).toBe(before);
    expect(copy).toEqual(replay(copy.history));
  });
});
