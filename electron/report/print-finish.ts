import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';

/** What a PDF says about itself. `at` is the moment of its report in UTC, `language` a language tag. */
export interface PrintAbout {
  title: string;
  language: string;
  at: string;
}

/** The titles of the outline, in the order of the page; see headingsOf(). */
type Headings = readonly string[];

/** Who made the file, as it says; Chromium would name itself with the version of the system it runs on. */
const MAKER = 'Stet';

/**
 * Chromium's PDF as it may leave the app: with the report's title, language and date, without what Chromium tells of
 * the machine, and the same bytes for the same print. Pages, structure tree and outline stay as they are.
 * The outline takes its titles from `headings`, if it has as many entries. Throws when the bytes are no PDF.
 */
export async function finishPdf(
  bytes: Uint8Array,
  { title, language, at }: PrintAbout,
  headings: Headings = [],
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const date = new Date(at);
  // Everything Chromium said about the file goes, and not only out of sight: unreferenced objects would be kept.
  const { context, catalog } = pdf;
  forget(context, context.trailerInfo.Info);
  forget(context, catalog.get(PDFName.of('Metadata')));
  catalog.delete(PDFName.of('Metadata'));
  context.trailerInfo.Info = context.register(context.obj({}));
  pdf.setTitle(title.replace(/\s+/gu, ' ').trim(), { showInWindowTitleBar: true });
  pdf.setLanguage(language);
  pdf.setCreator(MAKER);
  pdf.setProducer(MAKER);
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);

  nameOutline(pdf, headings);
  renameElements(pdf);

  // The identifier is a hash of everything else, so it is as repeatable as the rest is.
  delete context.trailerInfo.ID;
  const id = createHash('sha256')
    .update(await save(pdf))
    .digest('hex')
    .slice(0, 32);
  context.trailerInfo.ID = context.obj([PDFHexString.of(id), PDFHexString.of(id)]);
  return save(pdf);
}

function forget(context: PDFContext, object: PDFObject | undefined): void {
  if (object instanceof PDFRef) context.delete(object);
}

/** The texts of the headings of a report's HTML, in order. Only for HTML as shared/report writes it. */
export function headingsOf(html: string): string[] {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return [...html.matchAll(/<h([1-6])(?: [^>]*)?>(.*?)<\/h\1>/gs)].map(([, , inner = '']) =>
    inner
      .replace(/<[^>]*>/g, '')
      .replace(/&(lt|gt|quot|#39|amp);/g, (whole, name: string) => entities[name] ?? whole)
      .replace(/\s+/gu, ' ')
      .trim(),
  );
}

/**
 * Gives the outline the titles it should have. Chromium puts them together from what it draws, so the space where a
 * heading breaks into two lines is lost, and a heading that moved to the next page is there twice.
 */
function nameOutline({ catalog }: PDFDocument, headings: Headings): void {
  const items: PDFDict[] = [];
  const collect = (parent: PDFDict): void => {
    let item = parent.lookup(PDFName.of('First'));
    // An outline can be no longer than it should be; one that runs in a circle is not followed for ever.
    while (item instanceof PDFDict && items.length <= headings.length) {
      items.push(item);
      collect(item);
      item = item.lookup(PDFName.of('Next'));
    }
  };
  const outline = catalog.lookup(PDFName.of('Outlines'));
  if (outline instanceof PDFDict) collect(outline);
  if (items.length !== headings.length) return;
  for (const [index, item] of items.entries()) {
    item.set(PDFName.of('Title'), PDFHexString.fromText(headings[index] ?? ''));
  }
}

/**
 * Names the elements of the structure tree by their order in the file, wherever those names stand: on the element, in
 * the lists of a table cell's headers, and in the tree's index, which is made anew. Chromium names them by numbers that
 * depend on what else its process did meanwhile, so the same page printed twice would otherwise differ.
 */
function renameElements({ catalog, context }: PDFDocument): void {
  const root = catalog.lookup(PDFName.of('StructTreeRoot'));
  if (!(root instanceof PDFDict)) return;
  dropTree(context, root.get(INDEX));
  const objects = context.enumerateIndirectObjects();
  const names = new Map<string, PDFString>();
  const index: PDFObject[] = [];
  for (const [ref, object] of objects) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== ELEMENT) continue;
    const name = textOf(object.get(ID));
    if (name === undefined) continue;
    const next = PDFString.of(`node${String(names.size + 1).padStart(8, '0')}`);
    names.set(name, next);
    object.set(ID, next);
    index.push(next, ref);
  }
  // Sorted, as an index has to be: the numbers have eight digits and rise with the order.
  root.set(INDEX, context.obj({ Names: index }));
  for (const [, object] of objects) renameHeaders(object, names);
}

const ID = PDFName.of('ID');
const INDEX = PDFName.of('IDTree');
const ELEMENT = PDFName.of('StructElem');
const HEADERS = PDFName.of('Headers');

function renameHeaders(object: PDFObject, names: ReadonlyMap<string, PDFString>): void {
  if (object instanceof PDFArray) for (const each of object.asArray()) renameHeaders(each, names);
  if (!(object instanceof PDFDict)) return;
  for (const [key, value] of object.entries()) {
    if (key !== HEADERS || !(value instanceof PDFArray)) renameHeaders(value, names);
    else {
      for (const [at, header] of value.asArray().entries()) {
        value.set(at, names.get(textOf(header) ?? '') ?? header);
      }
    }
  }
}

function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}

/** Removes the nodes of a name tree, not what its leaves point to. */
function dropTree(context: PDFContext, object: PDFObject | undefined): void {
  const node = object instanceof PDFRef ? context.lookup(object) : object;
  forget(context, object);
  const kids = node instanceof PDFDict ? node.lookup(PDFName.of('Kids')) : undefined;
  if (kids instanceof PDFArray) for (const kid of kids.asArray()) dropTree(context, kid);
}

async function save(pdf: PDFDocument): Promise<Uint8Array> {
  return pdf.save({ addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity });
}
