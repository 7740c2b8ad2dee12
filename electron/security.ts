import { app, type Session, type WebContents } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { APP_ORIGIN, SCHEME } from './app-protocol.ts';

/**
 * The walls around every window. Stet opens no connection: whatever a page asks for that is not Stet's own scheme is
 * refused in the session, before a name is looked up.
 */
export function lockSession(session: Session, devServer: string | null): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    const { protocol, host } = new URL(details.url);
    const own = protocol === `${SCHEME}:` || protocol === 'devtools:';
    const dev = devServer !== null && host === new URL(devServer).host;
    callback({ cancel: !own && !dev });
  });
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    callback(permission === 'clipboard-sanitized-write');
  });
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // Chromium fetches dictionaries over the network, past every filter of the session, unless it has no language to
  // fetch one for: being switched off is not enough (seen in the network log of a session, e2e/security.spec.ts).
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

/**
 * To be called before the app is ready: no name is ever looked up, whoever inside Chromium asks. Belt and braces to the
 * session's filter, which does not see what Chromium fetches for itself.
 */
export function lockResolver(devServer: string | null): void {
  const own = devServer === null ? '' : `, EXCLUDE ${new URL(devServer).hostname}`;
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${own}`);
}

/** Refuses every way of leaving the page, opening another or embedding one, for every page that ever exists. */
export function lockContents(devServer: string | null): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      const reload =
        event.isMainFrame && (isOwnPage(event.url) || (devServer !== null && event.url === devServer));
      const preview = !event.isMainFrame && event.url.startsWith(`${SCHEME}://report/`);
      if (!reload && !preview) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
  });
}

/** Whether an address is Stet's own page. */
export function isOwnPage(address: string): boolean {
  return address.startsWith(`${APP_ORIGIN}/`);
}

/** Switches that would let somebody else drive a released Stet. */
const DEBUGGING = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'js-flags',
] as const;

/**
 * The first debugging switch of this start, with which a released build refuses to run. A package made for tests, which
 * is never given to users and says so in its sealed archive (scripts/package.mjs), may be looked at through Chromium's
 * own port.
 */
export function debuggingSwitch(): string | undefined {
  const given = DEBUGGING.filter((name) => app.commandLine.hasSwitch(name));
  return given.find((name) => !(name === 'remote-debugging-port' && isMadeForTests()));
}

function isMadeForTests(): boolean {
  const about = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8')) as object;
  return 'stetForTests' in about && about.stetForTests === true;
}
