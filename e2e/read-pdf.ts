import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFStream, PDFString } from 'pdf-lib';
// In Node PDF.js would load a file by its name otherwise.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF read back, the way programs do that read it aloud or search it. */
export interface ReadPdf {
  pages: number;
  /** An element of the structure tree for each page it has something on, in the order of reading. */
  elements: { role: string; text: string; page: number }[];
  /** What is in that tree, in the order of reading, a text for each page. */
  texts: string[];
  /** The titles of the outline, in order. */
  outline: string[];
  language: string | null;
  /** What it says of itself. */
  about: Record<string, string>;
  /** Other texts, of whatever element is a figure; null where there is none. */
  figures: (string | null)[];
  /** What could run or hide in it: scripts, actions, files. */
  suspicious: string[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return { ...(await readPages(bytes)), ...readObjects(document) };
}

type Tree = { role: string; children: Tree[] } | { type: string; id: string };
type Item = { str: string; hasEOL: boolean } | { type: string; id?: string };

async function readPages(bytes: Uint8Array): Promise<Pick<ReadPdf, 'pages' | 'elements' | 'texts'>> {
  const loading = getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, verbosity: 0 });
  const pdf = await loading.promise;
  const elements: ReadPdf['elements'] = [];
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const marked = textsOf(items as Item[]);
    const read = (tree: Tree): string => {
      if (!('role' in tree)) return marked.get(tree.id) ?? '';
      const at = elements.push({ role: tree.role, text: '', page: number }) - 1;
      const text = tree.children.map(read).join('');
      elements[at] = { role: tree.role, text, page: number };
      return text;
    };
    const tree = (await page.getStructTree()) as Tree | null;
    texts.push(tree ? read(tree) : '');
  }
  await loading.destroy();
  return { pages: texts.length, elements, texts };
}

/** The text of each piece of marked content by its id; what has none is decoration. */
function textsOf(items: readonly Item[]): Map<string, string> {
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((each) => each !== null);
      if (id) texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? null);
  }
  return texts;
}

function readObjects({ catalog, context }: PDFDocument): Omit<ReadPdf, 'pages' | 'elements' | 'texts'> {
  const figures: (string | null)[] = [];
  const suspicious: string[] = [];
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) continue;
    if (dict.get(PDFName.of('S')) === PDFName.of('Figure')) figures.push(textIn(dict, 'Alt'));
    for (const [key, value] of dict.entries()) {
      const pair = `${key.toString()} ${value instanceof PDFName ? value.toString() : ''}`;
      if (/^\/(?:JS|JavaScript|AA|OpenAction|EmbeddedFiles?|EF|AF|Launch|RichMedia)\b/u.test(pair))
        suspicious.push(pair);
      if (/^\/(?:S|Type|Subtype) \/(?:JavaScript|Launch|SubmitForm|EmbeddedFile|FileAttachment)$/u.test(pair))
        suspicious.push(pair);
    }
  }
  const info = context.trailerInfo.Info && context.lookup(context.trailerInfo.Info);
  const about = info instanceof PDFDict ? info.keys().map((key) => key.decodeText()) : [];
  return {
    outline: outlineOf(catalog),
    language: textIn(catalog, 'Lang'),
    about: Object.fromEntries(
      about.map((key) => [key, info instanceof PDFDict ? (textIn(info, key) ?? '') : '']),
    ),
    figures,
    suspicious,
  };
}

function textIn(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
}

function outlineOf(catalog: PDFDict): string[] {
  const titles: string[] = [];
  const collect = (parent: PDFDict): void => {
    for (
      let item = parent.lookup(PDFName.of('First'));
      item instanceof PDFDict;
      item = item.lookup(PDFName.of('Next'))
    ) {
      titles.push(textIn(item, 'Title') ?? '');
      collect(item);
    }
  };
  const outline = catalog.lookup(PDFName.of('Outlines'));
  if (outline instanceof PDFDict) collect(outline);
  return titles;
}
