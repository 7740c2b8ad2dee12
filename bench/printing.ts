import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { Bench } from './benchmark.ts';

/** How long printing took, in milliseconds, each time. */
export interface Printed {
  /** The file with what Chromium made of the page. */
  pdf: string;
  own: number[];
  /** The same text as a plain table. */
  plain: number[];
}

/** Prints the pages of a report, and in turn with that their text as a plain table, in a Chromium of their own. */
export async function printed(bench: Bench, page: string, folder: string, rounds: number): Promise<Printed> {
  const { app } = bench;
  const table = path.join(folder, 'table.html');
  fs.writeFileSync(table, tableOf(fs.readFileSync(page, 'utf8')));
  const [pdf, times] = [path.join(folder, 'report.pdf'), path.join(folder, 'times.json')];
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...env } = process.env;
  const project = path.join(app.root, 'bench', 'printing');
  const args = [...app.switches, `--user-data-dir=${bench.newFolder()}`, project, '--'];
  const child = spawn(app.electron, [...args, page, table, pdf, times, String(rounds)], {
    env,
    stdio: 'ignore',
  });
  const stop = () => child.kill();
  process.once('exit', stop);
  await once(child, 'exit');
  process.off('exit', stop);
  return { pdf, ...(JSON.parse(fs.readFileSync(times, 'utf8')) as Pick<Printed, 'own' | 'plain'>) };
}

/** The text of a page, block by block, as a table of two columns. */
function tableOf(html: string): string {
  const body = html.slice(html.indexOf('<body>'));
  const blocks = body
    .split(
      /<\/?(?:p|h[1-6]|t[dhr]|table|caption|thead|tbody|li|ul|ol|dt|dd|dl|div|section|figure|blockquote|nav|header|main|body|html)\b[^>]*>/u,
    )
    .map((block) => block.replace(/<[^>]*>/gu, '').trim())
    .filter((block) => block !== '');
  const rows = blocks.map((block, index) => `<tr><td>${index + 1}</td><td>${block}</td></tr>`);
  return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Table</title><table>${rows.join('\n')}</table></html>`;
}
