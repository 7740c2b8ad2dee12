/** `npm run pictures`: the pictures of README and guide, taken anew from the demonstration. */
import './node-version.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { fail, root, say } from './common.mjs';
import { runDemo } from './demo.mjs';

const WANTED = [
  'document',
  'board',
  'board-dark',
  'report',
  'report-page',
  'finding',
  'sources',
  'open-points',
];

try {
  const from = await runDemo();
  const to = path.join(root, 'docs', 'pictures');
  fs.rmSync(to, { recursive: true, force: true });
  fs.mkdirSync(to, { recursive: true });
  for (const name of fs.readdirSync(from)) {
    const plain = name.replace(/^\d+-/, '');
    if (plain.endsWith('.png') && WANTED.includes(path.parse(plain).name))
      fs.copyFileSync(path.join(from, name), path.join(to, plain));
  }
  say(`The pictures are in ${to}.`);
} catch (error) {
  fail(error);
}
