import { defineConfig } from '@playwright/test';

const report = process.env['STET_TEST_REPORT'];

/** Run by scripts/e2e.mjs, which provides Electron, a build and a display. Nothing is tried twice: a flaky test is a fault. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: { trace: 'retain-on-failure', actionTimeout: 10_000 },
  projects: [
    { name: 'app', testIgnore: ['packaged/**', 'long/**'] },
    { name: 'packaged', testMatch: 'packaged/**' },
    // Run by scripts/durability.mjs. A trace of hundreds of starts would be larger than all they write.
    { name: 'long', testMatch: 'long/**', use: { trace: 'off' } },
  ],
});
