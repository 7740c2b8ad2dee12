import { homedir } from 'node:os';
import packageJson from '../package.json' with { type: 'json' };
import { dataFolder } from './cli/data-folder.ts';
import { runVerb } from './cli/run.ts';
import { startThread } from './report/start-thread.ts';
import { vaultFolderIn } from './vault-file.ts';

/** The command line in plain Node, for everything that needs no Chromium. */
process.exitCode = await runVerb(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  startThread,
  print: null,
  parse: null,
  version: packageJson.version,
  vaultFolder: vaultFolderIn(dataFolder(packageJson.productName, process.platform, process.env, homedir())),
});
