// Parsing in this thread, which is the caller's to choose: in Node PDF.js would load a file by its name.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/** PDF.js in its build for old engines, which is the one that runs in Node. Large, so it is imported when it is needed. */
export { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
