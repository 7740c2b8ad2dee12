import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest } from '../testing/case-with.ts';
import { exhibitWith } from '../testing/case-with-everything.ts';
import { exhibitOf, exhibitRows } from './exhibits.ts';

describe('the exhibits of a case', () => {
  it('come in the order they were taken in, each with the evidence it is shown with', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(exhibitWith());
    const photograph = newest(kase, 'exhibits');
    run(exhibitWith({ title: 'Fire log', sha256: 'b'.repeat(64) }));
    run(evidenceOn(allegationId));
    run(evidenceOn(allegationId, { exhibitId: photograph.id }));
    run(evidenceOn(allegationId, { exhibitId: photograph.id, stance: 'context' }));
    const uses = [2, 3].map((number) => ({ allegationId, ref: 'MIL-001', number }));
    expect(exhibitRows(kase)).toEqual([
      { ...photograph, uses },
      { ...newest(kase, 'exhibits'), uses: [] },
    ]);
  });

  it('show no use by what is in the trash', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(exhibitWith());
    const exhibitId = newest(kase, 'exhibits').id;
    run(evidenceOn(allegationId, { exhibitId }));
    run(evidenceOn(allegationId, { exhibitId }));
    run({ type: 'remove', kind: 'evidence', id: newest(kase, 'evidence').id });
    expect(exhibitRows(kase)[0]?.uses).toMatchObject([{ number: 1 }]);
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(exhibitRows(kase)[0]?.uses).toEqual([]);
  });

  it('are known by their bytes while they are not in the trash', () => {
    const { kase, run } = caseWithAllegation();
    run(exhibitWith());
    const { id, sha256 } = newest(kase, 'exhibits');
    expect(exhibitOf(kase, sha256)?.id).toBe(id);
    expect(exhibitOf(kase, 'b'.repeat(64))).toBeUndefined();
    run({ type: 'remove', kind: 'exhibits', id });
    expect([exhibitRows(kase), exhibitOf(kase, sha256)]).toEqual([[], undefined]);
  });
});
