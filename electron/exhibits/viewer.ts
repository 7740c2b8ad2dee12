import { BrowserWindow, session } from 'electron';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Exhibit } from '../../shared/case/evidence.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { logFailure } from '../log.ts';
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
  const { mediaType, number, title } = exhibit;

  const own = session.fromPartition(`exhibit-${randomUUID()}`, { cache: false });
  own.webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: url !== PAGE && url !== FILE && !(isPdf(exhibit) && url.startsWith(PARTS)) });
  });
  own.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  own.setPermissionCheckHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  own.setSpellCheckerLanguages([]);
  own.protocol.handle('stet', async ({ url }) => {
    const headers = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
    if (url === FILE)
      return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-type': mediaType } });
    if (isPdf(exhibit) && url.startsWith(PARTS)) return part(url.slice(PARTS.length), headers);
    if (url !== PAGE) return new Response(null, { status: 404 });
    return new Response(viewerPage(exhibit, bytes, t, 'en'), {
      headers: {
        ...headers,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policyOf(exhibit),
      },
    });
  });

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
  window.loadURL(PAGE).catch((error: unknown) => {
    logFailure('an exhibit could not be shown', error);
  });
}

/** A file of the build that drawing a PDF needs, and none from elsewhere. */
async function part(name: string, headers: Record<string, string>): Promise<Response> {
  const path = normalize(join(PARTS_FOLDER, decodeURIComponent(name)));
  const bytes = path.startsWith(PARTS_FOLDER + sep) ? await readFile(path).catch(() => null) : null;
  if (bytes === null) return new Response(null, { status: 404, headers });
  const type = extname(path) === '.js' ? 'text/javascript; charset=utf-8' : 'application/octet-stream';
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-type': type } });
}
