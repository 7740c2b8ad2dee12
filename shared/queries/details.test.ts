import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest, recordOn, responseOn } from '../testing/case-with.ts';
import { detailsOf } from './details.ts';
import { rowsOf } from './rows.ts';

describe('the details of an allegation', () => {
  it('are the record with all that hangs on it', () => {
    const { kase, run, allegationId, documentId } = caseWithAllegation();
    run(recordOn(allegationId));
    run(responseOn(allegationId));
    run({ type: 'edit-document', id: documentId, title: 'Front page' });
    const details = detailsOf(kase, allegationId);
    expect(details?.row).toEqual([...rowsOf(kase)][0]);
    expect(details?.allegation).toBe(kase.records.allegations.get(allegationId));
    expect(details?.passages).toEqual([{ ...newest(kase, 'passages'), documentTitle: 'Front page' }]);
    expect(details?.evidence).toEqual([{ ...newest(kase, 'evidence'), source: newest(kase, 'sources') }]);
    expect(details?.responses).toEqual([{ ...newest(kase, 'responses'), party: 'Mill owner' }]);
    expect(details?.assessments).toMatchObject({ supports: { met: true }, contradicts: { met: false } });
    expect(details?.missing).toEqual({
      corroborated: [],
      deniedByEvidence: [
        { code: 'needs-primary', count: 1 },
        { code: 'needs-first-hand', count: 2 },
        { code: 'needs-secondary', count: 3 },
        { code: 'also-supported' },
      ],
    });
    expect(details?.history.map(({ type }) => type)).toEqual([
      'response-added',
      'evidence-added',
      'allegation-recorded',
    ]);
  });

  it('leave out what is in the trash and what belongs to another', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId));
    run(responseOn(allegationId));
    for (const kind of ['evidence', 'responses', 'passages'] as const)
      run({ type: 'remove', kind, id: newest(kase, kind).id });
    run({ type: 'record-allegation', statement: 'x', passage: null });
    run(evidenceOn(newest(kase, 'allegations').id));
    expect(detailsOf(kase, allegationId)).toMatchObject({ passages: [], evidence: [], responses: [] });
  });

  it('are none for what is not there or in the trash', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    expect(detailsOf(kase, 'id-none')).toBeNull();
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(detailsOf(kase, allegationId)).toBeNull();
  });
});
