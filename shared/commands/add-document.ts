import { z } from 'zod';
import { LIMITS } from '../case/limits.ts';
import { sha256Hex } from '../events/seal.ts';
import { codePointLength, sliceByCodePoints } from '../text/code-points.ts';
import { textOf } from '../text/well-formed.ts';
import { command, created, record, refuse } from './command.ts';
import { orNull } from './inputs.ts';

/** Takes in a text to be checked. It is stored as it came, unaltered, with its SHA-256. */
export const addDocument = command({
  type: 'add-document',
  input: z.object({
    /** Null: the first line of the text serves. */
    title: textOf(LIMITS.title).nullable(),
    text: textOf(LIMITS.documentText),
    format: z.enum(['text', 'markdown']),
    fileName: textOf(LIMITS.name).nullable(),
  }),
  decide(_case, { title, text, format, fileName }, context) {
    if (text.trim() === '') return refuse({ code: 'text-needed', field: 'text' });
    const document = {
      id: context.newId(),
      title: orNull(title) ?? firstLine(text),
      text,
      sha256: sha256Hex(text),
      format,
      fileName,
      addedAt: context.at,
      removed: false,
    };
    return record('document-added', [created('documents', document)]);
  },
});

/** The first line with words in it, without Markdown's marks of a heading, cut at 120 code points. */
function firstLine(text: string): string {
  const lines = text.split(/[\r\n\u2028\u2029]+/u).map((each) => each.replace(/^\s*#*\s*/u, '').trim());
  // A text of nothing but such marks is called by them.
  const line = lines.find((each) => each !== '') ?? text.trim();
  return codePointLength(line) > 120 ? `${sliceByCodePoints(line, 0, 119)}…` : line;
}
