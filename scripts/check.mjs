/**
 * `npm run check`: format, lint, types, unused code and unit tests: the quick part, for every change.
 * With `-- --unfinished` unused code is let pass: in the middle of a piece of work there is some.
 */
import './node-version.mjs';
import os from 'node:os';
import path from 'node:path';
import { checkoutCache, fail, isMain } from './common.mjs';
import { ensureDependencies } from './setup.mjs';

/** Every folder is checked by itself, so that none sees more of the world than its own tsconfig grants. */
const PROJECTS = [
  'tsconfig.json',
  'shared/tsconfig.json',
  'shared/tsconfig.tests.json',
  'electron/tsconfig.json',
  'renderer/tsconfig.json',
  'renderer/tsconfig.tests.json',
  'e2e/tsconfig.json',
  'bench/tsconfig.json',
];

/**
 * The checks that only read the source.
 * @param {{ unfinished?: boolean }} [options]
 * @returns {Promise<{ name: string, code: number, output: string }[]>}
 */
export async function checkSource({ unfinished = false } = {}) {
  const { inParallel, start, tool } = await import('./tools.mjs');
  const steps = [
    ['format', [tool('prettier', ['--check', '--log-level', 'warn', '.', ...cacheFor('prettier')])]],
    ['lint', [tool('oxlint', ['--deny-warnings'])]],
    ['types', PROJECTS.map((project) => tool('typescript', typesOf(project), 'tsc'))],
    ...(unfinished ? [] : [['unused code', [tool('knip', ['--no-progress'])]]]),
  ];
  return inParallel(
    steps.map(([name, commands]) => async () => {
      const results = [];
      for (const command of commands) results.push(await start(command));
      const code = Math.max(...results.map((result) => result.code));
      const output = results.map((result) => (result.code === 0 ? '' : result.output)).join('');
      report(name, code, output);
      return { name, code, output };
    }),
    Math.max(2, os.availableParallelism()),
  );
}

function report(name, code, output) {
  console.log(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output.trimEnd()}\n`);
}

function cacheFor(name) {
  return ['--cache', '--cache-location', path.join(checkoutCache, name)];
}

function typesOf(project) {
  const remembered = path.join(checkoutCache, 'types', `${project.replaceAll('/', '-')}.tsbuildinfo`);
  return ['--project', project, '--incremental', '--tsBuildInfoFile', remembered];
}

async function main() {
  ensureDependencies();
  const { start, tool } = await import('./tools.mjs');
  const checks = await checkSource({ unfinished: process.argv.includes('--unfinished') });
  const unit = await start(tool('vitest', ['run']), { show: true });
  const failed = [...checks, { name: 'unit tests', code: unit.code }].filter(({ code }) => code !== 0);
  console.log(failed.length === 0 ? 'All good.' : `Failed: ${failed.map(({ name }) => name).join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
}

if (isMain(import.meta.url)) {
  main().then((code) => process.exit(code), fail);
}
