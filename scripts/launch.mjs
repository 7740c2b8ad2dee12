/** How this checkout is opened in Electron, whichever Electron it is; used by the commands here and by e2e/. */
import { isRoot, root, SetupError } from './common.mjs';
import { knownElectron } from './electron-binary.mjs';

/**
 * The arguments for Electron. Everything after `--` is Stet's own, and Chromium does not look at it.
 * Root gets `--no-sandbox`, because Chromium's sandbox refuses to start for root; the packaged app never does.
 * @param {string[]} [args] what a person would type after `stet`
 * @param {string[]} [switches] Chromium's, such as `--user-data-dir=…`
 */
export function launchArgs(args = [], switches = []) {
  return [...(isRoot ? ['--no-sandbox'] : []), ...switches, root, '--', ...args];
}

/**
 * For Playwright's `_electron.launch()`: the sandbox stays on for everyone but root.
 * @param {string[]} [args] what a person would type after `stet`
 * @param {string[]} [switches] Chromium's
 */
export function playwrightOptions(args = [], switches = []) {
  return {
    executablePath: electronExecutable(),
    args: launchArgs(args, switches),
    chromiumSandbox: !isRoot,
    cwd: root,
  };
}

/** The path of the Electron that set-up chose. */
export function electronExecutable() {
  const electron = knownElectron();
  if (!electron) throw new SetupError('Electron is not set up yet: run `npm start` or `npm test` once.');
  return electron.executable;
}

/** This environment without what would turn Electron into something else. */
export function appEnvironment() {
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...rest } = process.env;
  return rest;
}
