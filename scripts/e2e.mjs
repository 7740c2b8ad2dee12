/** `npm run test:e2e [-- PLAYWRIGHT ARGUMENTS]`: the end-to-end tests against the built app in a real Electron. */
import './node-version.mjs';
import { fail, isMain } from './common.mjs';
import { startDisplay } from './display.mjs';
import { setUp } from './setup.mjs';

/**
 * Runs one of the projects of e2e/playwright.config.ts.
 * @param {'app' | 'packaged'} project
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} Playwright's exit code
 */
export async function runPlaywright(project, args = [], env = {}) {
  const { start, tool } = await import('./tools.mjs');
  const command = tool(
    '@playwright/test',
    ['test', '--config=e2e', `--project=${project}`, ...args],
    'playwright',
  );
  const { code } = await start(command, {
    show: true,
    env: { ...process.env, ...(await testDisplay()), ...env },
  });
  return code;
}

let display;

/** On Linux always a virtual one: windows of tests neither disturb a person nor depend on what else is open. */
async function testDisplay() {
  if (process.platform !== 'linux') return {};
  if (!display) display = await startDisplay();
  return display.env;
}

if (isMain(import.meta.url)) {
  setUp({ forTests: true })
    .then(() => runPlaywright('app', process.argv.slice(2)))
    .then((code) => process.exit(code), fail);
}
