import mammoth from 'mammoth';
import { fail } from '../../shared/result.ts';
import { docxLanguage } from './docx-language.ts';
import { extracted, type Parsed } from './extracted.ts';
import { EXTRACTORS } from './extractors.ts';
import { inert } from './html-file.ts';
import { partsOf } from './walk-page.ts';
import { packed, zipParts } from './zip-parts.ts';

/** What mammoth's own map of styles leaves to the caller: Word's names of styles, the same in every language of Word. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='heading 7'] => h6:fresh",
  "p[style-name='heading 8'] => h6:fresh",
  "p[style-name='heading 9'] => h6:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "br[type='page'] => br",
  "br[type='column'] => br",
];

/** Before the ids that mammoth gives: no bookmark of a document is taken for a note. */
const PREFIX = 'stet-';

/**
 * The text of a Word document: its body with tables and text boxes, then its footnotes and endnotes, to which `[1]` in
 * the text points. Comments, deleted text, headers and footers are no part of it.
 */
export async function docxFile(bytes: Uint8Array): Promise<Parsed> {
  const unpacked = zipParts(bytes);
  if (!unpacked.ok) return unpacked;
  const parts = unpacked.value;
  const html = await htmlOf(packed(parts));
  if (html === null) return fail({ code: 'damaged-document' });
  const page = inert(html);
  const read = partsOf(page.body, { notes: notesIn(page) });
  const core = xmlOf(parts['docProps/core.xml']);
  const text = read.map((part) => part.text).join('\n');
  const sources = {
    document: textOf(parts['word/document.xml']),
    styles: textOf(parts['word/styles.xml']),
    core,
  };
  return extracted({
    format: 'docx',
    extractor: EXTRACTORS.docx,
    encoding: null,
    declaredLanguage: docxLanguage(sources, text),
    title: core?.getElementsByTagName('dc:title')[0]?.textContent ?? null,
    parts: read,
  });
}

async function htmlOf(arrayBuffer: ArrayBuffer): Promise<string | null> {
  try {
    const { value } = await mammoth.convertToHtml(
      { arrayBuffer },
      {
        styleMap: STYLES,
        // A document may bring a map of its own, which could leave out whatever it likes.
        includeEmbeddedStyleMap: false,
        idPrefix: PREFIX,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    return value;
  } catch {
    return null;
  }
}

/** The notes at the end, each with its number before it and without the link back, which is mammoth's own. */
function notesIn(page: Document): Set<Element> {
  const notes = Array.from(
    page.querySelectorAll(`li[id^="${PREFIX}footnote-"], li[id^="${PREFIX}endnote-"]`),
  );
  notes.forEach((note, index) => {
    const link = note.querySelector(':scope > p:last-child > a:last-child');
    if (link?.textContent === '↑') link.remove();
    const first = note.firstElementChild;
    (first?.localName === 'p' ? first : note).prepend(`[${index + 1}] `);
  });
  return new Set(notes);
}

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** Null when there is none, or one that is not well-formed, or that declares entities, which these parts never do. */
function xmlOf(bytes: Uint8Array | undefined): Document | null {
  const source = textOf(bytes);
  if (source === '' || source.includes('<!')) return null;
  const document = new DOMParser().parseFromString(source, 'application/xml');
  return document.querySelector('parsererror') ? null : document;
}
