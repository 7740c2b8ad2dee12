import { describe, expect, it } from 'vitest';
import { caseInfo, putRecord } from '../case/case.ts';
import { EMPTY_COVER } from '../case/report-record.ts';
import { LIMITS } from '../case/limits.ts';
import { verifyCase } from '../events/verify-case.ts';
import { caseWith, UNDO } from '../testing/case-with.ts';
import { LOGO } from '../testing/case-with-everything.ts';
import { commandSchema } from './index.ts';

const METHOD = { type: 'change-cover', cover: { method: '  Read twice.\n' } } as const;

describe('changing the cover', () => {
  it('is recorded with what it was, without the space around it, and can be undone', () => {
    const { kase, run } = caseWith();
    const event = run(METHOD);
    const cover = { ...EMPTY_COVER, method: 'Read twice.' };
    expect(event).toMatchObject({
      type: 'cover-changed',
      changes: [{ kind: 'case', before: { cover: EMPTY_COVER }, after: { cover } }],
    });
    expect(caseInfo(kase).cover).toEqual(cover);
    expect(verifyCase(kase)).toBeNull();
    run(UNDO);
    expect(caseInfo(kase).cover).toEqual(EMPTY_COVER);
  });

  it('keeps what is not given, and takes everything', () => {
    const { kase, run } = caseWith(METHOD);
    const rest = {
      title: 'What is known',
      version: '2.1',
      preparedFor: 'The desk',
      reviewedBy: 'R. S.',
      interests: 'The mill advertises with us.',
      suggestions: 'None were used.',
      logo: LOGO,
    };
    run({ type: 'change-cover', cover: rest });
    expect(caseInfo(kase).cover).toEqual({ ...rest, method: 'Read twice.' });
    run({ type: 'change-cover', cover: { logo: null, title: ' ' } });
    expect(caseInfo(kase).cover).toEqual({ ...rest, method: 'Read twice.', logo: null, title: '' });
  });

  it('keeps what a newer Stet put into it', () => {
    const { kase, run } = caseWith();
    const info = caseInfo(kase);
    putRecord(kase, 'case', info.id, { ...info, cover: { ...info.cover, colour: 'red' } });
    run(METHOD);
    expect(caseInfo(kase).cover).toMatchObject({ method: 'Read twice.', colour: 'red' });
  });

  it.each([{}, { method: 'Read twice. ' }, { logo: null }])(
    'to what it is already is refused: %j',
    (cover) => {
      expect(caseWith(METHOD).refusal({ type: 'change-cover', cover })).toEqual({ code: 'nothing-changed' });
    },
  );

  it.each([
    { method: null },
    { title: 'x'.repeat(LIMITS.title + 1) },
    { version: 'x'.repeat(LIMITS.tag + 1) },
    { method: '\ud800' },
    { logo: { ...LOGO, mediaType: 'image/svg+xml' } },
    { logo: { ...LOGO, base64: 'not base64' } },
    { logo: { ...LOGO, base64: 'A'.repeat(LIMITS.logoBase64 + 4) } },
    { logo: { ...LOGO, alt: undefined } },
  ])('to %j is no command', (cover) => {
    expect(commandSchema.safeParse({ type: 'change-cover', cover }).success).toBe(false);
  });
});
