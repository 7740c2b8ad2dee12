import { describe, expect, it } from 'vitest';
import { apply } from '../events/apply.ts';
import { seal } from '../events/seal.ts';
import {
  caseWith,
  caseWithAllegation,
  evidenceOn,
  newest,
  recordOn,
  REDO,
  responseOn,
  UNDO,
} from '../testing/case-with.ts';
import { caseWithEverything, queryOn } from '../testing/case-with-everything.ts';
import { actionOf, historyOf } from './history.ts';

const types = (lines: { type: string }[]): string[] => lines.map(({ type }) => type);

describe('the lines of history', () => {
  it('run from the newest to the oldest', () => {
    const { kase } = caseWith({ type: 'edit-case', title: 'One' }, { type: 'edit-case', title: 'Two' });
    const lines = historyOf(kase);
    expect(lines.map(({ id }) => id)).toEqual(kase.history.map(({ id }) => id).toReversed());
    expect(lines[0]).toEqual({
      id: kase.history[2]?.id,
      at: kase.history[2]?.at,
      by: 'M. K.',
      type: 'case-edited',
      params: { on: 'Two', fields: [{ word: 'words.fields.title' }] },
      allegationId: null,
      undone: false,
      hash: kase.heads[0],
    });
  });

  it('can be read page by page', () => {
    const { kase, run } = caseWithAllegation();
    for (let count = 0; count < 7; count++) run({ type: 'edit-case', title: `Title ${count}` });
    const whole = historyOf(kase);
    const read = [];
    for (;;) {
      const page = historyOf(kase, { limit: 4, before: read.at(-1)?.id });
      if (page.length === 0) break;
      expect(page.length).toBeLessThanOrEqual(4);
      read.push(...page);
    }
    expect(read).toEqual(whole);
    expect(historyOf(kase, { before: 'id-none' })).toEqual([]);
    expect(historyOf(kase, { limit: 0 })).toEqual([]);
  });

  it('of one allegation are those of it and of what hangs on it', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId));
    run({ type: 'edit-evidence', id: newest(kase, 'evidence').id, excerpt: 'x' });
    run(responseOn(allegationId));
    run({ type: 'edit-response', id: newest(kase, 'responses').id, words: 'x' });
    run({ type: 'add-passage', allegationId, span: { documentId, start: 0, end: 3 } });
    run({ type: 'remove', kind: 'passages', id: newest(kase, 'passages').id });
    run(UNDO);
    run({ type: 'record-allegation', statement: 'x', passage: null });
    run({ type: 'edit-case', title: 'x' });
    expect(types(historyOf(kase, { allegationId }))).toEqual([
      'undone',
      'removed',
      'passage-added',
      'response-edited',
      'response-added',
      'evidence-edited',
      'evidence-added',
      'allegation-recorded',
    ]);
    expect(new Set(historyOf(kase, { allegationId }).map((line) => line.allegationId))).toEqual(
      new Set([allegationId]),
    );
    expect(types(historyOf(kase, { allegationId, limit: 1 }))).toEqual(['undone']);
    expect(historyOf(kase, { allegationId: 'id-none' })).toEqual([]);
  });

  it('show what was taken back, until it is brought back', () => {
    const { kase, run } = caseWith({ type: 'edit-case', title: 'One' });
    run(UNDO);
    const lines = () => historyOf(kase).map(({ type, undone }) => [type, undone]);
    expect(lines()).toEqual([
      ['undone', false],
      ['case-edited', true],
      ['case-created', false],
    ]);
    expect(historyOf(kase)[0]?.params).toEqual({
      on: 'One',
      fields: [{ word: 'words.fields.title' }],
      what: { word: 'history.actions.case-edited' },
    });
    run(REDO);
    expect(lines()).toEqual([
      ['redone', false],
      ['undone', false],
      ['case-edited', false],
      ['case-created', false],
    ]);
  });

  it('show what was taken back for good', () => {
    const { kase, run } = caseWith({ type: 'edit-case', title: 'One' });
    run(UNDO);
    run({ type: 'edit-case', title: 'Two' });
    expect(historyOf(kase).map(({ undone }) => undone)).toEqual([false, false, true, false]);
  });
});

