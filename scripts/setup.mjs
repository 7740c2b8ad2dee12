/**
 * Everything between a fresh clone and a runnable app, each step done only if it is not done yet.
 * A second start passes through here in a fraction of a second.
 */
import './node-version.mjs';
import path from 'node:path';
import { npmCommand, readJson, root, run, say, SetupError, tail } from './common.mjs';

/** Installs the locked dependencies unless they are there. */
export function ensureDependencies() {
  if (dependenciesInstalled()) return;
  say('Installing dependencies (about a minute) …');
  const [npm, before, options] = npmCommand();
  // A production setting inherited from outside would leave out the build tools, which are all development dependencies.
  const args = [...before, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const installed = run(npm, args, options);
  if (installed.code === 127) {
    throw new SetupError('npm was not found; it comes with Node.js: https://nodejs.org/en/download');
  }
  if (installed.code !== 0) {
    throw new SetupError(
      `the dependencies could not be installed; check the network connection and try again. npm said:\n${tail(installed.output)}`,
    );
  }
}

/** Compares the lockfile with the record npm keeps in node_modules: exact, and a matter of milliseconds. */
function dependenciesInstalled() {
  const locked = readJson(path.join(root, 'package-lock.json'));
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'));
  if (!locked || !installed) return false;
  return Object.entries(locked.packages).every(
    ([name, { version, optional, devOptional }]) =>
      name === '' || optional || devOptional || (installed.packages[name] || {}).version === version,
  );
}

/**
 * @returns {Promise<import('./electron-binary.mjs').ElectronBinary>} the Electron to use, fetched if need be
 */
export async function ensureElectron() {
  const { knownElectron, obtainElectron } = await import('./electron-binary.mjs');
  return knownElectron() || obtainElectron();
}

/** @param {{ forTests?: boolean }} [purpose] */
export async function ensureSystemLibraries(electron, purpose) {
  const libraries = await import('./system-libraries.mjs');
  libraries.ensureSystemLibraries(electron, purpose);
}

/** Builds what has changed since the last build. */
export async function ensureBuild() {
  const { build } = await import('./build.mjs');
  await build();
}

/**
 * All of it, in order.
 * @param {{ forTests?: boolean }} [purpose]
 */
export async function setUp(purpose) {
  ensureDependencies();
  const electron = await ensureElectron();
  await ensureSystemLibraries(electron, purpose);
  await ensureBuild();
  return electron;
}
