import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength, sliceByCodePoints } from '../text/code-points.ts';
import { ARTICLE, caseWith, newest, type Bench, type Command } from '../testing/case-with.ts';
import { queryOn } from '../testing/case-with-everything.ts';
import { changedText, type ChangedText, type TextPiece } from './changed-text.ts';

/** A query, as it is asked and decided; `decision` is null while it is open. */
interface Asked {
  start: number;
  end: number;
  decision: 'change' | 'stet' | null;
  wording: string;
}

type Decided = Pick<Command<'decide-query'>, 'decision' | 'wording'>;

interface Desk extends Bench {
  documentId: string;
  ask: (start: number, end: number) => string;
  decide: (id: string, decided: Decided) => void;
  changed: () => ChangedText;
}

function deskWith(text: string): Desk {
  const bench = caseWith({ type: 'add-document', title: 'Mill', text, format: 'text', fileName: null });
  const documentId = newest(bench.kase, 'documents').id;
  return {
    ...bench,
    documentId,
    ask: (start, end) => {
      bench.run(queryOn(documentId, { span: { documentId, start, end } }));
      return newest(bench.kase, 'queries').id;
    },
    decide: (id, decided) =>
      void bench.run({ type: 'decide-query', id, ...decided, reason: 'As agreed.', decidedBy: null }),
    changed: () => {
      const found = changedText(bench.kase, documentId);
      if (!found) throw new Error('there is no document');
      return found;
    },
  };
}

const change = (wording: string): Decided => ({ decision: 'change', wording });
const STET: Decided = { decision: 'stet', wording: null };

describe('the changed text', () => {
  it('is the text itself while nothing was decided, and names what is open', () => {
    const desk = deskWith(ARTICLE);
    const [one] = [desk.ask(0, 3), desk.ask(4, 8)];
    const same = { text: ARTICLE, pieces: [{ kept: ARTICLE }], applied: [], overlapping: [] };
    expect(desk.changed()).toEqual({ ...same, open: [1, 2] });
    desk.decide(one, STET);
    expect(desk.changed()).toEqual({ ...same, open: [2] });
  });

  it('has the wording of every change, in reading order, and says what it was before', () => {
    const desk = deskWith(ARTICLE);
    const [last, first] = [desk.ask(34, 40), desk.ask(4, 8)];
    desk.decide(last, change('No one'));
    desk.decide(first, change('barn'));
    expect(desk.changed()).toEqual({
      text: 'The barn burned down 🔥 on Monday. No one was hurt, the mayor said.',
      pieces: [
        { kept: 'The ' },
        { number: 2, out: 'mill', into: 'barn' },
        { kept: ' burned down 🔥 on Monday. ' },
        { number: 1, out: 'Nobody', into: 'No one' },
        { kept: ' was hurt, the mayor said.' },
      ],
      applied: [2, 1],
      overlapping: [],
      open: [],
    });
  });

  it('takes a passage out with an empty wording, also all of the text', () => {
    const desk = deskWith('🔥🔥 fire');
    desk.decide(desk.ask(0, 3), change(''));
    expect(desk.changed()).toMatchObject({ text: 'fire', pieces: [{ out: '🔥🔥 ', into: '' }, {}] });
    const all = deskWith('🔥');
    all.decide(all.ask(0, 1), change(''));
    expect(all.changed()).toMatchObject({ text: '', pieces: [{ number: 1, out: '🔥', into: '' }] });
  });

  it('of two that overlap has the one decided last, and names the other', () => {
    const desk = deskWith(ARTICLE);
    const [wide, narrow] = [desk.ask(0, 33), desk.ask(4, 8)];
    desk.decide(narrow, change('barn'));
    desk.decide(wide, change('A fire was reported.'));
    expect(desk.changed()).toMatchObject({ applied: [1], overlapping: [2] });
    desk.decide(narrow, change('old mill'));
    expect(desk.changed()).toMatchObject({ applied: [2], overlapping: [1] });
    desk.decide(narrow, STET);
    expect(desk.changed()).toMatchObject({ applied: [1], overlapping: [] });
  });

  it('has both of two that only touch', () => {
    const desk = deskWith('abcd');
    const [left, right] = [desk.ask(0, 2), desk.ask(2, 4)];
    desk.decide(left, change('1'));
    desk.decide(right, change('2'));
    expect(desk.changed()).toMatchObject({ text: '12', applied: [1, 2] });
  });

  it('leaves out what is in the trash, and is none without a document', () => {
    const desk = deskWith(ARTICLE);
    const id = desk.ask(4, 8);
    desk.decide(id, change('barn'));
    desk.run({ type: 'remove', kind: 'queries', id });
    expect(desk.changed()).toMatchObject({ text: ARTICLE, applied: [], open: [] });
    desk.run({ type: 'remove', kind: 'documents', id: desk.documentId });
    expect([changedText(desk.kase, desk.documentId), changedText(desk.kase, 'id-none')]).toEqual([
      null,
      null,
    ]);
  });
});

