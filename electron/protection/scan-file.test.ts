import { strToU8, zipSync, type Zippable } from 'fflate';
import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { Found } from '../../shared/protection/found.ts';
import type { Needle } from '../../shared/protection/needle.ts';
import { scanFile, type ScannedForm } from './scan-file.ts';

const NEEDLES: Needle[] = [
  { what: 'identity', id: 's1', text: 'Zoryana Quill' },
  { what: 'identity', id: 's1', text: 'Quill' },
  { what: 'exhibit-hash', id: 'e1', text: 'fade'.repeat(16) },
];

const scan = (form: ScannedForm, content: string | Uint8Array, fileName = 'Report'): Promise<Found[]> =>
  scanFile({ form, bytes: typeof content === 'string' ? strToU8(content) : content, fileName }, NEEDLES);
const places = async (form: ScannedForm, content: string | Uint8Array, fileName?: string) =>
  (await scan(form, content, fileName)).map(({ place }) => place);

describe('HTML', () => {
  const page = (inside: string, head = '') =>
    `<!DOCTYPE html>\n<html lang="en"><head><title>T</title>${head}</head><body>${inside}</body></html>`;

  it.each([
    ['text', '<p>Zoryana Quill</p>'],
    ['text in tags', '<p>Zor<b>yana</b> <i>Qu</i>ill</p>'],
    ['words in tags', '<td><span>Zoryana</span><span>Quill</span></td>'],
    ['a broken line', '<p>Zoryana<br>Quill</p>'],
    ['entities', '<p>&#90;oryana &#x51;uill</p>'],
    ['entities with names', '<p>Zoryana&nbsp;Qu&shy;ill</p>'],
    ['an attribute', '<p title="by Zoryana &#81;uill">x</p>'],
    ['an attribute without quotation marks', '<p data-by=Quill>x</p>'],
    ['an attribute with a bracket', '<p title="a > b, Quill">x</p>'],
    ['an anchor', '<p id="zoryana-quill">x</p>'],
    ['a comment', '<!-- Zoryana Quill -->'],
    ['an open comment', '<!-- Zoryana Quill'],
    ['a name of an element', '<zoryana-quill>x</zoryana-quill>'],
    ['a stray bracket', '<p>a < Zoryana Quill</p>'],
    ['a hash over lines', `<p>${'fade'.repeat(8)}<wbr>${'fade'.repeat(8)}</p>`],
  ])('is searched in %s', async (_where, inside) => {
    expect(await scan('html', page(inside))).not.toEqual([]);
  });

  it.each([
    '<style>/* Quill */</style>',
    '<meta name="author" content="Quill">',
    '<script>"Quill"</script>',
    String.raw`<script>"\u0051uill"</script>`,
  ])('is searched in %s', async (head) => expect(await scan('html', page('', head))).not.toEqual([]));

  it('says below which heading, of an allegation its reference, and nothing that is protected', async () => {
    const text =
      '<h1>Report</h1><h2>Allegations</h2><h3>MIL-002 It was so</h3><p>Quill</p><h4>Evidence of Quill</h4><p>Quill</p>';
    const found = await places('html', page(text));
    expect(found[0]).toEqual({ code: 'heading', text: 'Report › Allegations › MIL-002', number: 3 });
    expect(found.slice(1).every((place) => place.code === 'heading' && place.text === '')).toBe(true);
  });

  it('finds nothing where nothing is, and joins no two paragraphs', async () => {
    expect(await scan('html', page('<p>Zor</p><p>yana Qu</p><p>ill</p>'))).toEqual([]);
  });
});

it.each([
  'Zoryana\\-Quill',
  'Zoryana **Qu**ill',
  '`Zoryana Quill`',
  '&#90;oryana Qu&#105;ll',
  '<!-- Quill -->',
])('Markdown is searched as it is written and as it is read: %s', async (text) =>
  expect(await places('md', `# A\n\nline\n> ${text}\n`)).toEqual([{ code: 'line', number: 3 }]),
);

it('CSV is searched cell by cell', async () => {
  const cells = 'Reference,Statement\r\nA-1,"said ""no"", Zoryana\nQuill"\r\nA-2,\'=Quill\r\n';
  expect(await places('csv', cells)).toEqual([
    { code: 'cell', text: 'Statement', number: 2 },
    { code: 'cell', text: 'Statement', number: 3 },
  ]);
  expect(await places('csv', 'A,B\r\n"Quill')).not.toEqual([]);
});

it('JSON is searched in strings, names and escapes', async () => {
  const json = String.raw`{"a": [1, {"b": "Zoryana \u0051uill"}], "Q\u0075ill": 2}`;
  const found = await scan('json', json);
  expect(found).toHaveLength(2);
  expect(found).toContainEqual({
    place: { code: 'path', text: 'a[1].b', number: expect.any(Number) as number },
    what: 'identity',
    id: 's1',
  });
  expect(JSON.stringify(found)).not.toMatch(/quill/i);
  expect(await places('json', '{"a": "Quill"')).toEqual([{ code: 'raw' }]);
});

it('a file name is searched', async () => {
  expect(await places('txt', 'nothing', 'report_of_ZoryanaQuill.txt')).toEqual([{ code: 'file-name' }]);
  expect(await places('txt', 'nothing', 'quillwort.txt')).toEqual([]);
});

