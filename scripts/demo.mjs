/** `npm run demo [ARTICLE]`: the main job done in the real app without a screen, with pictures of every view. */
import './node-version.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { fail, isMain, root, say } from './common.mjs';
import { displayEnvironment } from './display.mjs';
import { setUp } from './setup.mjs';

/** @param {string} [article] a text to make a case of; without one, a copy of the sample case is opened */
export async function runDemo(article) {
  await setUp();
  const { _electron } = await import('playwright');
  const { appEnvironment, playwrightOptions } = await import('./launch.mjs');
  const folder = path.join(root, 'demo-output');
  fs.mkdirSync(folder, { recursive: true });
  const app = await _electron.launch({
    ...playwrightOptions(article ? [article] : []),
    env: { ...appEnvironment(), ...(await displayEnvironment()) },
  });
  try {
    const window = await app.firstWindow();
    await window.screenshot({ path: path.join(folder, 'window.png') });
  } finally {
    await app.close();
  }
  say(`The demonstration is in ${folder}.`);
}

if (isMain(import.meta.url)) {
  runDemo(process.argv[2]).then(() => process.exit(0), fail);
}
