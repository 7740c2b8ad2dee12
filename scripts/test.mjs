/**
 * `npm test`: all set-up, then everything that can be checked, from formatting to the packaged app.
 * Its last line counts: every test is one, and so is every step that is not made of tests.
 */
import './node-version.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { checkSource } from './check.mjs';
import { fail, readJson, root, say } from './common.mjs';
import { runPlaywright } from './e2e.mjs';
import { ensureBuild, ensureDependencies, ensureElectron, ensureSystemLibraries } from './setup.mjs';

const results = path.join(root, 'test-results');
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function count(name, { passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) failures.push(failed === 1 && passed === 0 ? name : `${name} (${failed})`);
}

async function step(name, work) {
  const started = Date.now();
  try {
    await work();
    count(name, { passed: 1 });
    say(`✓ ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    count(name, { failed: 1 });
    say(`✗ ${name}\n${error.message}`);
    return false;
  }
}

async function unitTests() {
  const { start, tool } = await import('./tools.mjs');
  const report = path.join(results, 'unit.json');
  const { code } = await start(
    tool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]),
    { show: true },
  );
  const counts = readJson(report);
  count('unit tests', {
    passed: counts?.numPassedTests,
    failed: failedAtLeast(code, counts?.numFailedTests),
    skipped: (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0),
  });
}

async function playwrightTests(name, project) {
  const report = path.join(results, `${project}.json`);
  const code = await runPlaywright(project, [], { STET_TEST_REPORT: report });
  const stats = readJson(report)?.stats;
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  count(name, { passed: stats?.expected, failed: failedAtLeast(code, failed), skipped: stats?.skipped });
}

/** A runner can fail without a failed test, for instance when a file does not load: that counts as one. */
function failedAtLeast(code, failed = 0) {
  return code === 0 ? failed : Math.max(failed, 1);
}

async function main() {
  ensureDependencies();
  fs.rmSync(results, { recursive: true, force: true });
  fs.mkdirSync(results, { recursive: true });
  const ready = await step('Electron and its system libraries', async () => {
    await ensureSystemLibraries(await ensureElectron(), { forTests: true });
  });

  for (const { name, code } of await checkSource()) count(name, code === 0 ? { passed: 1 } : { failed: 1 });
  await unitTests();
  const built = await step('build', ensureBuild);
  if (ready && built) {
    await playwrightTests('end-to-end tests', 'app');
    const { packageApp } = await import('./package.mjs');
    const packaged = await step('package', () => packageApp({ targets: ['dir'], forTests: true }));
    if (packaged) await playwrightTests('packaged app', 'packaged');
  }

  if (failures.length > 0) say(`\nFailed: ${failures.join(', ')}`);
  say(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed > 0 ? 1 : 0;
}

main().then((code) => process.exit(code), fail);
