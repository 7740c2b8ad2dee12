import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest, recordOn, responseOn, run } from '../testing/case-with.ts';
import type { Assessment } from './assess.ts';
import { assessAllegation, lacksOf, missingFor, type Move } from './gate.ts';

const MET: Assessment = { met: true, origins: 1, items: [], missing: [] };
const NOT: Assessment = { met: false, origins: 0, items: [], missing: [{ code: 'needs-primary', count: 1 }] };
const [MISSING] = NOT.missing;
const ALSO_FOR = { code: 'also-supported' };
const ALSO_AGAINST = { code: 'also-contradicted' };
const ELSE = { code: 'denies-something-else' };

const BY_PARTY = { to: 'denied', basis: 'party' } as const;

describe('what a move still needs', () => {
  it.each<[Move, [forAndAgainst: unknown[], onlyFor: unknown[], onlyAgainst: unknown[], neither: unknown[]]]>(
    [
      [{ to: 'unverified' }, [[], [], [], []]],
      [{ to: 'corroborated' }, [[ALSO_AGAINST], [], [MISSING, ALSO_AGAINST], [MISSING]]],
      [{ to: 'denied', basis: 'evidence' }, [[ALSO_FOR], [MISSING, ALSO_FOR], [], [MISSING]]],
      [{ ...BY_PARTY, extent: 'all' }, [[], [ALSO_FOR], [], []]],
      [{ ...BY_PARTY, extent: 'part' }, [[], [ALSO_FOR], [], []]],
      [{ ...BY_PARTY, extent: 'else' }, [[ELSE], [ELSE, ALSO_FOR], [ELSE], [ELSE]]],
    ],
  )('%o', (move, expected) => {
    const evidence = [
      { supports: MET, contradicts: MET },
      { supports: MET, contradicts: NOT },
      { supports: NOT, contradicts: MET },
      { supports: NOT, contradicts: NOT },
    ].map((sides) => ({ ...sides, unasked: null, secondPersons: null }));
    expect(evidence.map((assessments) => missingFor(assessments, move, 'M. K.'))).toEqual(expected);
  });
});

describe('a reply', () => {
  const CASES: [Move, boolean][] = [
    [{ to: 'unverified' }, false],
    [{ to: 'corroborated' }, true],
    [{ to: 'denied', basis: 'evidence' }, true],
    [{ ...BY_PARTY, extent: 'all' }, false],
  ];
  it.each(CASES)('is asked for before %o: %s', (move, asked) => {
    const assessments = { supports: NOT, contradicts: NOT, unasked: ['China'], secondPersons: null };
    const missing = missingFor(assessments, move, 'M. K.').filter(({ code }) => code === 'needs-reply');
    expect(missing).toEqual(asked ? [{ code: 'needs-reply', parties: ['China'] }] : []);
  });

  it('is asked of everybody a serious allegation touches, and any attempt will do', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const unasked = () => assessAllegation(kase, kase.records.allegations.get(allegationId)!).unasked;
    expect(unasked()).toBeNull();
    run({ type: 'edit-allegation', id: allegationId, serious: true });
    expect(unasked()).toEqual([]);
    run(responseOn(allegationId, { party: 'Insurer', kind: 'asked', extent: null }));
    expect(unasked()).toBeNull();
    // The claimant has had its say already.
    run({ type: 'edit-allegation', id: allegationId, touches: ['Mill owner', 'Fire brigade', 'Insurer'] });
    expect(unasked()).toEqual(['Mill owner']);
    run(responseOn(allegationId, { kind: 'no-reply', extent: null, words: '' }));
    expect(unasked()).toBeNull();
    run({ type: 'remove', kind: 'responses', id: newest(kase, 'responses').id });
    expect(unasked()).toEqual(['Mill owner']);
    run({ type: 'change-standard', replyIfSerious: false });
    expect(unasked()).toBeNull();
  });
});

