import { basename, extname } from 'node:path';
import type { FileProblem } from '../shared/api.ts';
import { LIMITS } from '../shared/case/limits.ts';
import type { CommandValue } from '../shared/commands/index.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { isWellFormed } from '../shared/text/well-formed.ts';
import { decodeText, readRegularFile } from './read-file.ts';

const FORMATS = { '.txt': 'text', '.md': 'markdown', '.markdown': 'markdown' } as const;

/** The endings of files that can be taken in as documents, without the dot, for the system's dialog. */
export const DOCUMENT_EXTENSIONS = Object.keys(FORMATS).map((extension) => extension.slice(1));

/** Reads a text file and answers the command that adds it as a document, its text unaltered. */
export async function documentCommand(path: string): Promise<Result<CommandValue, FileProblem>> {
  const format = FORMATS[extname(path).toLowerCase() as keyof typeof FORMATS];
  const bytes = await readRegularFile(path, LIMITS.documentText);
  if (!bytes.ok) return bytes;
  if (!format) return fail({ code: 'not-a-document' });
  const text = decodeText(bytes.value);
  if (text === null || !isWellFormed(text) || text.includes('\0')) return fail({ code: 'not-text' });
  return ok({ type: 'add-document', title: null, text, format, fileName: basename(path) });
}
