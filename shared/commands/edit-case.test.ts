import { describe, expect, it } from 'vitest';
import { caseInfo } from '../case/case.ts';
import { LIMITS } from '../case/limits.ts';
import { caseWith } from '../testing/case-with.ts';
import { commandSchema } from './index.ts';

describe('renaming a case', () => {
  it('records the title as it was and as it is', () => {
    const { kase, run } = caseWith();
    const event = run({ type: 'edit-case', title: ' Fire at the mill\n' });
    expect(event).toMatchObject({
      type: 'case-edited',
      changes: [{ kind: 'case', before: { title: 'Mill fire' }, after: { title: 'Fire at the mill' } }],
    });
    expect(event.changes[0]?.after).toEqual({ title: 'Fire at the mill' });
    expect(caseInfo(kase)).toMatchObject({ title: 'Fire at the mill', refPrefix: 'MIL' });
  });

  it.each(['', ' \n\t', '\u3000'])('needs a title, not %j', (title) => {
    expect(caseWith().refusal({ type: 'edit-case', title })).toEqual({ code: 'text-needed', field: 'title' });
  });

  it('refuses the same title, whatever space is around it', () => {
    expect(caseWith().refusal({ type: 'edit-case', title: ' Mill fire ' })).toEqual({
      code: 'nothing-changed',
    });
  });

  it.each([
    ['too long a title', 'x'.repeat(LIMITS.title + 1)],
    ['half a character', 'fire \ud83d'],
  ])('does not accept %s as input', (_what, title) => {
    expect(commandSchema.safeParse({ type: 'edit-case', title }).success).toBe(false);
  });
});
