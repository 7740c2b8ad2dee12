import { BrowserWindow, session, type Session } from 'electron';
import { markup, rendered } from '../../shared/report/html.ts';
import { SCHEME } from '../app-protocol.ts';
import { lockSession } from '../security.ts';
import { Cancelled } from './desk.ts';
import type { Print } from './make-report.ts';
import type { PrintAbout } from './print-finish.ts';

const ADDRESS = `${SCHEME}://report/print`;

/** In memory only: its name does not begin with "persist:". */
const PARTITION = 'print';

const MILLIMETRES_PER_INCH = 25.4;
const inches = (millimetres: number): number => millimetres / MILLIMETRES_PER_INCH;

let latest: Promise<unknown> = Promise.resolve();

/**
 * Prints the page of a report to the bytes of an A4 PDF with tags, outline and page numbers, as Chromium makes it (see
 * finishPdf()). One print at a time; one that was ended lets go of its window at once.
 */
export const printToPdf: Print = (html, about, signal) =>
  inHiddenWindow(html, signal, ({ webContents }) => webContents.printToPDF(optionsFor(about)));

/** Shows the system's dialog for printing the page of a report on paper. Answers whether it was printed. */
export function printOnPaper(html: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<boolean> {
  return inHiddenWindow(
    html,
    signal,
    ({ webContents }) =>
      new Promise<boolean>((resolve, reject) => {
        webContents.print({ printBackground: true }, (printed, reason) => {
          if (printed || /cancel/iu.test(reason)) resolve(printed);
          else reject(new Error(reason));
        });
      }),
  );
}

/** Rejects with `Cancelled`, or when Chromium cannot print: a bug, a machine out of memory, or one without a printer. */
function inHiddenWindow<T>(
  html: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
  print: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  const turn = latest.then(() => printAlone(html, signal, print));
  // The next one waits for this one, however it ends; who asked for this one hears how.
  latest = turn.catch(() => {});
  return turn;
}

async function printAlone<T>(
  html: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
  print: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  if (signal.aborted) throw new Cancelled();
  const own = ownSession();
  own.protocol.handle(SCHEME, (request) => (request.url === ADDRESS ? pageOf(html) : notFound()));
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
  let cancel = (): void => {};
  try {
    // A renderer that dies answers nothing at all, and neither does one whose window is destroyed.
    const gone = new Promise<never>((_resolve, reject) => {
      window.webContents.once('render-process-gone', (_event, { reason }) =>
        reject(new Error(`the page to be printed is gone: ${reason}`)),
      );
      cancel = () => reject(new Cancelled());
      signal.addEventListener('abort', cancel, { once: true });
    });
    const printed = window.loadURL(ADDRESS).then(() => print(window));
    // Of a window that is destroyed meanwhile nobody wants to hear any more.
    printed.catch(() => {});
    return await Promise.race([printed, gone]);
  } finally {
    signal.removeEventListener('abort', cancel);
    window.destroy();
    own.protocol.unhandle(SCHEME);
  }
}

/** A session of its own: what is printed shares neither cache nor storage with the interface, and has no network. */
function ownSession(): Session {
  const own = session.fromPartition(PARTITION, { cache: false });
  lockSession(own, null);
  return own;
}

/** Margins are those of the report's own `@page`, so that it does not matter which of the two Chromium obeys. */
function optionsFor({ title }: PrintAbout): Electron.PrintToPDFOptions {
  return {
    pageSize: 'A4',
    printBackground: true,
    preferCSSPageSize: false,
    margins: { top: inches(18), bottom: inches(20), left: inches(18), right: inches(18) },
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footerOf(title),
  };
}

/** Rendered by Chromium in a page of its own, which knows neither the report's style nor its policy. */
function footerOf(title: string): string {
  return rendered(
    markup`<div style="display: flex; gap: 8mm; justify-content: space-between; box-sizing: border-box; inline-size: 100%; padding-inline: 18mm; font: 7.5pt sans-serif; color: #5c5953"><span dir="auto" style="flex: 1; min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap">${title}</span><span style="flex: none; white-space: nowrap"><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`,
  );
}

function pageOf(html: Uint8Array<ArrayBuffer>): Response {
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}

const notFound = (): Response => new Response(null, { status: 404 });
