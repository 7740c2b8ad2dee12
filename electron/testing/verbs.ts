import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, type Exit } from '../cli/outcome.ts';
import { runVerb } from '../cli/run.ts';
import { threadHere } from './thread.ts';

/** For tests only: runs a verb as a person types it, in plain Node, and answers what it said. */
export async function stet(...args: string[]): Promise<{ code: Exit; out: string; err: string }> {
  let out = '';
  let err = '';
  const machine = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    startThread: threadHere,
    print: null,
    parse: null,
    version: '1.2.3',
    // Where there is none, so that no vault of whoever runs the tests is looked into.
    vaultFolder: join(tmpdir(), 'stet-no-vault'),
  };
  return { code: await runVerb(args, machine), out, err };
}

/** The same, for what has to succeed. Answers what it said. */
export async function done(...args: string[]): Promise<string> {
  const { code, out, err } = await stet(...args);
  if (code !== EXIT.done) throw new Error(err);
  return out;
}
