import { describe, expect, it } from 'vitest';
import { caseInfo } from '../case/case.ts';
import { caseInfoSchema } from '../case/records.ts';
import { verifyCase } from '../events/verify-case.ts';
import { testContext } from '../testing/case-with.ts';
import { createCase, refPrefixFor } from './create-case.ts';

describe('creating a case', () => {
  it('begins a history with the case’s own record', () => {
    const kase = createCase({ title: '  Mill fire ' }, testContext('A. B.'));
    expect(caseInfo(kase)).toEqual({
      id: 'id-1',
      title: 'Mill fire',
      refPrefix: 'MIL',
      standard: {
        primary: 1,
        firstHand: 2,
        secondary: 3,
        authenticated: true,
        reliability: 'F',
        credibility: '6',
        replyIfSerious: true,
        secondPerson: 'never',
      },
      cover: {
        title: '',
        version: '',
        preparedFor: '',
        reviewedBy: '',
        method: '',
        interests: '',
        suggestions: '',
      },
      logo: null,
      publisher: null,
      scale: null,
      createdAt: '2026-11-23T14:00:00.000Z',
    });
    expect(kase.history).toMatchObject([{ type: 'case-created', by: 'A. B.', v: 4, parents: [] }]);
    expect(verifyCase(kase)).toBeNull();
  });

  it('cannot be undone, since nothing would be left', () => {
    const kase = createCase({ title: 'Mill fire' }, testContext());
    expect([kase.undo, kase.redo]).toEqual([[], []]);
  });

  it('takes a prefix of one’s own', () => {
    expect(caseInfo(createCase({ title: 'Mill fire', refPrefix: 'FIRE' }, testContext())).refPrefix).toBe(
      'FIRE',
    );
  });
});

describe('the prefix of references', () => {
  it.each([
    ['Mill fire', 'MIL'],
    ['Übung', 'UBU'],
    ['A b c d', 'ABC'],
    ['4 Großstädte', 'GRO'],
    ['Пожежа на млині', 'REF'],
    ['حريق', 'REF'],
    ['Ab', 'REF'],
    ['🔥🔥🔥', 'REF'],
    ['', 'REF'],
  ])('of “%s” is %s', (title, prefix) => {
    expect(refPrefixFor(title)).toBe(prefix);
    expect(caseInfoSchema.shape.refPrefix.safeParse(prefix).success).toBe(true);
  });
});
