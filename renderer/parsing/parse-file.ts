/**
 * Reads a file that nobody vouches for, in a hidden window of its own: it has no bridge, and nothing but the file, this
 * script and the parts that PDF.js needs. What it reads, or why it cannot, it posts to main, which checks it
 * (electron/parsing/); then the window is gone.
 */
import type { FileProblem } from '../../shared/problems.ts';
import { fail } from '../../shared/result.ts';
import type { Parsed } from './extracted.ts';
import { pdfFile } from './pdf-file.ts';
import { readDocument } from './read-document.ts';

/** Milliseconds between two words about progress. */
const SELDOM = 50;

const given = document.getElementById('input')?.dataset ?? {};
let told = 0;

const outcome = await read();
await (outcome.ok ? post('result', outcome.value) : post('problem', outcome.error));

async function read(): Promise<Parsed> {
  try {
    const answer = await fetch(given['file'] ?? '');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    tell(0);
    const about = { fileName: given['name'] ?? null, isRichText: given['kind'] === 'rich-text' };
    const parts = { address: given['pdf'] ?? '' };
    return await readDocument(bytes, about, (pdf, onPage) => pdfFile(pdf, parts, onPage), tell);
  } catch {
    return fail<FileProblem>({ code: 'reader-crashed' });
  }
}

/** Main takes a long silence for a hang. */
function tell(share: number): void {
  if (performance.now() - told < SELDOM) return;
  told = performance.now();
  post('progress', share).catch(() => undefined);
}

async function post(what: 'result' | 'problem' | 'progress', value: unknown): Promise<void> {
  await fetch(`${given['answer'] ?? ''}${what}`, { method: 'POST', body: JSON.stringify(value) });
}
