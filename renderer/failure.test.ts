import { describe, expect, it } from 'vitest';
import { translator } from '../shared/messages/translate.ts';
import { failureSentence, fileSentence, intakeSentence } from './failure.ts';

const t = translator('en');

describe('failureSentence', () => {
  it('says why a command was refused', () => {
    expect(failureSentence({ refusal: { code: 'reason-needed' } }, t)).toBe(t('refusals.reason-needed'));
    expect(failureSentence({ refusal: { code: 'text-needed', field: 'statement' } }, t)).toContain(
      '“statement”',
    );
  });

  it('names what the standard still asks for', () => {
    const missing = [{ code: 'needs-first-hand', count: 2 }] as const;
    expect(failureSentence({ refusal: { code: 'standard-not-met', missing: [...missing] } }, t)).toContain(
      '2 first-hand sources, each of an origin of its own',
    );
  });

  it('says why something could not be saved', () => {
    expect(failureSentence({ save: { code: 'disk-full' } }, t)).toBe(t('problems.disk-full'));
    expect(failureSentence({ save: { code: 'write-failed', detail: 'EIO' } }, t)).toContain('EIO');
  });

  it('says that there is no case any more', () => {
    expect(failureSentence({ noCase: true }, t)).toBe(t('frame.noCase'));
  });
});

describe('intakeSentence', () => {
  it('names the file where it is about one, and says why the case did not take it where it is not', () => {
    expect(intakeSentence({ file: 'mill.pdf', problem: { code: 'not-text' } }, t)).toBe(
      `mill.pdf: ${t('problems.not-text')}`,
    );
    expect(intakeSentence({ refusal: { code: 'superseded' } }, t)).toBe(t('refusals.superseded'));
    expect(intakeSentence({ save: { code: 'disk-full' } }, t)).toBe(t('problems.disk-full'));
  });
});

describe('fileSentence', () => {
  it('begins with the file and says what is wrong with it', () => {
    const sentence = fileSentence({ file: 'fire.stet', problem: { code: 'file-missing' } }, t);
    expect(sentence).toBe(`fire.stet: ${t('problems.file-missing')}`);
  });

  it('takes no part of a file name for a parameter', () => {
    const sentence = fileSentence(
      { file: '{{problem}} $t(frame.close).stet', problem: { code: 'not-text' } },
      t,
    );
    expect(sentence).toBe(`{{problem}} $t(frame.close).stet: ${t('problems.not-text')}`);
  });
});
