/** Writes docs/case-file.schema.json anew, after the schemas of the records have changed. A test says when it is due. */
import './node-version.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { fail, root, say } from './common.mjs';
import { ensureDependencies } from './setup.mjs';

async function main() {
  ensureDependencies();
  const { runnerImport } = await import('vite');
  const { format, resolveConfig } = await import('prettier');
  const source = path.join(root, 'shared', 'case', 'json-schema.ts');
  const { module } = await runnerImport(source, { configFile: false, root, logLevel: 'warn' });
  const file = path.join(root, 'docs', 'case-file.schema.json');
  const text = JSON.stringify(module.caseFileJsonSchema());
  fs.writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'json' }));
  say(`Wrote ${path.relative(root, file)}.`);
}

main().catch(fail);
