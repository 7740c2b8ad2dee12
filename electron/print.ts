import { BrowserWindow, session, type Session } from 'electron';
import { markup, rendered } from '../shared/report/html.ts';
import { SCHEME } from './app-protocol.ts';
import { finishPdf, headingsOf, type PrintAbout } from './print-finish.ts';
import { lockSession } from './security.ts';

const ADDRESS = `${SCHEME}://report/print`;

/** In memory only: its name does not begin with "persist:". */
const PARTITION = 'print';

const MILLIMETRES_PER_INCH = 25.4;
const inches = (millimetres: number): number => millimetres / MILLIMETRES_PER_INCH;

let latest: Promise<unknown> = Promise.resolve();

/**
 * Prints a report's HTML to the bytes of an A4 PDF with tags, outline and page numbers. One print at a time. Rejects
 * when Chromium cannot print it, which is a bug or a machine out of memory.
 */
export function printReport(html: string, about: PrintAbout): Promise<Uint8Array> {
  const print = latest.then(() => printAlone(html, about));
  // The next one waits for this one, however it ends; who asked for this one hears how.
  latest = print.catch(() => {});
  return print;
}

async function printAlone(html: string, about: PrintAbout): Promise<Uint8Array> {
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
  try {
    const { webContents } = window;
    // A renderer that dies answers nothing at all.
    const gone = new Promise<never>((_resolve, reject) => {
      webContents.once('render-process-gone', (_event, { reason }) =>
        reject(new Error(`the page to be printed is gone: ${reason}`)),
      );
    });
    const print = async (): Promise<Uint8Array> => {
      await window.loadURL(ADDRESS);
      return webContents.printToPDF(optionsFor(about));
    };
    return await finishPdf(await Promise.race([print(), gone]), about, headingsOf(html));
  } finally {
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

function pageOf(html: string): Response {
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}

const notFound = (): Response => new Response(null, { status: 404 });
