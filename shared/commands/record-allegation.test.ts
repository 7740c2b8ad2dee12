import { describe, expect, it } from 'vitest';
import { LIMITS } from '../case/limits.ts';
import { verifyCase } from '../events/verify-case.ts';
import { ARTICLE, caseWith, caseWithAllegation, newest, recordsOf, UNDO } from '../testing/case-with.ts';
import { commandSchema } from './index.ts';

const LENGTH = Array.from(ARTICLE).length;

describe('recording an allegation', () => {
  it('records it unverified with everything that is not known as null', () => {
    const { kase, run } = caseWith();
    const event = run({ type: 'record-allegation', statement: ' The mill burned down. ', passage: null });
    expect(event).toMatchObject({ type: 'allegation-recorded', changes: [{ kind: 'allegations' }] });
    expect(newest(kase, 'allegations')).toEqual({
      id: 'id-3',
      ref: 'MIL-001',
      statement: 'The mill burned down.',
      claimantId: null,
      saidOn: null,
      saidWhere: null,
      happenedOn: null,
      touchedIds: [],
      quote: null,
      tags: [],
      priority: 'normal',
      serious: false,
      assignee: null,
      notes: '',
      finding: {
        state: 'unverified',
        why: 'not-started',
        basis: null,
        responseId: null,
        evidenceIds: [],
        reason: '',
        override: null,
        by: 'M. K.',
        at: event.at,
      },
      rating: null,
      createdAt: event.at,
      removed: false,
    });
    expect(kase.records.passages.size).toBe(0);
  });

  it('takes every field', () => {
    const { kase, run } = caseWith();
    run({
      type: 'record-allegation',
      statement: 'x',
      claimant: ' Fire  brigade ',
      saidOn: '2026-11',
      saidWhere: ' press conference ',
      happenedOn: '2026-11-16T12:10Z[Europe/Kyiv]',
      touches: ['Mill owner'],
      tags: ['fire', ' fire ', '', ' ', 'mill'],
      priority: 'high',
      serious: true,
      assignee: ' R. ',
      notes: ' as typed ',
      passage: null,
    });
    expect(newest(kase, 'allegations')).toMatchObject({
      claimantId: [...kase.records.parties.keys()][0],
      saidOn: '2026-11',
      saidWhere: 'press conference',
      happenedOn: '2026-11-16T12:10Z[Europe/Kyiv]',
      touchedIds: [newest(kase, 'parties').id],
      quote: null,
      tags: ['fire', 'mill'],
      priority: 'high',
      serious: true,
      assignee: 'R.',
      notes: ' as typed ',
    });
    expect([...kase.records.parties.values()]).toMatchObject([
      { name: 'Fire  brigade', removed: false },
      { name: 'Mill owner', removed: false },
    ]);
  });

  it('anchors it to the words of the document, in code points', () => {
    const { kase, documentId, allegationId } = caseWithAllegation();
    expect(newest(kase, 'passages')).toEqual({
      id: expect.any(String) as string,
      allegationId,
      documentId,
      documentSha256: kase.records.documents.get(documentId)?.sha256,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: 'The mill burned down 🔥 on Monday.',
          prefix: '',
          suffix: Array.from(ARTICLE).slice(33, 65).join(''),
        },
        { type: 'TextPositionSelector', start: 0, end: 33 },
      ],
      doubt: null,
      removed: false,
    });
  });

  it('finds the claimant again, whatever the case of the name and the space around it', () => {
    const { kase, run } = caseWith();
    for (const claimant of ['José', 'JOSÉ', ' jose\u0301 '])
      run({ type: 'record-allegation', statement: claimant, claimant, passage: null });
    expect([...kase.records.parties.values()].map((party) => party.name)).toEqual(['José']);
    expect(new Set([...kase.records.allegations.values()].map((each) => each.claimantId)).size).toBe(1);
  });

  it('finds or makes each party it touches once, the claimant too', () => {
    const { kase, run } = caseWithAllegation();
    const touches = ['Mayor', ' FIRE brigade', ' ', 'mayor', 'Heirs', 'The Mill'];
    const before = recordsOf(kase);
    const event = run({
      type: 'record-allegation',
      statement: 'x',
      claimant: 'The mill',
      touches,
      passage: null,
    });
    const names = (ids: readonly string[]) => ids.map((id) => kase.records.parties.get(id)?.name);
    const { claimantId, touchedIds } = newest(kase, 'allegations');
    expect(names(touchedIds)).toEqual(['Mayor', 'Fire brigade', 'Heirs', 'The mill']);
    expect(touchedIds.at(-1)).toBe(claimantId);
    expect(event.changes.map(({ kind }) => kind)).toEqual(['parties', 'parties', 'parties', 'allegations']);
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
  });

  it('counts references on and never uses one twice', () => {
    const { kase, run } = caseWith();
    const record = () => run({ type: 'record-allegation', statement: 'x', passage: null });
    record();
    record();
    run(UNDO);
    record();
    run({ type: 'remove', kind: 'allegations', id: newest(kase, 'allegations').id });
    record();
    expect([...kase.records.allegations.values()].map((each) => each.ref)).toEqual([
      'MIL-001',
      'MIL-003',
      'MIL-004',
    ]);
  });

  it('needs a statement', () => {
    const refusal = caseWith().refusal({ type: 'record-allegation', statement: ' \n', passage: null });
    expect(refusal).toEqual({ code: 'text-needed', field: 'statement' });
  });

  it.each([
    ['an empty span', { start: 5, end: 5 }],
    ['a span turned round', { start: 9, end: 5 }],
    ['a span beyond the end', { start: 0, end: LENGTH + 1 }],
  ])('refuses %s', (_what, span) => {
    const { refusal, documentId } = caseWithAllegation();
    const passage = { documentId, ...span };
    expect(refusal({ type: 'record-allegation', statement: 'x', claimant: 'New', passage })).toEqual({
      code: 'not-a-span',
    });
  });

  it('takes the whole text as a span', () => {
    const { kase, run, documentId } = caseWithAllegation();
    run({
      type: 'record-allegation',
      statement: 'x',
      passage: { documentId, start: 0, end: LENGTH },
    });
    expect(newest(kase, 'passages').selector[0].exact).toBe(ARTICLE);
    expect(verifyCase(kase)).toBeNull();
  });

  it('refuses a document that is not there or in the trash', () => {
    const { kase, run, refusal, documentId, allegationId } = caseWithAllegation();
    const at = (id: string) => ({ documentId: id, start: 0, end: 3 });
    expect(refusal({ type: 'record-allegation', statement: 'x', passage: at('id-none') })).toEqual({
      code: 'not-a-span',
    });
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    run({ type: 'remove', kind: 'documents', id: documentId });
    expect(refusal({ type: 'record-allegation', statement: 'x', passage: at(documentId) })).toEqual({
      code: 'not-a-span',
    });
    expect(kase.records.allegations.size).toBe(1);
  });

  it.each([
    ['no statement', {}],
    ['a statement too long', { statement: 'x'.repeat(LIMITS.statement + 1) }],
    ['a day that does not exist', { statement: 'x', saidOn: '2026-02-29' }],
    ['a time without a zone', { statement: 'x', happenedOn: '2026-11-16T12:10Z' }],
    ['more parties than it can touch', { statement: 'x', touches: Array.from({ length: 101 }, String) }],
    ['an unknown priority', { statement: 'x', priority: 'urgent' }],
    ['too many tags', { statement: 'x', tags: Array.from({ length: LIMITS.tags + 1 }, String) }],
    ['half a character', { statement: 'x\ud800' }],
    ['a negative position', { statement: 'x', passage: { documentId: 'd', start: -1, end: 3 } }],
    ['half a position', { statement: 'x', passage: { documentId: 'd', start: 0.5, end: 3 } }],
  ])('does not accept %s as input', (_what, fields) => {
    const input = { type: 'record-allegation', passage: null, ...fields };
    expect(commandSchema.safeParse(input).success).toBe(false);
  });
});