describe('a Word document', () => {
  const document = (body: string): string =>
    `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
  const word = (parts: Zippable): Uint8Array =>
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(document('')),
      ...parts,
    });
  const run = (text: string): string =>
    `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

  it.each([
    ['one run', run('Zoryana Quill')],
    [
      'several runs',
      run('Zor') + run('yana ') + '<w:proofErr w:type="spellStart"/>' + run('Qu') + run('ill'),
    ],
    ['a break', `<w:r><w:t>Zoryana</w:t><w:br/><w:t>Quill</w:t></w:r>`],
    ['an attribute', '<w:bookmarkStart w:id="0" w:name="of_Quill"/>'],
    ['an instruction', '<w:r><w:instrText>HYPERLINK "https://x.example/quill"</w:instrText></w:r>'],
    ['what was deleted', '<w:del w:author="x"><w:r><w:delText>Quill</w:delText></w:r></w:del>'],
  ])('is searched in %s', async (_where, runs) => {
    const style = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>MIL-001 So</w:t></w:r></w:p>';
    const found = await places(
      'docx',
      word({ 'word/document.xml': strToU8(document(`${style}<w:p>${runs}</w:p>`)) }),
    );
    expect(found).toContainEqual({ code: 'part', text: 'word/document.xml, MIL-001', number: 2 });
  });

  it.each<[string, Zippable, string]>([
    [
      'footnotes',
      { 'word/footnotes.xml': strToU8('<w:footnote><w:p><w:t>Quill</w:t></w:p></w:footnote>') },
      'part',
    ],
    [
      'properties',
      { 'docProps/core.xml': strToU8('<c><dc:creator>Zoryana Quill</dc:creator></c>') },
      'metadata',
    ],
    ['links', { 'word/_rels/document.xml.rels': strToU8('<R Target="https://x.example/Quill"/>') }, 'part'],
    ['the name of a part', { 'word/media/Quill.png': new Uint8Array(9) }, 'part-name'],
    ['a picture', { 'word/media/1.png': strToU8('\u0001\u0002Artist: Zoryana Quill\u0000') }, 'part'],
    ['a picture, in UTF-16', { 'word/media/1.png': Buffer.from('\u0001Zoryana Quill', 'utf16le') }, 'part'],
  ])('is searched in %s', async (_where, parts, code) => {
    const found = await places('docx', word(parts));
    expect(found.map((place) => place.code)).toContain(code);
    expect(JSON.stringify(found)).not.toMatch(/quill/i);
  });

  it('has nothing where nothing is', async () => {
    const paragraphs = document(`<w:p>${run('Zoryana Qu')}</w:p><w:p>${run('ill')}</w:p>`);
    expect(await scan('docx', word({ 'word/document.xml': strToU8(paragraphs) }))).toEqual([]);
  });
});

describe('a PDF', () => {
  async function pdf(
    lines: readonly string[],
    change: (made: PDFDocument) => void = () => {},
  ): Promise<Uint8Array> {
    const made = await PDFDocument.create();
    const font = await made.embedFont(StandardFonts.Helvetica);
    for (const line of lines) {
      const page = made.addPage([300, 200]);
      for (const [index, each] of line.split('\n').entries())
        page.drawText(each, { x: 20, y: 150 - 12 * index, size: 10, font });
    }
    change(made);
    return made.save();
  }
  const set = (key: string, value: string) => (made: PDFDocument) => {
    made.context.register(made.context.obj({ [key]: PDFHexString.fromText(value) }));
  };

  it('is searched on its pages', async () => {
    const bytes = await pdf(['nothing', 'by Zoryana\nQuill', `${'fade'.repeat(8)}\n${'fade'.repeat(8)}`]);
    expect(await places('pdf', bytes)).toEqual(
      expect.arrayContaining([
        { code: 'page', number: 2 },
        { code: 'page', number: 3 },
      ]),
    );
    expect(await scan('pdf', await pdf(['nothing']))).toEqual([]);
  });

  it('is searched where a word is broken at the end of a line', async () => {
    expect(await places('pdf', await pdf(['by Zor\nyana Quill']))).toContainEqual({
      code: 'page',
      number: 1,
    });
  });

  it.each<[string, (made: PDFDocument) => void, string]>([
    ['its title', (made) => made.setTitle('Quill'), 'metadata'],
    ['its author', (made) => made.setAuthor('Zoryana Quill'), 'metadata'],
    ['the text for a picture', set('Alt', 'Zoryana Quill'), 'raw'],
    ['a language', set('Lang', 'x-quill'), 'raw'],
    [
      'a title of the outline',
      ({ context }) => {
        context.register(context.obj({ Title: PDFString.of('Quill'), Parent: context.nextRef() }));
      },
      'outline',
    ],
    [
      'a name',
      ({ catalog }) => {
        catalog.set(PDFName.of('Zoryana Quill'), PDFName.of('x'));
      },
      'raw',
    ],
    [
      'XMP',
      ({ context, catalog }) => {
        const stream = context.flateStream('<dc:creator>Quill</dc:creator>', {
          Type: 'Metadata',
          Subtype: 'XML',
        });
        catalog.set(PDFName.of('Metadata'), context.register(stream));
      },
      'metadata',
    ],
  ])('is searched in %s', async (_where, change, code) => {
    expect((await places('pdf', await pdf(['nothing'], change))).map((place) => place.code)).toContain(code);
  });
});

it.each<ScannedForm>(['pdf', 'docx'])('what is no %s throws, so that it does not leave', async (form) => {
  await expect(scan(form, 'Quill')).rejects.toThrow(/PDF|zip/iu);
});
