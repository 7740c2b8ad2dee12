import fc from 'fast-check';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { Logo } from '../../shared/case/report-record.ts';
import { translator } from '../../shared/messages/translate.ts';
import { WHOLE } from '../../shared/report/report-about.ts';
import { reportData } from '../../shared/report/report-data.ts';
import { caseWithAllegation } from '../../shared/testing/case-with.ts';
import { LOGO } from '../../shared/testing/case-with-everything.ts';
import { NAUGHTY } from '../../shared/testing/dice.ts';
import { jpegOf, pngOf } from '../../shared/testing/pictures.ts';
import { all, checkDocx, type Node } from './read-docx.ts';
import { reportDocx } from './report-docx.ts';

function written(logo: Logo): Promise<Uint8Array> {
  const { kase, run } = caseWithAllegation();
  run({ type: 'change-cover', logo });
  const at = '2026-11-24T09:00:00.000Z';
  const about = { edition: 'checked', at, preparedBy: '', fileSha256: null, scope: WHOLE } as const;
  return reportDocx(reportData(kase, { ...about, appVersion: '0.1.0' }), 'en', translator('en'));
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const own = ({ element }: Node, name: string): string => element.getAttribute(name) ?? '';
const logoOf = (bytes: Uint8Array, fields: Partial<Logo> = {}): Logo => ({
  ...LOGO,
  base64: base64(bytes),
  ...fields,
});

describe('the logo in a Word document', () => {
  it('is its first paragraph, with what it shows, as another reader finds it', async () => {
    const bytes = await written(LOGO);
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    const source = `data:image/png;base64,${LOGO.base64}`;
    expect(value.startsWith(`<p><img alt="${LOGO.alt}" src="${source}" /></p>`)).toBe(true);
    expect(checkDocx(bytes).paragraphs[1]?.style).toBe('StetKicker');
  });

  it('is the same file each time, whatever was written in between', async () => {
    const bytes = await written(LOGO);
    await written(logoOf(jpegOf(300, 20)));
    expect(Buffer.compare(await written(LOGO), bytes)).toBe(0);
  });

  it.each([
    ['a small one', pngOf(30, 20), 'png', [30, 20]],
    ['a wide one', pngOf(3_000, 600), 'png', [192, 38]],
    ['a tall one', jpegOf(100, 640), 'jpg', [10, 64]],
  ])('keeps its ratio within 51 × 17 mm: %s', async (_what, picture, type, [width, height]) => {
    // What the case says of its type decides nothing.
    const bytes = await written(logoOf(picture, { mediaType: 'image/png' }));
    const [extent] = all(checkDocx(bytes).document, 'extent');
    expect(extent && [own(extent, 'cx'), own(extent, 'cy')]).toEqual(
      [width ?? 0, height ?? 0].map((pixels) => String(pixels * 9_525)),
    );
    const parts = unzipSync(bytes);
    const [name = ''] = Object.keys(parts).filter((each) => each.startsWith('word/media/'));
    expect(name.endsWith(`.${type}`)).toBe(true);
    expect(Buffer.compare(parts[name] ?? new Uint8Array(), picture)).toBe(0);
  });

  it('is what it shows, in words, where it is no picture that could be shown', async () => {
    const bytes = await written(logoOf(pngOf(5, 5).subarray(0, 12)));
    const { document, paragraphs, parts } = checkDocx(bytes);
    expect(paragraphs[0]?.text).toBe(LOGO.alt);
    expect(all(document, 'drawing')).toEqual([]);
    expect(Object.keys(parts).filter((name) => name.includes('media'))).toEqual([]);
  });

  it('is marked as decoration where nothing is to be read out', async () => {
    const { document } = checkDocx(await written({ ...LOGO, alt: ' ' }));
    expect(all(document, 'decorative')).toHaveLength(1);
    expect(all(checkDocx(await written(LOGO)).document, 'decorative')).toEqual([]);
  });

  it('never harms the file, whatever is said of it', async () => {
    const said = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      fc.constantFrom(...NAUGHTY),
      fc.constantFrom('{default-bullet-numbering-0}', 'rId{x.png}', '"><w:p/>', "&amp;'"),
    );
    await fc.assert(
      fc.asyncProperty(said, async (alt) => {
        const { document } = checkDocx(await written({ ...LOGO, alt }));
        expect(all(document, 'drawing')).toHaveLength(1);
      }),
      { numRuns: 25 },
    );
    const [drawn] = all(checkDocx(await written({ ...LOGO, alt: 'A "mill" <b>\n& {0}' })).document, 'docPr');
    expect(drawn && own(drawn, 'descr')).toBe('A "mill" <b> & {0}');
  });
});
