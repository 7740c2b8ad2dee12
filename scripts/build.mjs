/**
 * Builds the app into dist/: main, the command line and the thread that writes reports as single ES modules, the preload as
 * one CommonJS file (a sandboxed preload can be nothing else), the window's pages, and two scripts without a page: the one
 * that draws a PDF in the window of an exhibit, and the one that reads a file in a window that nobody sees. Libraries are
 * bundled, so the packaged app ships no node_modules.
 *
 * Run directly: `node scripts/build.mjs [--force]`.
 */
import './node-version.mjs';
import crypto from 'node:crypto';
import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { checkoutCache, fail, isMain, readJson, root, say, SetupError, writeJson } from './common.mjs';

const stamp = path.join(checkoutCache, 'build.json');
const inputs = ['shared', 'electron', 'renderer', 'scripts/build.mjs', 'package.json', 'package-lock.json'];
const outputs = [
  'electron/main.js',
  'electron/cli-node.js',
  'electron/preload.cjs',
  'electron/report-worker.js',
  'renderer/index.html',
  'exhibit/show-pdf.js',
  'parsing/parse-file.js',
];

/** Does nothing when nothing that goes into the app has changed. */
export async function build({ force = false } = {}) {
  const fingerprint = hashOfInputs();
  const built =
    readJson(stamp)?.fingerprint === fingerprint && outputs.every((name) => fs.existsSync(dist(name)));
  if (built && !force) return;

  say('Building …');
  const started = Date.now();
  const vite = await import('vite');
  fs.rmSync(stamp, { force: true });
  fs.rmSync(dist(), { recursive: true, force: true });
  try {
    for (const config of await buildConfigs()) await vite.build(config);
  } catch (error) {
    throw new SetupError(`the build failed: ${error.message}`);
  }
  writeJson(stamp, { fingerprint });
  say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/** One Vite configuration per bundle; scripts/dev.mjs uses them too. */
export async function buildConfigs({ development = false } = {}) {
  return [
    nodeBundle('electron/main.ts', 'electron/main.js', 'es', development),
    nodeBundle('electron/cli-node.ts', 'electron/cli-node.js', 'es', development),
    workerBundle(development),
    nodeBundle('electron/preload.ts', 'electron/preload.cjs', 'cjs', development),
    await rendererBundle(development),
    pdfBundle(development),
    // The character maps and fonts that it needs as well are those beside the script before it.
    scriptBundle('renderer/parsing/parse-file.ts', 'parsing', development),
  ];
}

function nodeBundle(entry, output, format, development) {
  return {
    configFile: false,
    root,
    mode: development ? 'development' : 'production',
    logLevel: 'warn',
    // Everything but Electron and Node's own modules goes into the file.
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: path.join(root, entry),
      outDir: dist('electron'),
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      minify: false, // Stack traces of the main process stay readable.
      sourcemap: development,
      reportCompressedSize: false,
      rolldownOptions: {
        external: ['electron', ...builtinModules, /^node:/],
        output: { format, entryFileNames: path.basename(output), codeSplitting: false },
      },
    },
  };
}

/**
 * The thread that writes a report is started for every report, so what few reports need (the libraries for Word and for
 * reading a PDF back, most of its size) stands in files of its own beside it.
 */
function workerBundle(development) {
  const config = nodeBundle(
    'electron/report/report-worker.ts',
    'electron/report-worker.js',
    'es',
    development,
  );
  const { output } = config.build.rolldownOptions;
  output.codeSplitting = true;
  output.chunkFileNames = 'report-worker/[name].js';
  return config;
}

async function rendererBundle(development) {
  const { default: react } = await import('@vitejs/plugin-react');
  const folder = path.join(root, 'renderer');
  return {
    configFile: false,
    root: folder,
    base: './',
    mode: development ? 'development' : 'production',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: dist('renderer'),
      emptyOutDir: true,
      target: 'chrome130', // The oldest Chromium that tests run on (scripts/electron-fallback.mjs).
      assetsInlineLimit: 0, // The content security policy allows no data: addresses.
      modulePreload: { polyfill: false },
      sourcemap: development,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4096, // Read from disk, not from a network.
      rolldownOptions: { input: pagesIn(folder) },
    },
  };
}

/** The script that draws a PDF, with the character maps and fonts of PDF.js. */
function pdfBundle(development) {
  const library = path.join(root, 'node_modules/pdfjs-dist');
  const partsOfPdfjs = {
    name: 'fonts-and-character-maps',
    writeBundle() {
      for (const folder of ['cmaps', 'standard_fonts'])
        fs.cpSync(path.join(library, folder), dist('exhibit', folder), { recursive: true });
    },
  };
  return scriptBundle('renderer/exhibit/show-pdf.ts', 'exhibit', development, [partsOfPdfjs]);
}

/** One script without a page: main writes the page around it (electron/exhibits/, electron/parsing/). */
function scriptBundle(entry, folder, development, plugins = []) {
  return {
    configFile: false,
    root,
    mode: development ? 'development' : 'production',
    logLevel: 'warn',
    plugins,
    build: {
      outDir: dist(folder),
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'chrome130',
      sourcemap: development,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4096,
      rolldownOptions: {
        input: path.join(root, entry),
        output: { entryFileNames: `${path.basename(entry, '.ts')}.js`, codeSplitting: false },
      },
    },
  };
}

/** Every page of the interface: the main window's, and those of sandboxed windows. */
function pagesIn(folder) {
  return filesUnder(folder).filter((file) => file.endsWith('.html'));
}

function dist(...names) {
  return path.join(root, 'dist', ...names);
}

/** Of contents, not of times: a fresh clone, a branch switched to and back, and a copy all compare rightly. */
function hashOfInputs() {
  const hash = crypto.createHash('sha256');
  for (const input of inputs) {
    for (const file of filesUnder(path.join(root, input))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(fs.readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function filesUnder(place) {
  if (!fs.existsSync(place)) return [];
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs
    .readdirSync(place)
    .sort()
    .flatMap((name) => filesUnder(path.join(place, name)));
}

if (isMain(import.meta.url)) {
  build({ force: process.argv.includes('--force') }).catch(fail);
}
