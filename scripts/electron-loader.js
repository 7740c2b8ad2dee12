/**
 * Does for the Electron of electron-fallback.mjs what default_app.asar does in Electron's own download: opens the project
 * whose folder is the first argument that is not a switch, so that one copy in a cache serves every checkout.
 */
import { app } from 'electron';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (given === undefined) {
  console.error('Name the folder of a project, as in: electron .');
  process.exit(1);
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const folder = path.resolve(given);
const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.name = about.productName ?? about.name;
app.setVersion(about.version);
app.setAppPath(folder);

// Awaited at the top level, as Electron's own loader does: `ready` must not come before the project listens for it.
await import(pathToFileURL(path.join(folder, about.main)).href);
