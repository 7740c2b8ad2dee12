import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../shared/case/limits.ts';
import { checkExtracted, checkProblem, checkShare } from './check-extracted.ts';

const GOOD = {
  text: '🙂 one\n\ntwo',
  format: 'html',
  extractor: { name: 'stet-page', version: '1' },
  encoding: 'utf-8',
  language: 'en',
  blocks: [
    { kind: 'heading', start: 0, end: 5, level: 1 },
    { kind: 'item', start: 7, end: 10, level: null },
  ],
  pages: [
    { label: 'i', start: 0 },
    { label: '2', start: 7 },
    { label: '3', start: 10 },
  ],
  title: null,
};
const block = (start: number, end: number) => ({ kind: 'quote', start, end, level: null });

describe('what the parsing window posted', () => {
  it('is believed when it is as it should be', () => {
    expect(checkExtracted(JSON.stringify(GOOD))).toEqual(GOOD);
  });

  it('brings nothing along that nobody knows', () => {
    const more = {
      ...GOOD,
      extra: 1,
      extractor: { ...GOOD.extractor, extra: 1 },
      blocks: GOOD.blocks.map((each) => ({ ...each, extra: 1 })),
      pages: GOOD.pages.map((each) => ({ ...each, extra: 1 })),
    };
    expect(checkExtracted(JSON.stringify(more))).toEqual(GOOD);
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['another format', { ...GOOD, format: 'doc' }],
    ['no text', { ...GOOD, text: undefined }],
    ['an empty text', { ...GOOD, text: ' \n', blocks: [], pages: [] }],
    ['a NUL', { ...GOOD, text: 'one\0two 345' }],
    ['half a character', `${JSON.stringify(GOOD).replace('two', '\\ud800')}`],
    ['a text that is too long', { ...GOOD, text: 'a'.repeat(LIMITS.documentText + 1) }],
    ['a title that is too long', { ...GOOD, title: 'a'.repeat(LIMITS.title + 1) }],
    ['a block of no kind', { ...GOOD, blocks: [{ ...block(0, 1), kind: 'script' }] }],
    ['a block beyond the end', { ...GOOD, blocks: [block(7, 11)] }],
    ['a block that ends before it begins', { ...GOOD, blocks: [block(3, 2)] }],
    ['a block before the start', { ...GOOD, blocks: [block(-1, 2)] }],
    ['blocks that overlap', { ...GOOD, blocks: [block(0, 3), block(2, 5)] }],
    ['blocks out of order', { ...GOOD, blocks: [block(4, 5), block(0, 1)] }],
    ['a page beyond the end', { ...GOOD, pages: [{ label: '1', start: 11 }] }],
    ['pages out of order', { ...GOOD, pages: GOOD.pages.toReversed() }],
  ])('is not believed with %s', (_what, value) => {
    expect(checkExtracted(typeof value === 'string' ? value : JSON.stringify(value))).toBeNull();
  });

  it('is a problem that it may have, or a crash', () => {
    expect(checkProblem('{"code":"password-needed"}')).toEqual({ code: 'password-needed' });
    expect(checkProblem('{"code":"too-much-text","limitMillions":20}')).toEqual({
      code: 'too-much-text',
      limitMillions: 20,
    });
    for (const other of ['{"code":"disk-full"}', '{"code":"too-much-text","limitMillions":"x"}', '1', ''])
      expect(checkProblem(other)).toEqual({ code: 'reader-crashed' });
  });

  it('is a share between nothing and all', () => {
    expect(['0', '0.25', '1'].map(checkShare)).toEqual([0, 0.25, 1]);
    expect(['-1', '2', '1e999', 'null', '"1"', 'x', ''].map(checkShare)).toEqual(Array(7).fill(null));
  });
});