/** Pieces that are hard to cut: pairs, joined emoji, combining signs, several scripts and directions. */
const PIECES = ['a', 'мельница ', '🔥', '👩‍👩‍👧', 'e\u0301', '火灾', 'شبّ ', 'שלום', '\u200f', '\n', '\r\n', '𝒳'];
const words = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...PIECES), { minLength: least, maxLength: most }).map((some) => some.join(''));

const readable = words(1, 24).filter((text) => text.trim() !== '');

const desks = readable.chain((text) => {
  const place = fc.nat(codePointLength(text) - 1);
  const asked = fc
    .tuple(place, place, fc.constantFrom('change', 'change', 'stet', null), words(0, 3))
    .map(([a, b, decision, wording]): Asked => ({
      start: Math.min(a, b),
      end: Math.max(a, b) + 1,
      decision,
      wording,
    }));
  return fc.record({ text: fc.constant(text), queries: fc.array(asked, { maxLength: 6 }) });
});

/** Asks the queries in an order, decides them in the order they are given, and answers their numbers with it all. */
function decided(text: string, queries: readonly Asked[], order: readonly number[]) {
  const desk = deskWith(text);
  const ids = new Map(
    order.map((at) => [at, desk.ask(queries[at]?.start ?? 0, queries[at]?.end ?? 0)] as const),
  );
  queries.forEach(({ decision, wording }, at) => {
    if (decision !== null) desk.decide(ids.get(at) ?? '', decision === 'stet' ? STET : change(wording));
  });
  const numberOf = new Map(order.map((at, place) => [place + 1, at]));
  return { ...desk.changed(), at: (number: number): number => numberOf.get(number) ?? -1 };
}

const asItWas = (piece: TextPiece): string => ('kept' in piece ? piece.kept : piece.out);

describe('the changed text of any text', () => {
  it('is unchanged outside of the passages whose wording is in it', () => {
    fc.assert(
      fc.property(desks, ({ text, queries }) => {
        const { pieces, applied, at, ...found } = decided(text, queries, [...queries.keys()]);
        expect(pieces.map(asItWas).join('')).toBe(text);
        expect(pieces.some((piece) => 'kept' in piece && piece.kept === '')).toBe(false);
        const changes = pieces.flatMap((piece) => ('kept' in piece ? [] : [piece]));
        expect(changes.map(({ number }) => number)).toEqual(applied);
        for (const { number, out, into } of changes) {
          const { start, end, wording } = queries[at(number)] as Asked;
          expect([out, into]).toEqual([sliceByCodePoints(text, start, end), wording]);
        }
        // The same another way: the last passage first, so that none moves the others.
        const points = [...text];
        for (const number of applied.toReversed()) {
          const { start, end, wording } = queries[at(number)] as Asked;
          points.splice(start, end - start, wording);
        }
        expect(found.text).toBe(points.join(''));
      }),
    );
  });

  it('names every query once: in it, giving way to a later one, open, or left standing', () => {
    fc.assert(
      fc.property(desks, ({ text, queries }) => {
        const { applied, overlapping, open, at } = decided(text, queries, [...queries.keys()]);
        const of = (decision: Asked['decision']): number[] =>
          queries.flatMap((query, index) => (query.decision === decision ? [index] : []));
        expect([...applied, ...overlapping].map(at).toSorted((a, b) => a - b)).toEqual(of('change'));
        expect(open.map(at)).toEqual(of(null));
        for (const number of overlapping) {
          const mine = queries[at(number)] as Asked;
          const later = applied.filter((other) => at(other) > at(number)).map((other) => queries[at(other)]);
          expect(later.some((other) => other && other.start < mine.end && mine.start < other.end)).toBe(true);
        }
      }),
    );
  });

  it('is the same in whatever order the queries were asked', () => {
    const shuffled = desks.chain(({ text, queries }) =>
      fc.record({
        text: fc.constant(text),
        queries: fc.constant(queries),
        order: fc.shuffledSubarray([...queries.keys()], { minLength: queries.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ text, queries, order }) => {
        const one = decided(text, queries, [...queries.keys()]);
        const other = decided(text, queries, order);
        expect(other.text).toBe(one.text);
        expect(other.applied.map(other.at)).toEqual(one.applied.map(one.at));
        for (const name of ['overlapping', 'open'] as const) {
          expect(new Set(other[name].map(other.at))).toEqual(new Set(one[name].map(one.at)));
        }
      }),
    );
  });
});
