import { strToU8, zipSync } from 'fflate';
import type mammoth from 'mammoth';
import { describe, expect, it, vi } from 'vitest';
import { sliceByCodePoints } from '../../shared/text/code-points.ts';
import { docxFile } from './docx-file.ts';

vi.mock('mammoth', async () => {
  const { createRequire } = await import('node:module');
  return { default: createRequire(import.meta.url)('mammoth/mammoth.browser.js') as typeof mammoth };
});

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (runs: string, style?: string): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${runs}</w:p>`;

function docx(body: string, more: Record<string, string> = {}): Uint8Array {
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${RELATED}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>${[
      'Title',
      'heading 7',
      'Quote',
      'caption',
    ]
      .map(
        (name) =>
          `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`,
      )
      .join('')}</w:styles>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

async function read(bytes: Uint8Array) {
  const parsed = await docxFile(bytes);
  if (!parsed.ok) throw new Error(parsed.error.code);
  const { text, blocks } = parsed.value;
  const words = blocks.map(
    ({ kind, level, start, end }) => `${kind}${level ?? ''}: ${sliceByCodePoints(text, start, end)}`,
  );
  return { ...parsed.value, words };
}

const core = (inner: string): Record<string, string> => ({
  'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">${inner}</cp:coreProperties>`,
});

describe('the text of a Word document', () => {
  it('has its paragraphs by their styles', async () => {
    const body = [
      paragraph(run('On cranes'), 'Title'),
      paragraph(run('A small heading'), 'heading7'),
      paragraph(run('One') + run(' two.') + '<w:r><w:br w:type="page"/></w:r>' + run('Three.')),
      paragraph(run('She said so.'), 'Quote'),
      paragraph(run('A crane'), 'caption'),
    ];
    const { text, words, extractor, title, encoding } = await read(docx(body.join('')));
    expect(text).toBe('On cranes\n\nA small heading\n\nOne two.\nThree.\n\nShe said so.\n\nA crane');
    expect(words).toEqual([
      'heading1: On cranes',
      'heading6: A small heading',
      'quote: She said so.',
      'caption: A crane',
    ]);
    expect({ title, encoding }).toEqual({ title: null, encoding: null });
    expect(extractor?.name).toBe('stet-page + mammoth');
  });

  it('has its notes at the end, and no comments, deletions or words of mammoth', async () => {
    const note = (id: number, text: string): string =>
      `<w:footnote w:id="${id}">${paragraph(run(text))}</w:footnote>`;
    const bytes = docx(
      paragraph(
        run('Claim') +
          '<w:r><w:footnoteReference w:id="2"/></w:r>' +
          `<w:del>${'<w:r><w:delText>gone</w:delText></w:r>'}</w:del><w:ins>${run(' more')}</w:ins>` +
          '<w:r><w:commentReference w:id="1"/></w:r>',
      ),
      {
        'word/footnotes.xml': `<w:footnotes ${W}>${note(2, 'See the ↑ minutes.')}</w:footnotes>`,
        'word/comments.xml': `<w:comments ${W}><w:comment w:id="1" w:author="x">${paragraph(run('secret'))}</w:comment></w:comments>`,
      },
    );
    const { text, words } = await read(bytes);
    expect(text).toBe('Claim[1] more\n\n[1] See the ↑ minutes.');
    expect(words).toEqual(['note: [1] See the ↑ minutes.']);
  });

  it('is not ruled by a map of styles that the document brings', async () => {
    const bytes = docx(paragraph(run('Kept.')), { 'mammoth/style-map': 'p => !\nr => !' });
    expect((await read(bytes)).text).toBe('Kept.');
  });

  it('knows its title', async () => {
    const bytes = docx(paragraph(run('x')), core('<dc:title> The  crane </dc:title>'));
    expect((await read(bytes)).title).toBe('The crane');
    const hostile = docx(paragraph(run('x')), {
      'docProps/core.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    });
    expect((await read(hostile)).title).toBeNull();
  });

  it.each([
    [
      'as a whole',
      paragraph(run('words', '<w:lang w:val="fr-FR"/>')),
      core('<dc:language>de-DE</dc:language>'),
      'de-DE',
    ],
    [
      'by most runs',
      paragraph(run('a', '<w:lang w:val="fr-FR"/>') + run('b', '<w:lang w:val="de-CH"/>').repeat(2)),
      {},
      'de-CH',
    ],
    [
      'of East Asian characters',
      paragraph(run('东京', '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>')),
      {},
      'zh-CN',
    ],
    [
      'of scripts from right to left',
      paragraph(run('قال الرئيس', '<w:lang w:val="en-US" w:bidi="ar-EG"/>')),
      {},
      'ar-EG',
    ],
    ['by the style sheet, for want of better', paragraph(run('A few words.')), {}, 'en-US'],
    ['by no style sheet of another script', paragraph(run('Кілька слів.')), {}, null],
  ])('knows its language %s', async (_how, body, more, language) => {
    expect((await read(docx(body, more))).language).toBe(language);
  });

  it('is in the language that is recognised, rather than in that of the style sheet', async () => {
    const words =
      'Der Präsident sagte, mindestens hundertfünfundfünfzig Bürger kämpften auf der anderen Seite. Zwei von ihnen wurden gefangen genommen. Die Behörde bestreitet jede amtliche Beteiligung und sagt, sie sei nie Partei gewesen. Ein Sprecher fügte hinzu, davon werde abgeraten.';
    expect((await read(docx(paragraph(run(words))))).language).toBe('de');
  });

  it.each([
    ['without a document', zipSync({ 'word/other.xml': strToU8('<a/>') }), 'damaged-document'],
    ['cut short', docx(paragraph(run('x'))).slice(0, 400), 'damaged-document'],
    ['whose XML is broken', docx('<w:p><w:r></w:p>'), 'damaged-document'],
    [
      'nested deeper than calls can be',
      docx('<w:sdt><w:sdtContent>'.repeat(50_000) + '</w:sdtContent></w:sdt>'.repeat(50_000)),
      'damaged-document',
    ],
    ['without words', docx(paragraph('')), 'no-text-in-it'],
    [
      'that expands to what no document is',
      docx(paragraph(run('x')), { 'word/media/a.xml': ' '.repeat(60_000_000) }),
      'expands-too-much',
    ],
  ])('is refused %s', async (_what, bytes, code) => {
    expect(await docxFile(bytes)).toEqual({ ok: false, error: { code } });
  });
});
