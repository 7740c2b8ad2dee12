import { z } from 'zod';
import type { Case } from '../case/case.ts';
import { layoutShape, type Document } from '../case/document.ts';
import { idSchema } from '../case/ids.ts';
import { LIMITS } from '../case/limits.ts';
import type { Change, Context } from '../events/event.ts';
import { sha256Hex } from '../events/seal.ts';
import { codePointLength, sliceByCodePoints } from '../text/code-points.ts';
import { recognisedLanguage } from '../text/language.ts';
import { textOf } from '../text/well-formed.ts';
import { exhibitInput, exhibitRecord } from './add-exhibit.ts';
import { command, created, record, refuse, type Refusal } from './command.ts';
import { orNull } from './inputs.ts';

/** A text with what is known of it. */
export const givenDocument = z.object({
  /** Null: the first line of the text serves. */
  title: textOf(LIMITS.title).nullable(),
  text: textOf(LIMITS.documentText),
  fileName: textOf(LIMITS.name).nullable(),
  ...z.object(layoutShape).partial().required({ format: true }).shape,
  /** The original file: an exhibit of the case, or what becomes one with the document. */
  original: z
    .union([z.object({ id: idSchema }), exhibitInput])
    .nullable()
    .optional(),
});
export type GivenDocument = z.infer<typeof givenDocument>;

/** Takes in a text to be checked. It is stored as it came, unaltered, with its SHA-256. */
export const addDocument = command({
  type: 'add-document',
  input: givenDocument,
  decide(kase, given, context) {
    const objection = objectionToDocument(kase, given);
    if (objection) return refuse(objection);
    return record('document-added', documentChanges(kase, given, null, context));
  },
});

/** Why a text cannot be taken in like this, or null when it can. */
export function objectionToDocument(
  kase: Case,
  { text, original, blocks = [], pages = [] }: GivenDocument,
): Refusal | null {
  if (text.trim() === '') return { code: 'text-needed', field: 'text' };
  if (original && 'id' in original && kase.records.exhibits.get(original.id)?.removed !== false)
    return { code: 'not-found', kind: 'exhibits' };
  const length = codePointLength(text);
  const inside = blocks.every(({ start, end }) => start <= end && end <= length);
  return inside && pages.every(({ start }) => start <= length) ? null : { code: 'not-a-span' };
}

/** What taking a text in makes: its document, after the version `previousId` if that is one, last; its original before. */
export function documentChanges(
  kase: Case,
  { original, title, text, ...given }: GivenDocument,
  previousId: string | null,
  context: Context,
): Change[] {
  const exhibit = original && !('id' in original) ? exhibitRecord(kase, original, context) : original;
  const document: Document = {
    id: context.newId(),
    title: orNull(title) ?? firstLine(text),
    text,
    sha256: sha256Hex(text),
    format: given.format,
    extractor: given.extractor ?? null,
    encoding: given.encoding ?? null,
    language: given.language === undefined ? recognisedLanguage(text) : given.language,
    blocks: given.blocks ?? [],
    pages: given.pages ?? [],
    fileName: given.fileName,
    exhibitId: exhibit?.id ?? null,
    previousId,
    addedAt: context.at,
    removed: false,
  };
  const made = exhibit && 'number' in exhibit ? [created('exhibits', exhibit)] : [];
  return [...made, created('documents', document)];
}

/** The first line with words in it, without Markdown's marks of a heading, cut at 120 code points. */
function firstLine(text: string): string {
  const lines = text.split(/[\r\n\u2028\u2029]+/u).map((each) => each.replace(/^\s*#*\s*/u, '').trim());
  // A text of nothing but such marks is called by them.
  const line = lines.find((each) => each !== '') ?? text.trim();
  return codePointLength(line) > 120 ? `${sliceByCodePoints(line, 0, 119)}…` : line;
}
