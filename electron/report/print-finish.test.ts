import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString, StandardFonts } from 'pdf-lib';
import { expect, it } from 'vitest';
import { finishPdf, headingsOf } from './print-finish.ts';

const ABOUT = { title: 'Foreign fighters: Überprüfung 核查', language: 'en', at: '2026-11-24T09:00:01.234Z' };
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) Stet/0.1.0';

/** A PDF as Chromium leaves it: named after the machine, dated now, with tags, an outline and XMP. */
async function printed(date: Date, { agent = AGENT, nodes = [7, 11] } = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  page.drawText('CHN-001', { font: await pdf.embedFont(StandardFonts.Helvetica) });
  pdf.addPage([595, 842]);
  pdf.setTitle('wrong');
  pdf.setAuthor('somebody');
  pdf.setKeywords(['secret']);
  pdf.setCreator(agent);
  pdf.setProducer('Skia/PDF m133');
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  const { context, catalog } = pdf;
  const nodeName = (number: number) => PDFString.of(`node${String(number).padStart(8, '0')}`);
  const tree = context.register(context.obj({ Type: 'StructTreeRoot' }));
  const header = context.register(
    context.obj({ Type: 'StructElem', S: 'TH', P: tree, ID: nodeName(nodes[0] ?? 0) }),
  );
  const cell = context.register(
    context.obj({
      Type: 'StructElem',
      S: 'TD',
      P: tree,
      ID: nodeName(nodes[1] ?? 0),
      A: { O: 'Table', Headers: [nodeName(nodes[0] ?? 0)] },
    }),
  );
  const root = context.lookup(tree, PDFDict);
  root.set(PDFName.of('K'), context.obj([header, cell]));
  const entries = [header, cell].map((ref, index) => ({ number: nodes[index] ?? 0, ref }));
  const sorted = entries.sort((a, b) => a.number - b.number);
  const leaf = context.register(
    context.obj({
      Limits: [nodeName(sorted[0]?.number ?? 0), nodeName(sorted[1]?.number ?? 0)],
      Names: sorted.flatMap(({ number, ref }) => [nodeName(number), ref]),
    }),
  );
  root.set(PDFName.of('IDTree'), context.register(context.obj({ Kids: [leaf] })));
  catalog.set(PDFName.of('StructTreeRoot'), tree);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  const outline = context.register(
    context.obj({ Type: 'Outlines', Count: 0, Title: PDFString.of('node00000007') }),
  );
  catalog.set(PDFName.of('Outlines'), outline);
  const xmp = context.stream(`<x:xmpmeta>${agent} ${date.toISOString()}</x:xmpmeta>`, { Type: 'Metadata' });
  catalog.set(PDFName.of('Metadata'), context.register(xmp));
  const id = PDFHexString.of(date.getTime().toString(16).padStart(32, '0'));
  context.trailerInfo.ID = context.obj([id, id]);
  return pdf.save();
}

const load = (bytes: Uint8Array): Promise<PDFDocument> => PDFDocument.load(bytes, { updateMetadata: false });

/** All there is in a file, compressed or not, as text. */
function wholeText(pdf: PDFDocument): string {
  return pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => `${object.toString()} ${'contents' in object ? String(object.contents) : ''}`)
    .join('\n');
}

it('says the title, the language, the maker and the date of the report, and nothing of the machine', async () => {
  const pdf = await load(await finishPdf(await printed(new Date()), ABOUT));
  expect(pdf.getTitle()).toBe(ABOUT.title);
  expect(pdf.getCreator()).toBe('Stet');
  expect(pdf.getProducer()).toBe('Stet');
  expect(pdf.getCreationDate()).toEqual(new Date('2026-11-24T09:00:01.000Z'));
  expect(pdf.getModificationDate()).toEqual(new Date('2026-11-24T09:00:01.000Z'));
  expect(pdf.getAuthor()).toBeUndefined();
  expect(pdf.getKeywords()).toBeUndefined();
  expect(pdf.catalog.lookup(PDFName.of('Lang'))).toEqual(PDFString.of('en'));
  expect(pdf.catalog.getViewerPreferences()?.getDisplayDocTitle()).toBe(true);
  expect(pdf.catalog.has(PDFName.of('Metadata'))).toBe(false);
  const text = wholeText(pdf);
  for (const gone of ['Mozilla', 'Skia', 'secret', 'somebody', 'xmpmeta']) expect(text).not.toContain(gone);
});

