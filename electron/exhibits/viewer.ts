import { BrowserWindow, session } from 'electron';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Exhibit } from '../../shared/case/evidence.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { SCHEME } from '../app-protocol.ts';
import { logFailure } from '../log.ts';
import { lockSession } from '../security.ts';
import { FILE, isPdf, PAGE, PARTS, policyOf, viewerPage } from './viewer-page.ts';

const SHOWN: readonly string[] = [
  'text/plain',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
];

/** Where the build puts the script that draws a PDF, its fonts and its character maps. */
const PARTS_FOLDER = join(import.meta.dirname, '../exhibit');

/** Whether Stet shows files of that kind: text, pictures and PDF, as their first bytes say they are. */
export const canShow = ({ mediaType }: Exhibit): boolean => SHOWN.includes(mediaType);

/**
 * Shows an exhibit, whose bytes the caller has verified, in a window of its own: sandboxed, without a bridge to
 * anything, with a session in memory that serves these bytes and refuses every other request. No script runs but Stet's
 * own, and only for a PDF, which PDF.js draws; scripts within a PDF are never run. (Chromium's own viewer for PDF stays
 * blank in such a session: it has no extension's bindings there, tried in Electron 33.)
 */
export function showExhibit(exhibit: Exhibit, bytes: Uint8Array, t: Translate): void {
  const { number, title } = exhibit;

  const own = session.fromPartition(`exhibit-${randomUUID()}`, { cache: false });
  lockSession(own, null);
  // In the place of the filter of that lock, which lets through all of Stet's own addresses: a session has only one.
  own.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !mayAsk(exhibit, url) }));
  own.protocol.handle(SCHEME, answering(exhibit, bytes, t));

  const window = new BrowserWindow({
    width: 900,
    height: 760,
    title: `E${number} · ${title}`,
    backgroundColor: '#fbfaf7',
    autoHideMenuBar: true,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      javascript: isPdf(exhibit),
      devTools: false,
    },
  });
  window.setMenu(null);
  window.on('page-title-updated', (event) => event.preventDefault());
  window.webContents.on('before-input-event', (_event, { type, key }) => {
    if (type === 'keyDown' && key === 'Escape') window.close();
  });
  // Electron keeps a session until the app quits, and with what answers in it the bytes of the file.
  window.once('closed', () => own.protocol.unhandle(SCHEME));
  window.loadURL(PAGE).catch((error: unknown) => {
    // A person who closes the window early ends the loading.
    if (window.isDestroyed()) return;
    logFailure('an exhibit could not be shown', error);
    window.destroy();
  });
}

/** Nothing but the page, the file, and for a PDF what draws it. */
function mayAsk(exhibit: Exhibit, url: string): boolean {
  return url === PAGE || url === FILE || (isPdf(exhibit) && url.startsWith(PARTS));
}

/**
 * What answers in the session of an exhibit. It alone holds the bytes, apart from everything else that stays with the
 * session, so that they go when it does.
 */
function answering(
  exhibit: Exhibit,
  bytes: Uint8Array,
  t: Translate,
): (request: Request) => Promise<Response> {
  const headers = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
  return async ({ url }) => {
    if (!mayAsk(exhibit, url)) return new Response(null, { status: 404 });
    if (url === FILE)
      return new Response(new Uint8Array(bytes), {
        headers: { ...headers, 'content-type': exhibit.mediaType },
      });
    if (url !== PAGE) return part(url.slice(PARTS.length), headers);
    return new Response(viewerPage(exhibit, bytes, t, 'en'), {
      headers: {
        ...headers,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policyOf(exhibit),
      },
    });
  };
}

/** A file of the build that drawing a PDF needs, and none from elsewhere. */
async function part(name: string, headers: Record<string, string>): Promise<Response> {
  const path = normalize(join(PARTS_FOLDER, decodeURIComponent(name)));
  const bytes = path.startsWith(PARTS_FOLDER + sep) ? await readFile(path).catch(() => null) : null;
  if (bytes === null) return new Response(null, { status: 404, headers });
  const type = extname(path) === '.js' ? 'text/javascript; charset=utf-8' : 'application/octet-stream';
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-type': type } });
}
