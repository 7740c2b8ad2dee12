import type { Extractor } from '../../shared/case/document.ts';

/** Raised whenever what is told apart here changes, so that a text can be taken out again as it was. */
const PAGE = { name: 'stet-page', version: '1' };
const PDF = { name: 'stet-pdf', version: '1' };

/** The libraries that take part, in the versions that package.json pins (extractors.test.ts compares). */
const LIBRARIES = {
  readability: '0.6.0',
  mammoth: '1.13.0',
  'postal-mime': '4.0.0',
  pdfjs: '4.10.38',
} as const;
type Library = keyof typeof LIBRARIES;

const withLibraries = ({ name, version }: Extractor, ...libraries: Library[]): Extractor => ({
  name: [name, ...libraries].join(' + '),
  version: [version, ...libraries.map((each) => LIBRARIES[each])].join(' + '),
});

/** What takes the text out of each kind of file, for the document to name. */
export const EXTRACTORS = {
  html: withLibraries(PAGE, 'readability'),
  mhtml: withLibraries(PAGE, 'postal-mime', 'readability'),
  docx: withLibraries(PAGE, 'mammoth'),
  pdf: withLibraries(PDF, 'pdfjs'),
  'rich-text': PAGE,
} as const;