describe('a second person', () => {
  /** A case whose standard wants one, with evidence that is enough. */
  function bench(secondPerson: 'serious' | 'always') {
    const made = caseWithAllegation();
    made.run({ type: 'change-standard', secondPerson });
    made.run(recordOn(made.allegationId));
    const review = (by: string, state: 'corroborated' | 'unverified') => {
      const { kase, context, allegationId } = made;
      const command = { type: 'review-allegation', allegationId, state, reason: 'r', blind: true } as const;
      return run(kase, command, { ...context, by, at: context.at, newId: context.newId, tick: context.tick });
    };
    const missing = (mover = 'M. K.') =>
      missingFor(
        assessAllegation(made.kase, made.kase.records.allegations.get(made.allegationId)!),
        { to: 'corroborated' },
        mover,
      );
    return { ...made, review, missing };
  }

  it('has to have come to the same, and to be somebody else', () => {
    const { review, missing } = bench('always');
    expect(missing()).toEqual([{ code: 'needs-second-person' }]);
    review('A. B.', 'unverified');
    expect(missing()).toEqual([{ code: 'needs-second-person' }]);
    review('A. B.', 'corroborated');
    expect(missing()).toEqual([]);
    expect(missing(' a. b. ')).toEqual([{ code: 'needs-second-person' }]);
    // Who changed their mind is heard once, as they think now.
    review('A. B.', 'unverified');
    expect(missing()).toEqual([{ code: 'needs-second-person' }]);
  });

  it('is asked for where the standard says so only', () => {
    const { run: carryOut, missing, allegationId } = bench('serious');
    expect(missing()).toEqual([]);
    carryOut({ type: 'edit-allegation', id: allegationId, serious: true });
    carryOut(responseOn(allegationId, { kind: 'declined', extent: null }));
    expect(missing()).toEqual([{ code: 'needs-second-person' }]);
  });

  it('who takes their finding back leaves the first one lacking', () => {
    const { kase, review, run: carryOut, allegationId } = bench('always');
    review('A. B.', 'corroborated');
    carryOut({ type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'r' });
    const lacks = () => lacksOf(kase, kase.records.allegations.get(allegationId)!);
    expect(lacks()).toEqual([]);
    carryOut({ type: 'remove', kind: 'reviews', id: newest(kase, 'reviews').id });
    expect(lacks()).toEqual([{ code: 'needs-second-person' }]);
  });
});

describe('the evidence of an allegation', () => {
  /** A case with one allegation, and how its evidence stands. */
  function bench() {
    const made = caseWithAllegation();
    const standing = () => {
      const allegation = made.kase.records.allegations.get(made.allegationId);
      if (!allegation) throw new Error('the allegation is gone');
      return assessAllegation(made.kase, allegation);
    };
    return { ...made, standing };
  }

  it('is its own, for and against, without what is in the trash', () => {
    const { kase, run, standing, allegationId } = bench();
    run(recordOn(allegationId));
    const { id } = newest(kase, 'evidence');
    run(evidenceOn(allegationId, { stance: 'contradicts' }));
    run({ type: 'record-allegation', statement: 'x', passage: null });
    run(recordOn(newest(kase, 'allegations').id, { stance: 'contradicts' }));
    expect(standing()).toMatchObject({ supports: { met: true }, contradicts: { met: false, origins: 1 } });
    run({ type: 'remove', kind: 'evidence', id });
    expect(standing().supports).toMatchObject({ met: false, items: [] });
  });

  it('loses its origin with what it is derived from', () => {
    const { kase, run, standing, allegationId } = bench();
    run(evidenceOn(allegationId));
    const evidenceId = newest(kase, 'evidence').id;
    const source = { name: 'Paper', kind: 'outlet', party: null } as const;
    run(evidenceOn(allegationId, { source, origin: { type: 'derived', evidenceId } }));
    expect(standing().supports.items.map(({ counts }) => counts)).toEqual([true, true]);
    run({ type: 'remove', kind: 'evidence', id: evidenceId });
    expect(standing().supports.items).toMatchObject([{ counts: false, because: 'origin-unknown' }]);
  });

  it('does not count what the claimant says, and does again when the claimant is another', () => {
    const { run, standing, allegationId } = bench();
    const source = { name: 'Log', kind: 'record', party: 'Fire brigade' } as const;
    run(recordOn(allegationId, { source }));
    expect(standing().supports.items).toMatchObject([{ because: 'touched-party' }]);
    run({ type: 'edit-allegation', id: allegationId, claimant: 'Mayor' });
    expect(standing().supports.met).toBe(true);
    run({ type: 'edit-allegation', id: allegationId, claimant: null });
    expect(standing().supports.met).toBe(true);
  });
});
