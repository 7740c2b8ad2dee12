/**
 * A display for machines without one. Stet starts Xvfb itself instead of calling xvfb-run, which mixes a program's
 * standard error into its standard output.
 */
import childProcess from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SetupError, which } from './common.mjs';

/** Is there a screen to open a window on? macOS and Windows always have one. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Starts a virtual display that ends with this process.
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>} the environment that programs on it need
 */
export async function startDisplay() {
  if (!which('Xvfb')) throw new SetupError('a virtual display needs Xvfb; on Debian: apt-get install xvfb');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-display-'));
  const authority = path.join(folder, 'authority');
  fs.writeFileSync(authority, authorityFile(), { mode: 0o600 });
  const server = childProcess.spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset', '-auth', authority],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true },
  );
  const stop = () => {
    server.kill();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  // Detached, so that a Ctrl-C reaches the programs first and they do not lose their display before they can save.
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.once(signal, () => setTimeout(() => process.exit(code), 500));
  }
  const number = await firstLine(server);
  server.unref();
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority, WAYLAND_DISPLAY: '' }, stop };
}

/** The environment to run Electron in: this one, with a virtual display added if there is none. */
export async function displayEnvironment() {
  return hasDisplay() ? { ...process.env } : { ...process.env, ...(await startDisplay()).env };
}

/** An Xauthority file with a fresh cookie valid for any display: nobody else on the machine may look at ours. */
function authorityFile() {
  const field = (bytes) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
  const anyFamily = Buffer.from([0xff, 0xff]);
  const nothing = Buffer.alloc(0);
  return Buffer.concat([
    anyFamily,
    field(nothing),
    field(nothing),
    field(Buffer.from('MIT-MAGIC-COOKIE-1')),
    field(crypto.randomBytes(16)),
  ]);
}

/** Xvfb writes the number it took once it is ready. */
function firstLine(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      server.stdio[3].destroy();
      resolve(text.trim());
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new SetupError(`Xvfb did not start (exit code ${code}).`)));
  });
}
