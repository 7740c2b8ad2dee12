/** Runs the development tools in node_modules, by their own entry files: the same way on every system. */
import childProcess from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './common.mjs';

/**
 * The command line of an installed tool.
 * @param {string} name of its package
 * @param {string} [bin] of its program, where the package has several
 * @returns {[string, string[]]}
 */
export function tool(name, args, bin = name) {
  const folder = path.join(root, 'node_modules', name);
  const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = typeof about.bin === 'string' ? about.bin : about.bin[bin];
  return [process.execPath, [path.join(folder, file), ...args]];
}

/**
 * Runs a program without holding up others.
 * @returns {Promise<{ code: number, output: string }>} what it said on both channels, in order; empty if `show` let it speak
 */
export function start([command, args], { env = process.env, show = false, cwd = root } = {}) {
  // Colours are for eyes: in a log they are noise.
  const plain = process.stdout.isTTY || process.env.FORCE_COLOR ? {} : { NO_COLOR: '1' };
  return new Promise((resolve) => {
    const stdio = show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
    const child = childProcess.spawn(command, args, { cwd, env: { ...env, ...plain }, stdio });
    let output = '';
    for (const channel of [child.stdout, child.stderr]) {
      channel?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs jobs, at most `width` at a time, and keeps their order in the answer. */
export async function inParallel(jobs, width) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < jobs.length) {
      const index = next++;
      results[index] = await jobs[index]();
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
