import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Unit tests: domain, machine and scripts in plain Node; the interface in jsdom. End-to-end tests are Playwright's (e2e/). */
export default defineConfig({
  test: {
    passWithNoTests: true,
    testTimeout: 20_000,
    projects: [
      { test: { name: 'shared', environment: 'node', include: ['shared/**/*.test.ts'] } },
      { test: { name: 'electron', environment: 'node', include: ['electron/**/*.test.ts'] } },
      {
        test: {
          name: 'scripts',
          environment: 'node',
          include: ['scripts/**/*.test.mjs'],
          testTimeout: 60_000,
        },
      },
      { test: { name: 'bench', environment: 'node', include: ['bench/**/*.test.ts'] } },
      {
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