describe('what a line says', () => {
  it('of a move is from where to where and why', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run({
      type: 'move-allegation',
      id: allegationId,
      to: 'corroborated',
      reason: 'It is so.',
      override: 'x',
    });
    expect(historyOf(kase)[0]?.params).toEqual({
      on: 'MIL-001',
      statement: 'The mill burned down on Monday.',
      from: { word: 'words.states.unverified' },
      to: { word: 'words.states.corroborated' },
      reason: 'It is so.',
      override: 'x',
    });
  });

  it('of a move with a new denial is about the allegation', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const response = { party: 'Owner', words: 'No.', on: '2026', extent: 'all' } as const;
    run({ type: 'move-allegation', id: allegationId, to: 'denied', basis: 'party', reason: 'x', response });
    expect(historyOf(kase)[0]).toMatchObject({
      allegationId,
      params: { on: 'MIL-001', to: { word: 'words.states.denied' } },
    });
  });

  it('of evidence is its number, source and stance', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId));
    run(recordOn(allegationId, { stance: 'contradicts' }));
    expect(historyOf(kase)[0]?.params).toEqual({
      on: 'MIL-001',
      number: 2,
      source: 'Fire log',
      stance: { word: 'words.stances.contradicts' },
    });
  });

  it('of a response is the party and what it did', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(responseOn(allegationId, { kind: 'declined', extent: null }));
    const params = { on: 'MIL-001', party: 'Mill owner', response: { word: 'words.responses.declined' } };
    expect(historyOf(kase)[0]?.params).toEqual(params);
  });

  it('of an edit is the fields', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run({ type: 'edit-allegation', id: allegationId, notes: 'x', serious: true });
    expect(historyOf(kase)[0]?.params).toMatchObject({
      on: 'MIL-001',
      fields: [{ word: 'words.fields.serious' }, { word: 'words.fields.notes' }],
    });
    run(recordOn(allegationId));
    run({ type: 'edit-source', id: newest(kase, 'sources').id, name: 'Log', party: 'Town' });
    expect(historyOf(kase)[0]).toMatchObject({
      allegationId: null,
      params: { on: 'Log', fields: [{ word: 'words.fields.name' }, { word: 'words.fields.partyId' }] },
    });
  });

  it('of the trash is the kind', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    const title = newest(kase, 'documents').title;
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    run({ type: 'remove', kind: 'documents', id: documentId });
    run({ type: 'restore', kind: 'documents', id: documentId });
    expect(historyOf(kase, { limit: 3 }).map(({ params }) => params)).toMatchObject([
      { on: title, kind: { word: 'words.kinds.documents' } },
      { on: title, kind: { word: 'words.kinds.documents' } },
      { on: 'MIL-001', kind: { word: 'words.kinds.allegations' } },
    ]);
  });

  it('of what was undone is still what it was', () => {
    const { kase, run } = caseWithAllegation();
    run({ type: 'record-allegation', statement: 'Gone again', claimant: 'Mayor', passage: null });
    run(UNDO);
    expect(historyOf(kase, { limit: 2 })).toMatchObject([
      { type: 'undone', params: { on: 'MIL-002', statement: 'Gone again' } },
      { type: 'allegation-recorded', params: { on: 'MIL-002', statement: 'Gone again' } },
    ]);
  });

  it('of evidence and responses that were undone is still whose they were', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId));
    run(responseOn(allegationId));
    run(UNDO);
    run(UNDO);
    expect(historyOf(kase, { limit: 4 })).toMatchObject([
      { type: 'undone', params: { source: 'A neighbour' } },
      { type: 'undone', params: { party: 'Mill owner' } },
      { type: 'response-added', params: { party: 'Mill owner' } },
      { type: 'evidence-added', params: { source: 'A neighbour' } },
    ]);
  });

  it('of queries, exhibits and relations that were undone is still what they were about', () => {
    const { kase, run } = caseWithEverything();
    while (kase.undo.length > 0) run(UNDO);
    const told = (type: string) => historyOf(kase).find((line) => line.type === type)?.params;
    const title = kase.history[1]?.changes[0]?.after?.['title'];
    expect(told('allegations-related')).toMatchObject({ on: 'MIL-001', other: 'MIL-002' });
    expect(told('query-asked')).toMatchObject({ on: 'MIL-001', number: 1 });
    expect(told('exhibit-added')).toMatchObject({ on: 'The mill after the fire', number: 1 });
    expect(told('document-added')).toMatchObject({ on: title });
    expect(told('allegation-reviewed')).toMatchObject({ on: 'MIL-001', reason: 'Nobody saw the log.' });
  });

  it('of a query that came up with no allegation is the document, also of one that was undone', () => {
    const { kase, run, documentId } = caseWithEverything();
    const { title } = newest(kase, 'documents');
    run(queryOn(documentId));
    const line = () =>
      historyOf(kase).find(({ params }) => params['number'] === 2 && params['what'] === undefined);
    expect(line()).toMatchObject({ allegationId: null, params: { on: title } });
    while (kase.undo.length > 0) run(UNDO);
    expect(line()).toMatchObject({ type: 'query-asked', params: { on: title } });
  });

  it('of a decision is what was decided and why', () => {
    const { kase, run } = caseWithEverything();
    const { id } = newest(kase, 'queries');
    const decided = { decision: 'stet', wording: null, reason: 'Readers know.', decidedBy: null } as const;
    run({ type: 'decide-query', id, ...decided });
    expect(historyOf(kase)[0]?.params).toEqual({
      on: 'MIL-001',
      number: 1,
      decision: { word: 'words.decisions.stet' },
      reason: 'Readers know.',
    });
  });

  it('of a change of the standard is the numbers, and the other rules that changed', () => {
    const { kase, run } = caseWith();
    run({ type: 'change-standard', primary: 2 });
    expect(historyOf(kase)[0]?.params).toEqual({ on: 'Mill fire', primary: 2, firstHand: 2, secondary: 3 });
    run({ type: 'change-standard', secondPerson: 'always', credibility: '3' });
    expect(historyOf(kase)[0]?.params['rules']).toEqual([
      { word: 'words.rules.credibility' },
      { word: 'words.rules.secondPerson' },
    ]);
  });

  it('of an event it does not know is what can be found', () => {
    const { kase, context, allegationId } = caseWithAllegation();
    const change = {
      kind: 'allegations',
      id: allegationId,
      before: { uk: null },
      after: { uk: 'x' },
    } as const;
    apply(kase, seal({ type: 'statement-translated', changes: [change] }, kase.heads, context));
    apply(kase, seal({ type: 'nothing-done', changes: [] }, kase.heads, context));
    expect(historyOf(kase, { limit: 2 })).toMatchObject([
      { type: 'nothing-done', params: { on: '' }, allegationId: null },
      { type: 'statement-translated', params: { on: 'MIL-001' }, allegationId },
    ]);
  });
});

describe('the name of an action', () => {
  it('is none for no event', () => {
    const { kase } = caseWith();
    expect(actionOf(kase, undefined)).toBeNull();
  });

  it('says what was done to what', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const event = run(evidenceOn(allegationId));
    expect(actionOf(kase, event)).toEqual({
      action: { word: 'history.actions.evidence-added' },
      on: 'MIL-001',
    });
  });
});
