import { describe, expect, it } from 'vitest';
import { caseWith, newest, recordsOf, UNDO, type Command } from '../testing/case-with.ts';
import { commandSchema } from './index.ts';

const LOG: Command<'add-source'> = { type: 'add-source', name: 'Fire log', kind: 'record', party: null };

describe('adding a source', () => {
  it('records it with its party, ungraded and by its name unless told otherwise', () => {
    const { kase, run } = caseWith();
    const event = run({ ...LOG, name: ' Fire log ', party: ' Town ' });
    expect(event.type).toBe('source-added');
    expect(event.changes.map(({ kind, before }) => [kind, before])).toEqual([
      ['parties', null],
      ['sources', null],
    ]);
    expect(newest(kase, 'sources')).toEqual({
      id: newest(kase, 'sources').id,
      name: 'Fire log',
      kind: 'record',
      partyId: newest(kase, 'parties').id,
      interests: '',
      reliability: 'F',
      confidential: false,
      commitment: null,
      erasedAt: null,
      mergedIntoId: null,
      removed: false,
    });
  });

  it('takes what is known of it', () => {
    const { kase, run } = caseWith();
    const known = { interests: ' Insured the mill. ', reliability: 'B', confidential: true } as const;
    run({ ...LOG, name: 'A clerk of the town', kind: 'person', ...known });
    expect(newest(kase, 'sources')).toMatchObject({
      ...known,
      interests: 'Insured the mill.',
      kind: 'person',
    });
  });

  it('is taken back with the party it made', () => {
    const { kase, run } = caseWith();
    const before = recordsOf(kase);
    run({ ...LOG, party: 'Town' });
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
  });

  it('needs a name', () => {
    expect(caseWith().refusal({ ...LOG, name: ' \n' })).toEqual({ code: 'text-needed', field: 'name' });
  });

  it('refuses one that is there under that name, and takes one whose namesake is in the trash', () => {
    const { kase, run, refusal } = caseWith(LOG);
    expect(refusal({ ...LOG, name: 'FIRE  log', kind: 'other' })).toEqual({ code: 'same-record' });
    run({ type: 'remove', kind: 'sources', id: newest(kase, 'sources').id });
    run(LOG);
    expect(kase.records.sources.size).toBe(2);
  });

  it.each([
    ['an unknown kind', { kind: 'blog' }],
    ['an unknown grade', { reliability: 'G' }],
    ['a name too long', { name: 'x'.repeat(301) }],
    ['no party field', { party: undefined }],
  ])('does not accept %s as input', (_what, fields) => {
    expect(commandSchema.safeParse({ ...LOG, ...fields }).success).toBe(false);
  });

  it('never takes what only the vault may hold', () => {
    const parsed = commandSchema.parse({ ...LOG, contact: '555', commitment: 'a'.repeat(64) });
    expect(parsed).toEqual(LOG);
  });
});
