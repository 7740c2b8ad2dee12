import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest, recordOn } from '../testing/case-with.ts';
import { standingOf } from './standing.ts';

/** A case with one allegation, and how that stands after the commands so far. */
function bench() {
  const made = caseWithAllegation();
  const { kase, allegationId } = made;
  const standing = () => {
    const allegation = kase.records.allegations.get(allegationId);
    if (!allegation) throw new Error('no allegation');
    return standingOf(kase, allegation);
  };
  return { ...made, standing };
}

const wire = { name: 'The wire', kind: 'outlet', party: null } as const;

describe('how an allegation stands', () => {
  it('with nothing: neither side met, and unverified asks for nothing', () => {
    expect(bench().standing()).toEqual({
      standard: { supports: { met: false, origins: 0 }, contradicts: { met: false, origins: 0 } },
      lacks: [],
      override: null,
      origins: [],
    });
  });

  it('counts origins, and says which items go back to each; what does not count is in none', () => {
    const { kase, run, allegationId, standing } = bench();
    run(evidenceOn(allegationId, { source: wire }));
    const first = newest(kase, 'evidence');
    const daily = { name: 'The daily', kind: 'outlet', party: null } as const;
    run(evidenceOn(allegationId, { source: daily, origin: { type: 'derived', evidenceId: first.id } }));
    run(evidenceOn(allegationId, { origin: { type: 'unknown' } }));
    run(recordOn(allegationId, { stance: 'contradicts' }));
    expect(standing()).toMatchObject({
      standard: { supports: { met: false, origins: 1 }, contradicts: { met: true, origins: 1 } },
      origins: [
        { stance: 'supports', source: 'The wire', evidence: [1, 2] },
        { stance: 'contradicts', source: 'Fire log', evidence: [4] },
      ],
    });
  });

  it('names what an override goes against, and what a finding lacks since its evidence went', () => {
    const { kase, run, allegationId, standing } = bench();
    const move = { type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'R' } as const;
    run({ ...move, override: 'The editor decided.' });
    expect(standing()).toMatchObject({
      override: 'The editor decided.',
      lacks: ['needs-primary', 'needs-first-hand', 'needs-secondary'],
    });
    run(recordOn(allegationId));
    run(move);
    expect(standing()).toMatchObject({ override: null, lacks: [] });
    run({ type: 'remove', kind: 'evidence', id: newest(kase, 'evidence').id });
    expect(standing()).toMatchObject({
      override: null,
      lacks: ['needs-primary', 'needs-first-hand', 'needs-secondary'],
    });
  });

  it('calls a confidential source by its description', () => {
    const { kase, run, allegationId, standing } = bench();
    run(recordOn(allegationId, { source: { name: 'A clerk', kind: 'person', party: null } }));
    run({
      type: 'edit-source',
      id: newest(kase, 'sources').id,
      name: 'An employee of the town',
      confidential: true,
    });
    expect(standing().origins).toEqual([
      { stance: 'supports', source: 'An employee of the town', evidence: [1] },
    ]);
  });
});
