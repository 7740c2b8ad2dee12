import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest, recordOn } from '../testing/case-with.ts';
import type { Assessment } from './assess.ts';
import { assessAllegation, missingFor, type Move } from './gate.ts';

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
    ];
    expect(evidence.map((assessments) => missingFor(assessments, move))).toEqual(expected);
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
