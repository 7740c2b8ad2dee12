/** Writes the JSON Schemas in docs/ anew, after what they are made of has changed. A test says when one is due. */
import './node-version.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { fail, root, say } from './common.mjs';
import { ensureDependencies } from './setup.mjs';

/** Each by the file in docs/ with its source and the function there that makes it. */
const SCHEMAS = {
  'case-file.schema.json': ['case/json-schema.ts', 'caseFileJsonSchema'],
  'report.schema.json': ['report/report-json-schema.ts', 'reportJsonSchema'],
  'claimreview.schema.json': ['report/claim-review-schema.ts', 'claimReviewJsonSchema'],
};

async function main() {
  ensureDependencies();
  const { runnerImport } = await import('vite');
  const { format, resolveConfig } = await import('prettier');
  for (const [name, [from, make]] of Object.entries(SCHEMAS)) {
    const source = path.join(root, 'shared', from);
    const { module } = await runnerImport(source, { configFile: false, root, logLevel: 'warn' });
    const file = path.join(root, 'docs', name);
    const text = JSON.stringify(module[make]());
    fs.writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'json' }));
    say(`Wrote ${path.relative(root, file)}.`);
  }
}

main().catch(fail);
