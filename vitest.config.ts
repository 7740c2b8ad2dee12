import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Unit tests: domain, machine and scripts in plain Node; the interface in jsdom. End-to-end tests are Playwright's (e2e/). */
export default defineConfig({
  test: {
    passWithNoTests: true,
    // Generous: a test is not a measurement, and machines are busy at times. Projects take it over by `extends`.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'shared', environment: 'node', include: ['shared/**/*.test.ts'] } },
      { extends: true, test: { name: 'electron', environment: 'node', include: ['electron/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'scripts',
          environment: 'node',
          include: ['scripts/**/*.test.mjs'],
          testTimeout: 60_000,
        },
      },
      { extends: true, test: { name: 'bench', environment: 'node', include: ['bench/**/*.test.ts'] } },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'renderer',
          // Loading jsdom and the widgets anew for each file takes longer than all tests; they clean up after themselves.
          isolate: false,
          environment: 'jsdom',
          include: ['renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['scripts/vitest-dom-setup.mjs'],
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
});
