/**
 * Draws a PDF in the window of an exhibit, page by page as they come into view, with its text over each page, to be
 * selected, found and read aloud. It runs in that sandboxed window alone: it has no bridge, and reads nothing but the
 * file and its own fonts. Scripts, forms and links of the PDF are not carried out.
 */
import { getDocument, TextLayer, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
// The parser runs in this window's own process: what hangs here hangs nothing else, and the policy needs no worker.
import 'pdfjs-dist/build/pdf.worker.mjs';

/** CSS pixels to a point, 1/72 inch. */
const SCALE = 96 / 72;

/** Pages so far beyond what is seen are drawn too. */
const AHEAD = '800px';

const host = byId('pages');
const state = byId('state');
const say = (words: string): void => {
  state.textContent = words;
  state.classList.add('note');
};

try {
  await show(await read());
} catch (error) {
  const locked = error instanceof Error && error.name === 'PasswordException';
  say(word(locked ? 'locked' : 'damaged'));
}

async function read(): Promise<PDFDocumentProxy> {
  const answer = await fetch(word('file'));
  return getDocument({
    data: new Uint8Array(await answer.arrayBuffer()),
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    cMapUrl: `${word('parts')}cmaps/`,
    standardFontDataUrl: `${word('parts')}standard_fonts/`,
  }).promise;
}

async function show(pdf: PDFDocumentProxy): Promise<void> {
  const first = (await pdf.getPage(1)).getViewport({ scale: SCALE });
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        seen.unobserve(target);
        const figure = target as HTMLElement;
        pdf
          .getPage(Number(figure.dataset['number']))
          .then((page) => draw(page, figure))
          .catch(() => say(word('damaged')));
      }
    },
    { rootMargin: AHEAD },
  );
  for (let number = 1; number <= pdf.numPages; number++) {
    const figure = document.createElement('figure');
    figure.dataset['number'] = String(number);
    figure.ariaLabel = word('page')
      .replace('{page}', String(number))
      .replace('{pages}', String(pdf.numPages));
    resize(figure, first);
    host.append(figure);
    seen.observe(figure);
  }
  state.remove();
}

async function draw(page: PDFPageProxy, figure: HTMLElement): Promise<void> {
  const viewport = page.getViewport({ scale: SCALE });
  resize(figure, viewport);
  const canvas = document.createElement('canvas');
  const sharp = Math.max(1, devicePixelRatio);
  canvas.width = Math.floor(viewport.width * sharp);
  canvas.height = Math.floor(viewport.height * sharp);
  canvas.ariaHidden = 'true';
  const text = document.createElement('div');
  text.className = 'text';
  text.style.setProperty('--scale-factor', String(SCALE));
  figure.append(canvas, text);
  const canvasContext = canvas.getContext('2d');
  if (!canvasContext) throw new Error('no canvas');
  const transform = [sharp, 0, 0, sharp, 0, 0];
  await page.render({ canvasContext, viewport, transform }).promise;
  await new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport }).render();
  figure.dataset['drawn'] = 'true';
}

/** In CSS pixels; narrower than the window it is never drawn, a wide page scrolls. */
function resize(figure: HTMLElement, { width, height }: { width: number; height: number }): void {
  figure.style.width = `${width}px`;
  figure.style.maxWidth = 'none';
  figure.style.height = `${height}px`;
}

/** What main wrote into the page for this script (electron/exhibits/viewer-page.ts). */
function word(name: string): string {
  return host.dataset[name] ?? '';
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}
