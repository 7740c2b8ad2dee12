import type { z } from 'zod';
import type { Case } from '../case/case.ts';
import { isSuperseded } from '../case/versions.ts';
import { fail, ok, type Result } from '../result.ts';
import { selectorsFor, type TextPositionSelector, type TextQuoteSelector } from '../text/anchor.ts';
import type { Refusal } from './command.ts';
import type { spanSchema } from './inputs.ts';

/** Where something is anchored: the fields that passages, queries and marks have in common. */
export interface Anchor {
  documentId: string;
  documentSha256: string;
  selector: [TextQuoteSelector, TextPositionSelector];
}

/**
 * The anchor of a span somebody chose. Refused when the document is not there or the span lies outside its text, and in a
 * version that another has followed, where nobody would look for it.
 */
export function anchorAt(
  kase: Case,
  { documentId, start, end }: z.infer<typeof spanSchema>,
): Result<Anchor, Refusal> {
  const document = kase.records.documents.get(documentId);
  const selector = document && !document.removed && selectorsFor(document.text, start, end);
  if (!selector) return fail({ code: 'not-a-span' });
  if (isSuperseded(kase, documentId)) return fail({ code: 'superseded' });
  return ok({ documentId, documentSha256: document.sha256, selector });
}
