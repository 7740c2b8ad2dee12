import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractorSchema } from '../../shared/case/document.ts';
import { EXTRACTORS } from './extractors.ts';

const PACKAGES: Record<string, string> = { readability: '@mozilla/readability', pdfjs: 'pdfjs-dist' };

describe('the extractors', () => {
  const about = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };

  it.each(Object.entries(EXTRACTORS))(
    'of %s names its libraries in the versions that are installed',
    (_kind, extractor) => {
      expect(extractorSchema.safeParse(extractor).success).toBe(true);
      const [, ...libraries] = extractor.name.split(' + ');
      const [, ...versions] = extractor.version.split(' + ');
      expect(versions).toEqual(libraries.map((name) => about.devDependencies[PACKAGES[name] ?? name]));
    },
  );

  it('names at least one library for each of the foreign formats', () => {
    for (const kind of ['html', 'mhtml', 'docx', 'pdf'] as const)
      expect(EXTRACTORS[kind].name).toContain(' + ');
  });
});
