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

/** Who made the file, as it says; Chromium would name itself with the version of the system it runs on. */
const MAKER = 'Stet';

/**
 * Chromium's PDF as it may leave the app: with the report's title, language and date, without what Chromium tells of
 * the machine, and the same bytes for the same print. Pages, structure tree and outline stay as they are.
 * Throws when the bytes are no PDF.
 */
export async function finishPdf(bytes: Uint8Array, { title, language, at }: PrintAbout): Promise<Uint8Array> {
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

  renumberNodes(context);

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

/** How Skia names the elements of the structure tree: by the node's number in the process that printed it. */
const NODE_NAME = /^node\d{8}$/;
/** Where those names stand: on the element, in a cell's list of headers, and in the tree's index. */
const NAMING: readonly string[] = ['ID', 'Headers', 'Names', 'Limits'];

/**
 * Names the elements of the structure tree by their order. Chromium counts nodes over the life of a process, so the
 * same page printed twice would otherwise differ. The order of the names, which the tree's index is sorted by, stays.
 */
function renumberNodes(context: PDFContext): void {
  const places = new Map<string, ((name: PDFString) => void)[]>();
  const note = (value: PDFObject, key: string, replace: (name: PDFString) => void): void => {
    if (value instanceof PDFDict || value instanceof PDFArray) visit(value, key);
    else if (NAMING.includes(key) && (value instanceof PDFString || value instanceof PDFHexString)) {
      const name = value.decodeText();
      if (NODE_NAME.test(name)) places.set(name, [...(places.get(name) ?? []), replace]);
    }
  };
  const visit = (holder: PDFObject, key: string): void => {
    if (holder instanceof PDFDict) {
      for (const [name, value] of holder.entries()) {
        note(value, name.decodeText(), (next) => holder.set(name, next));
      }
    } else if (holder instanceof PDFArray) {
      for (const [index, value] of holder.asArray().entries()) {
        note(value, key, (next) => holder.set(index, next));
      }
    }
  };
  for (const [, object] of context.enumerateIndirectObjects()) visit(object, '');
  for (const [index, name] of [...places.keys()].sort().entries()) {
    const next = PDFString.of(`node${String(index + 1).padStart(8, '0')}`);
    for (const replace of places.get(name) ?? []) replace(next);
  }
}

async function save(pdf: PDFDocument): Promise<Uint8Array> {
  return pdf.save({ addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity });
}
