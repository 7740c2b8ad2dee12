/**
 * `npm run --silent stet -- …`: the command line from source. Verbs run in plain Node; the few that need Chromium run in
 * Electron, on a virtual display if there is no other. Standard output belongs to the verb alone.
 */
import './node-version.mjs';
import childProcess from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { beQuiet, callerFolder, fail, root } from './common.mjs';
import { displayEnvironment } from './display.mjs';
import { ensureBuild, ensureDependencies, ensureElectron, ensureSystemLibraries, setUp } from './setup.mjs';

/** electron/cli-node.ts answers so when a verb needs Chromium; it has changed nothing by then. */
const NEEDS_CHROMIUM = 75;

/** What Chromium and the libraries below it say on standard error of their own accord; nobody asked. */
const CHATTER = [
  /^\[\d+:\d+\/\d+\.\d+:(INFO|WARNING|ERROR|VERBOSE\d):/,
  /^\(.*:\d+\): (Gtk|Gdk|GLib|dconf|libnotify)/,
  /^(libva|MESA|libGL|vulkan|Fontconfig|DevTools listening)/i,
  /^\s*$/,
];

async function main(args) {
  beQuiet(true);
  if (opensWindow(args[0])) {
    await setUp();
    const { openWindow } = await import('./open-window.mjs');
    return openWindow(args);
  }
  ensureDependencies();
  await ensureBuild();
  const code = await inNode(args);
  return code === NEEDS_CHROMIUM ? inElectron(args) : code;
}

/** `stet` and `stet CASE` open a window. A word that is no file and has no look of one is a verb, or a mistyped one. */
function opensWindow(first) {
  if (first === undefined) return true;
  if (first.startsWith('-')) return false;
  return /[./\\]/.test(first) || fs.existsSync(path.resolve(callerFolder, first));
}

function inNode(args) {
  const cli = path.join(root, 'dist', 'electron', 'cli-node.js');
  return exitCode(
    childProcess.spawn(process.execPath, [cli, ...args], { cwd: callerFolder, stdio: 'inherit' }),
  );
}

async function inElectron(args) {
  const electron = await ensureElectron();
  await ensureSystemLibraries(electron);
  const { appEnvironment, launchArgs } = await import('./launch.mjs');
  const app = childProcess.spawn(electron.executable, launchArgs(args), {
    cwd: callerFolder,
    stdio: ['inherit', 'inherit', 'pipe'],
    env: { ...appEnvironment(), ...(await displayEnvironment()) },
  });
  process.once('exit', () => app.kill());
  readline.createInterface({ input: app.stderr }).on('line', (line) => {
    if (!CHATTER.some((pattern) => pattern.test(line))) process.stderr.write(`${line}\n`);
  });
  return exitCode(app);
}

function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

main(process.argv.slice(2)).then((code) => process.exit(code), fail);
