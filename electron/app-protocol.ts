import { protocol, type Session } from 'electron';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/**
 * Stet's pages come from its own scheme, not from file:, so that they have an origin of their own, a strict policy and
 * no way to other files. `stet://app/` is the interface; `stet://report/` the preview of a report.
 */
export const SCHEME = 'stet';
export const APP_ORIGIN = `${SCHEME}://app`;

/**
 * No remote origin, no inline script, and no inline style sheet but those of the widget library, which carry the nonce
 * of this load; the report preview may be framed.
 */
const appPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `frame-src ${SCHEME}://report`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Where the page wants the nonce (renderer/index.html). */
const NONCE = '{{nonce}}';

/** The report is one file with its style inside; it may be framed by the app and load nothing. */
const REPORT_POLICY = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors ${APP_ORIGIN}`;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** To be called before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the interface from `folder`, and the report preview from what `preview` answers for its address. */
export function serve(
  session: Session,
  folder: string,
  preview: (address: string) => Uint8Array<ArrayBuffer> | null,
): void {
  session.protocol.handle(SCHEME, async (request) => {
    const address = new URL(request.url);
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    if (address.host === 'report') {
      const html = preview(request.url);
      return html === null ? notFound() : page(html, TYPES['.html'], REPORT_POLICY);
    }
    if (address.host !== 'app') return notFound();
    const path = normalize(join(folder, decodeURIComponent(address.pathname)));
    if (!path.startsWith(folder + sep)) return notFound();
    try {
      const nonce = randomBytes(16).toString('base64');
      const bytes = await readFile(path);
      const body = path.endsWith('.html') ? bytes.toString().replace(NONCE, nonce) : new Uint8Array(bytes);
      return page(body, TYPES[extname(path)], appPolicy(nonce));
    } catch {
      return notFound();
    }
  });
}

function page(body: string | Uint8Array<ArrayBuffer>, type: string | undefined, policy: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type ?? 'application/octet-stream',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}

const notFound = (): Response => new Response(null, { status: 404 });
