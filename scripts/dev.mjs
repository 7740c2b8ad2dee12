/**
 * `npm run dev [-- CASE]`: the app with hot reload. Changes of renderer/ appear at once; changes of electron/ or shared/
 * rebuild main and restart the app. The address of Vite's server goes to main as STET_DEV_SERVER, which main heeds only
 * when it is not packaged.
 */
import './node-version.mjs';
import childProcess from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { callerFolder, checkoutCache, fail, say, SetupError } from './common.mjs';
import { hasDisplay } from './display.mjs';
import { ensureDependencies, ensureElectron, ensureSystemLibraries } from './setup.mjs';

let app;
let restarting = false;

async function main(args) {
  if (!hasDisplay()) throw new SetupError('there is no display to develop on; try: xvfb-run -a npm run dev');
  ensureDependencies();
  await ensureSystemLibraries(await ensureElectron());
  const { buildConfigs } = await import('./build.mjs');
  const vite = await import('vite');

  // What is built from here on is not what `npm start` would build.
  fs.rmSync(path.join(checkoutCache, 'build.json'), { force: true });
  const [mainBundle, cliBundle, preloadBundle, renderer, ...scripts] = await buildConfigs({
    development: true,
  });
  const server = await vite.createServer({ ...renderer, server: { host: '127.0.0.1' } });
  await server.listen();
  const address = server.resolvedUrls.local[0];
  say(`The window's pages come from ${address}`);

  const restart = debounced(() => openApp(args, address));
  const built = [];
  for (const bundle of [mainBundle, cliBundle, preloadBundle, ...scripts]) {
    const watcher = await vite.build({ ...bundle, build: { ...bundle.build, watch: {} } });
    built.push(
      new Promise((resolve) => {
        watcher.on('event', (event) => {
          if (event.code === 'ERROR') console.error(event.error.message);
          if (event.code !== 'END') return;
          resolve();
          if (app) restart();
        });
      }),
    );
  }
  await Promise.all(built);
  await openApp(args, address);
}

/** Three bundles share sources; one change rebuilds several, and one restart is enough. */
function debounced(action) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void action(), 200);
  };
}

async function openApp(args, address) {
  const { appEnvironment, electronExecutable, launchArgs } = await import('./launch.mjs');
  if (app) {
    say('Restarting …');
    restarting = true;
    const ended = new Promise((resolve) => app.once('exit', resolve));
    app.kill();
    await ended;
    restarting = false;
  }
  app = childProcess.spawn(electronExecutable(), launchArgs(args), {
    cwd: callerFolder,
    stdio: 'inherit',
    env: { ...appEnvironment(), STET_DEV_SERVER: address },
  });
  app.once('exit', (code) => {
    if (!restarting) process.exit(code ?? 0); // Closed by the person, not by us.
  });
}

process.once('exit', () => app?.kill());
main(process.argv.slice(2)).catch(fail);
