import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sliceByCodePoints } from '../../shared/text/code-points.ts';
import { textFile } from './text-file.ts';

const ARTICLE = resolve(import.meta.dirname, '../../../shared/seed/article.txt');
if (!existsSync(ARTICLE)) console.log('Skipped: ../shared/seed/article.txt is absent.');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a text', () => {
  it.skipIf(!existsSync(ARTICLE))('is taken as it is', () => {
    const bytes = readFileSync(ARTICLE);
    expect(textFile(bytes, 'text')).toEqual({
      ok: true,
      value: {
        format: 'text',
        text: bytes.toString('utf8'),
        encoding: 'utf-8',
        extractor: null,
        language: 'en',
        blocks: [],
        pages: [],
        title: null,
      },
    });
  });

  it('keeps its ends of line and its marks', () => {
    const text = '\n\n# One\r\n\r\ntwo\t \r\n🙂\n';
    expect(textFile(utf8(text), 'text')).toMatchObject({ ok: true, value: { text, blocks: [] } });
  });

  it('has headings in Markdown, outside of code', () => {
    const text =
      '# 🙂 One #\r\nwords\n```sh\n# no\n~~~\n```\n  ### Three\n#none\n####### seven\n~~~\n## no end';
    const parsed = textFile(utf8(text), 'markdown');
    expect(parsed).toMatchObject({ ok: true, value: { text, format: 'markdown' } });
    const blocks = parsed.ok ? parsed.value.blocks : [];
    expect(
      blocks.map(({ kind, level, start, end }) => [kind, level, sliceByCodePoints(text, start, end)]),
    ).toEqual([
      ['heading', 1, '# 🙂 One #'],
      ['heading', 3, '  ### Three'],
    ]);
  });

  it.each([
    [utf8(' \n'), { code: 'no-text-in-it' }],
    [utf8('a\0b'), { code: 'not-text' }],
    [utf8('a'.repeat(20_000_001)), { code: 'too-much-text', limitMillions: 20 }],
  ])('is refused when it is none, or too much', (bytes, error) => {
    expect(textFile(bytes, 'text')).toEqual({ ok: false, error });
  });
});
