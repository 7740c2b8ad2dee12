/**
 * What Electron needs of a Linux system besides itself. Missing pieces are installed when that is allowed (root on Debian
 * or its kin), and otherwise named with the one command that installs them. macOS and Windows bring everything.
 */
import fs from 'node:fs';
import path from 'node:path';
import {
  checkoutCache,
  isRoot,
  readJson,
  run,
  say,
  SetupError,
  tail,
  warn,
  which,
  writeJson,
} from './common.mjs';
import { hasDisplay } from './display.mjs';

const GROUPS = {
  electron: {
    packages: ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'libatk-bridge2.0-0', 'libxss1', 'libxtst6'],
    why: 'Electron cannot start without them',
    required: true,
  },
  display: { packages: ['xvfb'], why: 'there is no display, and a virtual one needs it', required: true },
  fonts: {
    packages: ['fonts-noto-core', 'fonts-noto-cjk'],
    why: 'reports in every script need them',
    required: false,
  },
  pdf: { packages: ['poppler-utils', 'qpdf'], why: 'the tests check PDF files with them', required: true },
  packaging: { packages: ['p7zip-full'], why: 'packaging needs it', required: true },
};

/**
 * @param {{ executable: string }} electron
 * @param {{ forTests?: boolean }} [purpose] tests also check PDFs, package the app, and never use a person's own display
 */
export function ensureSystemLibraries(electron, { forTests = false } = {}) {
  if (process.platform !== 'linux') return;
  const stamp = path.join(checkoutCache, `system-libraries${forTests ? '-tests' : ''}.json`);
  if (readJson(stamp)?.for === electron.executable && quickLook(forTests)) return;

  let missing = whatIsMissing(electron, forTests);
  if (missing.length > 0 && isRoot && which('apt-get')) {
    install(missing);
    missing = whatIsMissing(electron, forTests);
  }
  if (missing.some((name) => GROUPS[name].required)) throw new SetupError(advice(missing));
  if (missing.length > 0) warn(`Note: ${advice(missing)}`);
  writeJson(stamp, { for: electron.executable });
}

/** Enough for a second start: the programs we call are still there. */
function quickLook(forTests) {
  const programs = [
    ...(forTests || !hasDisplay() ? ['Xvfb'] : []),
    ...(forTests ? ['pdftotext', 'qpdf', '7za'] : []),
  ];
  return programs.every((name) => which(name));
}

function whatIsMissing(electron, forTests) {
  const missing = [];
  if (missesLibraries(electron.executable)) missing.push('electron');
  if ((forTests || !hasDisplay()) && !which('Xvfb')) missing.push('display');
  if (!hasFonts()) missing.push('fonts');
  if (forTests && !(which('pdftotext') && which('qpdf'))) missing.push('pdf');
  if (forTests && !which('7za')) missing.push('packaging');
  return missing;
}

/** Asks the dynamic linker, not the package manager: the answer is right on every distribution. */
function missesLibraries(executable) {
  return run('ldd', [executable], { env: { ...process.env, LC_ALL: 'C' } }).stdout.includes('not found');
}

function hasFonts() {
  const languages = ['ar', 'zh-cn', 'ja', 'ko', 'hi'];
  if (which('fc-list'))
    return languages.every((language) => run('fc-list', [`:lang=${language}`, 'file']).stdout !== '');
  return fs.existsSync('/usr/share/fonts/truetype/noto') && fs.existsSync('/usr/share/fonts/opentype/noto');
}

function install(groups) {
  const wanted = packagesOf(groups);
  say(`Installing system packages: ${wanted.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...args) => run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], { env });
  const installNow = () => aptGet('install', '-y', '--no-install-recommends', ...wanted.map(nameHere));
  // The lists of a fresh machine are empty, those of an old one name versions that are no longer served.
  aptGet('update');
  const done = installNow();
  if (done.code !== 0) warn(`apt-get could not install them: ${tail(done.output, 3)}`);
}

/** Newer Debian and Ubuntu renamed some libraries when their time_t grew to 64 bits. */
function nameHere(name) {
  const renamed = `${name}t64`;
  return name.startsWith('lib') && run('apt-cache', ['show', renamed]).code === 0 ? renamed : name;
}

function packagesOf(groups) {
  return groups.flatMap((name) => GROUPS[name].packages);
}

function advice(groups) {
  const why = groups.map((name) => GROUPS[name].why).join('; ');
  const packages = packagesOf(groups).join(' ');
  return which('apt-get')
    ? `system packages are missing (${why}). Install them with: sudo apt-get install ${packages}`
    : `system packages are missing (${why}). Their names on Debian are ${packages}; install what your system calls them.`;
}
