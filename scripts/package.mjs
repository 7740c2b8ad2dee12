/**
 * `npm run package [-- TARGET…]`: the app as its users get it, into out/. TARGET is one of electron-builder's (dir, tar.gz,
 * AppImage, deb, dmg, zip, nsis); without one, those of electron-builder.yml for this system.
 *
 * `--for-tests` permits the Electron of electron-fallback.mjs, which is never given to users, and marks the package as one
 * for tests (`stetForTests` in its package.json), so that the app knows it may be driven by a debugger.
 */
import './node-version.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { beQuiet, fail, isMain, root, say, SetupError, which } from './common.mjs';
import { setUp } from './setup.mjs';

/** @param {{ targets?: string[], forTests?: boolean }} options */
export async function packageApp({ targets = [], forTests = false } = {}) {
  const electron = await setUp({ forTests: true });
  if (electron.kind === 'fallback' && !forTests) {
    throw new SetupError(
      `packages for users need the official Electron ${electron.wanted}, and only ${electron.version} is here; ` +
        'run this where GitHub can be reached, or add --for-tests.',
    );
  }
  // Otherwise electron-builder fetches a 7-Zip of its own.
  const sevenZip = which('7za');
  if (sevenZip && !process.env.ELECTRON_BUILDER_7ZIP_PATH) process.env.ELECTRON_BUILDER_7ZIP_PATH = sevenZip;
  const { build, Platform } = await import('electron-builder');
  const artifacts = await build({
    targets: Platform.current().createTarget(targets.length > 0 ? targets : undefined),
    publish: 'never',
    config: {
      electronDist: electron.folder,
      electronVersion: electron.version,
      extraMetadata: forTests ? { stetForTests: true } : {},
      afterExtract: removeLoader,
    },
  });
  say(
    `Packaged into ${path.join(root, 'out')}${artifacts.map((file) => `\n  ${path.relative(root, file)}`).join('')}`,
  );
}

/** Takes the fallback's loader (electron-fallback.mjs) out of the copy that is packaged. */
async function removeLoader({ appOutDir }) {
  fs.rmSync(path.join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
}

if (isMain(import.meta.url)) {
  const args = process.argv.slice(2);
  beQuiet(args.includes('--quiet'));
  const targets = args.filter((argument) => !argument.startsWith('--'));
  packageApp({ targets, forTests: args.includes('--for-tests') }).then(() => process.exit(0), fail);
}
