import { z } from 'zod';
import type { FileProblem } from '../../shared/problems.ts';
import { extractedSchema, type Extracted } from '../../shared/case/document.ts';
import { codePointLength } from '../../shared/text/code-points.ts';

/**
 * What the window that reads files posted as its result, or null when it is nothing that may be believed: it is not
 * as the schema has it, its text has nothing in it or NULs, or its blocks and pages do not lie within the text, in
 * order, each behind the one before. Only the fields that are known are taken over.
 */
export function checkExtracted(json: string): Extracted | null {
  const parsed = extractedSchema.safeParse(parse(json));
  if (!parsed.success) return null;
  const { extractor, blocks, pages, ...rest } = parsed.data;
  if (rest.text.trim() === '' || rest.text.includes('\0')) return null;
  const length = codePointLength(rest.text);
  let at = 0;
  for (const { start, end } of blocks) {
    if (start < at || end < start || end > length) return null;
    at = end;
  }
  at = 0;
  for (const { start } of pages) {
    if (start < at || start > length) return null;
    at = start;
  }
  return {
    ...rest,
    extractor: extractor && { name: extractor.name, version: extractor.version },
    blocks: blocks.map(({ kind, start, end, level }) => ({ kind, start, end, level })),
    pages: pages.map(({ label, start }) => ({ label, start })),
  };
}

/** What the window may say went wrong; anything else it says is a crash of its own kind. */
const problemSchema = z.union([
  z.object({
    code: z.enum([
      'not-a-document',
      'not-text',
      'password-needed',
      'damaged-document',
      'no-text-in-it',
      'expands-too-much',
      'reader-crashed',
    ]),
  }),
  z.object({ code: z.literal('too-much-text'), limitMillions: z.int().min(1).max(1000) }),
]);

/** The problem that the window posted. */
export function checkProblem(json: string): FileProblem {
  const parsed = problemSchema.safeParse(parse(json));
  return parsed.success ? parsed.data : { code: 'reader-crashed' };
}

/** The share of the work that the window says is done, from 0 to 1; null when it is none. */
export function checkShare(json: string): number | null {
  const share = parse(json);
  return typeof share === 'number' && share >= 0 && share <= 1 ? share : null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
