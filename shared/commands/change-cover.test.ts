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
    };
    run({ type: 'change-cover', cover: rest, logo: LOGO });
    expect(caseInfo(kase)).toMatchObject({ cover: { ...rest, method: 'Read twice.' }, logo: LOGO });
    run({ type: 'change-cover', cover: { title: ' ' }, logo: null });
    expect(caseInfo(kase).cover).toEqual({ ...rest, method: 'Read twice.', title: '' });
    expect(caseInfo(kase).logo).toBeNull();
  });

  it('does not record the logo again with its words, nor its words with the logo', () => {
    const { run } = caseWith();
    const cover = { method: 'Read twice.' };
    const drawn = run({ type: 'change-cover', cover: {}, logo: LOGO });
    expect(drawn.changes).toMatchObject([{ before: { logo: null }, after: { logo: LOGO } }]);
    expect(drawn.changes[0]?.after).not.toHaveProperty('cover');
    const [change] = run({ type: 'change-cover', cover, logo: LOGO }).changes;
    expect(change?.after).toEqual({ cover: { ...EMPTY_COVER, ...cover } });
    expect(change?.before).toEqual({ cover: EMPTY_COVER });
  });

  it('keeps what a newer Stet put into it', () => {
    const { kase, run } = caseWith();
    const info = caseInfo(kase);
    const cover = { ...info.cover, colour: 'red' };
    putRecord(kase, 'case', info.id, { ...info, cover, logo: { ...LOGO, colour: 'blue' } });
    run({ ...METHOD, logo: { ...LOGO, alt: 'Another mill' } });
    expect(caseInfo(kase).cover).toMatchObject({ method: 'Read twice.', colour: 'red' });
    expect(caseInfo(kase).logo).toMatchObject({ alt: 'Another mill', colour: 'blue' });
  });

  it.each([{}, { cover: {} }, { cover: { method: 'Read twice. ' } }, { logo: null }])(
    'to what it is already is refused: %j',
    (given) => {
      expect(caseWith(METHOD).refusal({ type: 'change-cover', ...given })).toEqual({
        code: 'nothing-changed',
      });
    },
  );

  it.each([
    { cover: { method: null } },
    { cover: { title: 'x'.repeat(LIMITS.title + 1) } },
    { cover: { version: 'x'.repeat(LIMITS.tag + 1) } },
    { cover: { method: '\ud800' } },
    { logo: { ...LOGO, mediaType: 'image/svg+xml' } },
    { logo: { ...LOGO, base64: 'not base64' } },
    { logo: { ...LOGO, base64: 'A'.repeat(LIMITS.logoBase64 + 4) } },
    { logo: { ...LOGO, alt: undefined } },
  ])('to %j is no command', (given) => {
    expect(commandSchema.safeParse({ type: 'change-cover', ...given }).success).toBe(false);
  });
});
