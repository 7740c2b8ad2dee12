import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/case/document.ts';
import { BLOCK_KINDS } from '../../../shared/case/words.ts';
import { codePointLength } from '../../../shared/text/code-points.ts';
import { chunkAt, readingOf } from './reading.ts';

const NOTHING = { blocks: [], pages: [], language: null };

const block = (kind: Block['kind'], text: string, words: string, level: number | null = null): Block => {
  const start = codePointLength(text.slice(0, text.indexOf(words)));
  return { kind, start, end: start + codePointLength(words), level };
};

const anyText = fc
  .array(fc.constantFrom('word ', '🔥', 'שלום', '\n', '\n\n', '\t', 'A heading', '- ', '.'), {
    maxLength: 150,
  })
  .map((parts) => parts.join(''));

describe('readingOf', () => {
  it('has every unit of the text in one line of one chunk, whatever the blocks and pages', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(fc.tuple(fc.constantFrom(...BLOCK_KINDS), fc.nat(200), fc.nat(80)), { maxLength: 8 }),
        fc.array(fc.nat(300), { maxLength: 5 }),
        (text, spans, starts) => {
          const blocks = spans.map(([kind, start, length]) => ({
            kind,
            start,
            end: start + length,
            level: 1,
          }));
          const pages = starts.sort((a, b) => a - b).map((start, index) => ({ label: `${index}`, start }));
          const { chunks } = readingOf({ text, blocks, pages, language: null });
          expect(chunks.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
          const lines = chunks.flatMap(({ lines: own }) => own);
          expect(lines.map(({ from, to }) => text.slice(from, to))).toEqual(
            text.match(/[^\n]*\n|[^\n]+$/gu) ?? [],
          );
          for (let unit = 0; unit < text.length; unit += 7) {
            const chunk = chunkAt({ chunks }, unit);
            expect(chunk && chunk.from <= unit && unit < chunk.to).toBe(true);
          }
        },
      ),
    );
  });

  it('knows what a line is: the innermost block it begins in, but boilerplate whatever else it is', () => {
    const text = 'Title\n\nSaid he:\nquoted\n\nShare this\n\n🔥 one\ntwo';
    const blocks = [
      block('heading', text, 'Title', 2),
      block('quote', text, 'Said he:\nquoted'),
      block('item', text, 'quoted', 3),
      block('boilerplate', text, 'Share this'),
      block('quote', text, 'Share this'),
      block('item', text, '🔥 one', 1),
      block('item', text, 'two', 1),
    ];
    const [chunk] = readingOf({ ...NOTHING, text, blocks }).chunks;
    expect(chunk?.lines.map(({ kind, level, bullet }) => `${kind} ${level}${bullet ? ' •' : ''}`)).toEqual([
      'heading 2',
      'blank 1',
      'quote 1',
      'item 3 •',
      'blank 1',
      'boilerplate 1',
      'blank 1',
      'item 1 •',
      'item 1 •',
    ]);
  });

  it('goes by the form of a text that has no blocks, and leaves the signs of its lists alone', () => {
    const text =
      'The mill fire\n\nIt burned down on Monday, the mayor said.\n\n- Nobody was hurt\n- The cause is open';
    const { chunks, parting } = readingOf({ ...NOTHING, text });
    expect(chunks[0]?.lines.map(({ kind, bullet }) => [kind, bullet])).toEqual([
      ['heading', false],
      ['blank', false],
      ['text', false],
      ['blank', false],
      ['item', false],
      ['item', false],
    ]);
    expect(parting).toBe('lines');
  });

  it('knows the page that begins with a line, and those that begin within it', () => {
    const text = 'One.\n\n🔥 Two goes over the page.';
    const pages = [
      { label: 'iv', start: 0 },
      { label: '1', start: 6 },
      { label: '2', start: 17 },
    ];
    const [chunk] = readingOf({ ...NOTHING, text, pages }).chunks;
    expect(chunk?.lines.map(({ page }) => page)).toEqual(['iv', null, '1']);
    const [within] = chunk?.lines.at(-1)?.breaks ?? [];
    expect(text.slice(within?.at)).toBe('over the page.');
  });

  it('keeps the rows of a table together, and cuts the rest', () => {
    const rows = Array.from({ length: 100 }, (_, row) => `a\t${row}`).join('\n');
    const text = `${'line\n'.repeat(30)}${rows}\n${'line\n'.repeat(200)}`;
    const { chunks } = readingOf({ ...NOTHING, text, blocks: [block('table', text, rows)] });
    const withRows = chunks.filter(({ lines }) => lines.some(({ kind }) => kind === 'table'));
    expect(withRows).toHaveLength(1);
    expect(chunks.length).toBeGreaterThan(4);
  });
});
