import { describe, expect, it } from 'vitest';
import { assessAllegation, missingFor } from '../standard/gate.ts';
import {
  caseWithAllegation,
  evidenceOn,
  newest,
  recordOn,
  responseOn,
  run as runIn,
} from '../testing/case-with.ts';
import { caseWithEverything, contextOf, reviewOf } from '../testing/case-with-everything.ts';
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
    expect(details?.evidence).toEqual([
      { ...newest(kase, 'evidence'), source: newest(kase, 'sources'), exhibit: null, originSource: null },
    ]);
    expect(details?.responses).toEqual([
      { ...newest(kase, 'responses'), party: 'Mill owner', awaited: false },
    ]);
    expect(details?.assessments).toMatchObject({ supports: { met: true }, contradicts: { met: false } });
    const standing = details?.assessments ?? assessAllegation(kase, newest(kase, 'allegations'));
    expect(missingFor(standing, { to: 'corroborated' }, 'M. K.')).toEqual([]);
    expect(missingFor(standing, { to: 'denied', basis: 'evidence' }, 'M. K.')).toEqual([
      { code: 'needs-primary', count: 1 },
      { code: 'needs-first-hand', count: 2 },
      { code: 'needs-secondary', count: 3 },
      { code: 'also-supported' },
    ]);
    expect(details?.history.map(({ type }) => type)).toEqual([
      'response-added',
      'evidence-added',
      'allegation-recorded',
    ]);
  });

  it('name whom it touches, the exhibit of an item and the source it is derived from', () => {
    const { kase, run, allegationId } = caseWithEverything();
    const [sourceId, exhibitId] = [newest(kase, 'sources').id, newest(kase, 'exhibits').id];
    const origin = { type: 'derived-source', sourceId } as const;
    run({ type: 'edit-evidence', id: newest(kase, 'evidence').id, exhibitId, origin });
    run({ type: 'edit-allegation', id: allegationId, touches: ['Mill owner', 'Fire brigade'] });
    expect(detailsOf(kase, allegationId)).toMatchObject({
      touches: ['Mill owner', 'Fire brigade'],
      evidence: [{ exhibit: { id: exhibitId, number: 1 }, originSource: 'Fire log' }],
    });
  });

  it('have its queries, reviews and relations, each as this allegation sees it', () => {
    const { kase, run, context, documentId, allegationId, otherId } = caseWithEverything();
    run({ type: 'edit-document', id: documentId, title: 'Front page' });
    runIn(kase, reviewOf(allegationId, { state: 'corroborated' }), contextOf(context, 'A. B.'));
    run({ type: 'relate-allegations', kind: 'contradicts', fromId: otherId, toId: allegationId, note: 'x' });
    const details = detailsOf(kase, allegationId);
    expect(details?.queries).toEqual([{ ...newest(kase, 'queries'), documentTitle: 'Front page' }]);
    expect(details?.reviews.map(({ by, agrees }) => [by, agrees])).toEqual([
      ['R. S.', true],
      ['A. B.', false],
    ]);
    const other = { id: otherId, ref: 'MIL-002', statement: 'Nobody was hurt.', state: 'unverified' };
    expect(details?.relations).toMatchObject([
      { kind: 'narrower', other },
      { kind: 'contradicts', note: 'x', other },
    ]);
    expect(detailsOf(kase, otherId)?.relations.map(({ kind, other: { ref } }) => [kind, ref])).toEqual([
      ['contradicts', 'MIL-001'],
      ['wider', 'MIL-001'],
    ]);
    run({ type: 'remove', kind: 'allegations', id: otherId });
    expect(detailsOf(kase, allegationId)?.relations).toEqual([]);
  });

  it('say what the finding lacks as things are now, and what a colleague would ask', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(recordOn(allegationId, { credibility: '1' }));
    run({ type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'x' });
    expect(detailsOf(kase, allegationId)).toMatchObject({
      lacks: [],
      questions: [{ code: 'confirmed-by-none', numbers: [1] }],
    });
    run({ type: 'edit-evidence', id: newest(kase, 'evidence').id, authentication: null });
    expect(detailsOf(kase, allegationId)).toMatchObject({
      row: { state: 'corroborated', lacking: true },
      lacks: [{ code: 'needs-primary', count: 1 }, { count: 1 }, { count: 2 }],
    });
  });

  it('leave out what is in the trash and what belongs to another', () => {
    const { kase, run, allegationId } = caseWithEverything();
    for (const kind of ['evidence', 'responses', 'passages', 'queries', 'reviews', 'relations'] as const)
      run({ type: 'remove', kind, id: newest(kase, kind).id });
    run({ type: 'record-allegation', statement: 'x', passage: null });
    run(evidenceOn(newest(kase, 'allegations').id));
    expect(detailsOf(kase, allegationId)).toMatchObject({
      passages: [],
      evidence: [],
      responses: [],
      queries: [],
      reviews: [],
      relations: [],
    });
  });

  it('are none for what is not there or in the trash', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    expect(detailsOf(kase, 'id-none')).toBeNull();
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(detailsOf(kase, allegationId)).toBeNull();
  });
});
