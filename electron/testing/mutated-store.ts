import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { Store } from './crash-exploration.ts';

/** One place of the source of electron/case-store/, written differently. `from` has to be there exactly once. */
export interface Edit {
  file: string;
  from: string;
  to: string;
}

const SOURCE = resolve(import.meta.dirname, '../case-store');

/** Builds the case store with some of its source changed, and answers its class. Libraries are left out of the build. */
export async function storeWith(edits: readonly Edit[]): Promise<Store> {
  const texts = edited(edits);
  // Inside the checkout, so that the libraries are found from there.
  const folder = mkdtempSync(join(resolve(import.meta.dirname, '../../node_modules'), '.stet-mutant-'));
  try {
    await build({
      configFile: false,
      root: dirname(SOURCE),
      logLevel: 'error',
      plugins: [
        { name: 'mutant', enforce: 'pre', load: (id: string) => texts.get(id.split('?')[0] ?? '') ?? null },
      ],
      ssr: { target: 'node' },
      build: {
        ssr: join(SOURCE, 'case-store.ts'),
        outDir: folder,
        copyPublicDir: false,
        minify: false,
        reportCompressedSize: false,
        target: 'node20',
        rolldownOptions: {
          external: [...builtinModules, /^node:/, /^[^./]/],
          output: { format: 'es', entryFileNames: 'store.mjs' },
        },
      },
    });
    const module = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'store.mjs')).href)) as {
      CaseStore: Store;
    };
    return module.CaseStore;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The changed sources by their path. Throws if one has changed so much that the edit says nothing any more. */
export function edited(edits: readonly Edit[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { file, from, to } of edits) {
    const path = join(SOURCE, file);
    const text = texts.get(path) ?? readFileSync(path, 'utf8');
    const parts = text.split(from);
    if (parts.length !== 2)
      throw new Error(
        `The mutant does not fit electron/case-store/${file} any more: “${from}” is there ${parts.length - 1} times.`,
      );
    texts.set(path, parts.join(to));
  }
  return texts;
}