it('keeps the pages, the structure tree and the outline', async () => {
  const pdf = await load(await finishPdf(await printed(new Date()), ABOUT));
  expect(pdf.getPageCount()).toBe(2);
  const { catalog, context } = pdf;
  expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).toString()).toContain('/Marked true');
  expect(catalog.get(PDFName.of('Outlines'))).toBeInstanceOf(PDFRef);
  expect(catalog.lookup(PDFName.of('Outlines'), PDFDict).toString()).toContain('/Title (node00000007)');
  const tree = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).toString();
  expect(tree).toMatch(/\/K \[ \d+ 0 R \d+ 0 R \]/);
  expect(tree).toMatch(/\/IDTree <<\s*\/Names \[ \(node00000001\) \d+ 0 R \(node00000002\) \d+ 0 R \]/);
  const text = wholeText(pdf);
  expect(text).not.toContain('/Limits');
  expect(text).toMatch(/\/S \/TH[^]*\/ID \(node00000001\)/);
  expect(text).toMatch(/\/S \/TD[^]*\/ID \(node00000002\)[^]*\/Headers \[ \(node00000001\) \]/);
  expect(context.trailerInfo.ID?.toString()).toMatch(/^\[ <([0-9a-f]{32})> <\1> \]$/);
});

it('gives the same bytes for the same print, whenever and wherever it was printed', async () => {
  const one = await finishPdf(await printed(new Date('2026-11-24T09:00:05Z')), ABOUT);
  const other = await finishPdf(
    await printed(new Date('2027-02-01T00:00:00Z'), { agent: 'Other/1.0', nodes: [12, 4] }),
    ABOUT,
  );
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});

it('gives other bytes, and another identifier, for another report', async () => {
  const bytes = await printed(new Date('2026-11-24T09:00:05Z'));
  const ids = await Promise.all(
    [
      ABOUT,
      { ...ABOUT, title: 'Another' },
      { ...ABOUT, language: 'uk' },
      { ...ABOUT, at: '2026-11-25T09:00:01Z' },
    ].map(async (about) => (await load(await finishPdf(bytes, about))).context.trailerInfo.ID?.toString()),
  );
  expect(new Set(ids).size).toBe(4);
});

it('sets a title on one line, and refuses what is no PDF', async () => {
  const pdf = await load(await finishPdf(await printed(new Date()), { ...ABOUT, title: ' two\n lines ' }));
  expect(pdf.getTitle()).toBe('two lines');
  await expect(finishPdf(new TextEncoder().encode('<html>'), ABOUT)).rejects.toThrow(/PDF header/);
});

/** A PDF with an outline of one entry and one below it. */
async function outlined(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const { context, catalog } = pdf;
  const below = context.register(context.obj({ Title: PDFString.of('SourcesSources') }));
  const top = context.register(
    context.obj({ Title: PDFString.of('Foreignfighters'), First: below, Last: below }),
  );
  catalog.set(PDFName.of('Outlines'), context.register(context.obj({ First: top, Last: top, Count: 2 })));
  return pdf.save();
}

async function outlineTitles(bytes: Uint8Array): Promise<string[]> {
  const { catalog } = await load(bytes);
  const first = PDFName.of('First');
  const top = catalog.lookup(PDFName.of('Outlines'), PDFDict).lookup(first, PDFDict);
  return [top, top.lookup(first, PDFDict)].map((item) =>
    item.lookup(PDFName.of('Title'), PDFString, PDFHexString).decodeText(),
  );
}

it('gives the outline the headings of the page, which Chromium runs together or repeats', async () => {
  const html =
    '<h1 class="said" dir="auto">Foreign\n fighters</h1><h2>Sources &amp; <bdi>&lt;طاحونة&gt;</bdi></h2>';
  const headings = headingsOf(html);
  expect(headings).toEqual(['Foreign fighters', 'Sources & <طاحونة>']);
  expect(await outlineTitles(await finishPdf(await outlined(), ABOUT, headings))).toEqual(headings);
});

it('leaves an outline alone that does not fit the headings', async () => {
  for (const headings of [[], ['one'], ['one', 'two', 'three']]) {
    const titles = await outlineTitles(await finishPdf(await outlined(), ABOUT, headings));
    expect(titles).toEqual(['Foreignfighters', 'SourcesSources']);
  }
});
