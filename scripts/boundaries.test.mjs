/**
 * The layers of ARCHITECTURE.md, broken on purpose: in a copy of the configuration, each forbidden line stands in a file of
 * its own, and the linter or the compiler must refuse it. Allowed lines beside them show that the fences have gates.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './common.mjs';
import { start, tool } from './tools.mjs';

/** [folder, file extension, what it says] */
const FORBIDDEN = [
  ['shared', 'ts', `import { app } from 'electron';\nexport const name = app.name;`],
  ['shared', 'ts', `import fs from 'node:fs';\nexport const read = fs.readFileSync;`],
  ['shared', 'ts', `import path from 'path';\nexport const join = path.join;`],
  ['shared', 'ts', `import { createElement } from 'react';\nexport const make = createElement;`],
  ['shared', 'ts', `export { machine } from '../electron/fine.ts';`],
  ['shared', 'ts', `export { view } from '../renderer/fine.tsx';`],
  ['shared', 'ts', `export const load = () => import('node:fs');`],
  ['shared', 'ts', `export const title = document.title;`],
  ['shared', 'ts', `export const width = window.innerWidth;`],
  ['shared', 'ts', `export const home = process.env;`],
  ['shared', 'ts', `export const home = globalThis.process;`],
  ['shared', 'ts', `export const now = Date.now();`],
  ['shared', 'ts', `export const now = new Date();`],
  ['shared', 'ts', `export const now = Date();`],
  ['shared', 'ts', `export const later = setTimeout(() => undefined, 1);`],
  ['shared', 'ts', `export const chance = Math.random();`],
  ['shared', 'ts', `export const id = crypto.randomUUID();`],
  ['shared', 'ts', `export const page = fetch('https://example.org');`],
  ['shared/deep/er', 'ts', `export { machine } from '../../../electron/fine.ts';`],
  ['renderer', 'tsx', `export { machine } from '../electron/fine.ts';`],
  ['renderer/board', 'tsx', `export { machine } from '../../electron/fine.ts';`],
  ['renderer', 'ts', `import { ipcRenderer } from 'electron';\nexport const ipc = ipcRenderer;`],
  ['renderer', 'ts', `import fs from 'node:fs';\nexport const read = fs.readFileSync;`],
  ['renderer', 'ts', `export const home = process.env;`],
  ['electron', 'ts', `export { view } from '../renderer/fine.tsx';`],
  ['electron', 'ts', `import { createElement } from 'react';\nexport const make = createElement;`],
  ['electron', 'ts', `export const title = document.title;`],
  ['e2e', 'ts', `export { pure } from '../shared/fine.ts';`],
  ['e2e', 'ts', `export { machine } from '../electron/fine.ts';`],
  ['e2e', 'ts', `export { view } from '../renderer/fine.tsx';`],
  ['shared', 'ts', `const secret = 1;\nexport default secret;`],
  ['electron', 'ts', `export function anything(value: any): void {\n  void value;\n}`],
  ['electron', 'ts', `const work = async () => 1;\nexport const idle = () => {\n  work();\n};`],
];

const ALLOWED = {
  'shared/fine.ts': `import { z } from 'zod';\nexport const pure = z.string();\nexport const epoch = new Date(0);`,
  'shared/fine.test.ts': `import fs from 'node:fs';\nimport { expect, test } from 'vitest';\ntest('reads', () => {\n  expect(fs.existsSync(Date())).toBe(false);\n});`,
  'electron/fine.ts': `import fs from 'node:fs';\nimport { pure } from '../shared/fine.ts';\nexport const machine = { fs, pure, now: Date.now() };`,
  'renderer/fine.tsx': `import { pure } from '../shared/fine.ts';\nexport const view = <p>{document.title + typeof pure}</p>;`,
  'e2e/fine.ts': `import fs from 'node:fs';\nexport const title = () => document.title + fs.constants.F_OK;`,
};

const cases = FORBIDDEN.map(([folder, extension, text], index) => ({
  file: `${folder}/forbidden-${index}.${extension}`,
  name: `${folder}: ${text.split('\n').find((line) => line !== '')}`,
  text,
}));

let project;
let refused;

beforeAll(async () => {
  project = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-boundaries-'));
  const copied = ['.oxlintrc.json', 'scripts/lint-plugin.mjs', 'tsconfig.base.json', 'package.json'];
  const projects = ['shared', 'electron', 'renderer', 'e2e'].map((folder) => `${folder}/tsconfig.json`);
  for (const name of [...copied, ...projects]) write(name, fs.readFileSync(path.join(root, name), 'utf8'));
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'), 'junction');
  for (const [name, text] of Object.entries(ALLOWED)) write(name, text);
  for (const { file, text } of cases) write(file, text);

  // One line a finding, beginning with the file; both tools are told to be so terse.
  const linted = await start(tool('oxlint', ['--format=unix']), { cwd: project });
  const typed = await Promise.all(
    projects.map((name) =>
      start(tool('typescript', ['--project', name, '--pretty', 'false'], 'tsc'), { cwd: project }),
    ),
  );
  const findings = [linted, ...typed].map((result) => result.output).join('\n');
  refused = (file) => findings.split('\n').filter((line) => line.replaceAll('\\', '/').startsWith(file));
});

afterAll(() => fs.rmSync(project, { recursive: true, force: true }));

function write(name, text) {
  const file = path.join(project, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${text}\n`);
}

describe('npm run check refuses', () => {
  test.each(cases)('$name', ({ file }) => {
    expect(refused(file)).not.toEqual([]);
  });
});

describe('npm run check accepts', () => {
  test.each(Object.keys(ALLOWED))('%s', (file) => {
    expect(refused(file)).toEqual([]);
  });
});
