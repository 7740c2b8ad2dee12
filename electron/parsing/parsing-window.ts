import { BrowserWindow, session, type Session } from 'electron';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import type { FileProblem } from '../../shared/problems.ts';
import type { Extracted } from '../../shared/case/document.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { SCHEME } from '../app-protocol.ts';
import { logFailure } from '../log.ts';
import { lockSession } from '../security.ts';
import { checkExtracted, checkProblem, checkShare } from './check-extracted.ts';
import type { ParsingInput, ParsingLimits } from './parse.ts';
import { ANSWERS, FILE, PAGE, parsingPage, PDF_PARTS, POLICY, SCRIPT } from './parsing-page.ts';
import { readBody } from './read-body.ts';

/** Where the build puts the script, and the character maps and fonts of PDF.js. */
const SCRIPT_FILE = join(import.meta.dirname, '../parsing/parse-file.js');
const PDF_FOLDER = join(import.meta.dirname, '../exhibit');

/** Bytes that a word about progress or a problem may have. */
const SHORT = 1_000;

const HEADERS = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };

type Outcome = Result<Extracted, FileProblem>;

interface Watched {
  signal: AbortSignal | undefined;
  onProgress: (share: number) => void;
  limits: ParsingLimits;
}

/**
 * Reads a file in a window of its own: hidden, sandboxed, without a bridge, with a session in memory that serves the
 * page, its script, the file and what PDF.js needs, and refuses every other request. The first that happens is the
 * outcome: an answer, a limit, a crash, or the signal; then the window is destroyed and the session lets go of the file.
 */
export async function parseInWindow(input: ParsingInput, watched: Watched): Promise<Outcome> {
  const { signal, limits } = watched;
  if (signal?.aborted) return fail({ code: 'cancelled' });
  const own = ownSession();
  const window = hiddenWindow(own);
  const timers: NodeJS.Timeout[] = [];
  let cancel = (): void => {};
  try {
    return await new Promise<Outcome>((settle) => {
      const end = (problem: FileProblem): void => settle(fail(problem));
      const silence = setTimeout(() => end({ code: 'took-too-long' }), limits.silence);
      timers.push(
        silence,
        setTimeout(() => end({ code: 'took-too-long' }), limits.whole),
      );
      cancel = () => end({ code: 'cancelled' });
      signal?.addEventListener('abort', cancel, { once: true });
      const crashed = (what: string, error: unknown): void => {
        if (!window.isDestroyed()) logFailure(what, error);
        end({ code: 'reader-crashed' });
      };
      window.webContents.once('render-process-gone', (_event, { reason }) =>
        crashed('the window that reads a file is gone', { code: reason }),
      );
      // When the app quits, every window is closed.
      window.once('closed', cancel);
      own.protocol.handle(
        SCHEME,
        answering(input, watched, settle, () => silence.refresh()),
      );
      window
        .loadURL(PAGE)
        .catch((error: unknown) => crashed('the window that reads a file had no page', error));
    });
  } finally {
    signal?.removeEventListener('abort', cancel);
    for (const timer of timers) clearTimeout(timer);
    // A window that hangs takes its process along when it is destroyed.
    window.destroy();
    // What answers has the bytes of the file.
    own.protocol.unhandle(SCHEME);
  }
}

/**
 * A session in memory, for one file. Electron keeps it until the app quits, with whatever its filter can reach: so it is
 * made here, where the file is not.
 */
function ownSession(): Session {
  const own = session.fromPartition(`parsing-${randomUUID()}`, { cache: false });
  lockSession(own, null);
  // In the place of the filter of that lock, which lets through all of Stet's own addresses: a session has only one.
  own.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !mayAsk(url) }));
  return own;
}

function hiddenWindow(own: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      // Never seen, and yet at work.
      backgroundThrottling: false,
    },
  });
}

/** Nothing but the page, its script, the file and what PDF.js needs; and where it answers. */
function mayAsk(url: string): boolean {
  const answers: readonly string[] = Object.values(ANSWERS);
  return [PAGE, FILE, SCRIPT].includes(url) || answers.includes(url) || url.startsWith(PDF_PARTS);
}

/** What answers in the session of the window. It alone holds the bytes, so that they go when it does. */
function answering(
  { bytes, fileName, kind }: ParsingInput,
  { onProgress, limits }: Watched,
  settle: (outcome: Outcome) => void,
  alive: () => void,
): (request: Request) => Promise<Response> {
  const posted = async (request: Request): Promise<void> => {
    if (request.url === ANSWERS.progress) {
      const share = checkShare((await readBody(request, SHORT)) ?? '');
      if (share === null) return;
      alive();
      onProgress(share);
    } else if (request.url === ANSWERS.problem) {
      settle(fail(checkProblem((await readBody(request, SHORT)) ?? '')));
    } else {
      const json = await readBody(request, limits.result);
      const extracted = json === null ? null : checkExtracted(json);
      settle(extracted ? ok(extracted) : fail({ code: 'reader-crashed' }));
    }
  };
  return async (request) => {
    const { method, url } = request;
    if (method === 'POST' && Object.values<string>(ANSWERS).includes(url)) {
      await posted(request);
      return new Response(null, { status: 204, headers: HEADERS });
    }
    if (method !== 'GET' || !mayAsk(url)) return new Response(null, { status: 404, headers: HEADERS });
    if (url === PAGE) return page(parsingPage(fileName, kind ?? 'file'));
    alive();
    if (url === FILE) return body(new Uint8Array(bytes), 'application/octet-stream');
    const script = url === SCRIPT;
    const file = script ? await readFile(SCRIPT_FILE) : await pdfPart(url.slice(PDF_PARTS.length));
    if (!file) return new Response(null, { status: 404, headers: HEADERS });
    return body(new Uint8Array(file), script ? 'text/javascript; charset=utf-8' : 'application/octet-stream');
  };
}

const page = (html: string): Response =>
  new Response(html, {
    headers: { ...HEADERS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
  });

const body = (bytes: Uint8Array<ArrayBuffer>, type: string): Response =>
  new Response(bytes, { headers: { ...HEADERS, 'content-type': type } });

/** A character map or a font, and no file from elsewhere. */
async function pdfPart(name: string): Promise<Buffer | null> {
  const path = normalize(join(PDF_FOLDER, decodeURIComponent(name)));
  return path.startsWith(PDF_FOLDER + sep) ? readFile(path).catch(() => null) : null;
}
