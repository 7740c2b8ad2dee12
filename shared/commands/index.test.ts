import { describe, expect, it } from 'vitest';
import { KINDS } from '../case/records.ts';
import {
  caseWith,
  caseWithAllegation,
  evidenceOn,
  newest,
  responseOn,
  testContext,
} from '../testing/case-with.ts';
import { commandSchema, decide, type CommandValue } from './index.ts';

describe('a command from outside', () => {
  it('is parsed by the schema of its type, without what that does not know', () => {
    const asked = { type: 'edit-case', title: 'Mill', id: 'x', refPrefix: 'XX' };
    expect(commandSchema.parse(asked)).toEqual({ type: 'edit-case', title: 'Mill' });
  });

  it.each([
    ['no object', null],
    ['a list', []],
    ['no type', {}],
    ['an unknown type', { type: 'delete-everything' }],
    ['a name of objects', { type: 'constructor' }],
    ['a type that is no text', { type: 3 }],
    ['no fields', { type: 'edit-case' }],
    ['a field of another type', { type: 'edit-case', title: 3 }],
  ])('is not accepted with %s', (_what, asked) => {
    expect(commandSchema.safeParse(asked).success).toBe(false);
  });

  it('says which field is wrong', () => {
    const parsed = commandSchema.safeParse({ type: 'edit-allegation', id: 'a', saidOn: '2026-13' });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['saidOn']]);
    expect(commandSchema.safeParse({ type: 'no-such' }).error?.issues[0]?.message).toContain('no-such');
  });

  it('that nobody has heard of is a bug, not a refusal', () => {
    const asked = { type: 'no-such' } as unknown as CommandValue;
    expect(() => decide(caseWith().kase, asked, testContext())).toThrow('no-such');
  });
});

it('no command leaves its own type in a record', () => {
  const { kase, run, documentId, allegationId } = caseWithAllegation();
  run(evidenceOn(allegationId));
  run({ type: 'edit-evidence', id: newest(kase, 'evidence').id, excerpt: 'x' });
  run(responseOn(allegationId));
  run({ type: 'edit-response', id: newest(kase, 'responses').id, words: 'x' });
  run({ type: 'add-passage', allegationId, span: { documentId, start: 0, end: 3 } });
  const records = KINDS.flatMap((kind): object[] => [...kase.records[kind].values()]);
  expect(records.filter((record) => 'type' in record)).toEqual([]);
});
