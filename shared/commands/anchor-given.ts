import type { z } from 'zod';
import type { Case } from '../case/case.ts';
import { selectorsFor, type TextPositionSelector, type TextQuoteSelector } from '../text/anchor.ts';
import type { spanSchema } from './inputs.ts';

/** Where something is anchored: the fields that passages, queries and marks have in common. */
export interface Anchor {
  documentId: string;
  documentSha256: string;
  selector: [TextQuoteSelector, TextPositionSelector];
}

/** The anchor of a span somebody chose; null when the document is not there, or the span lies outside its text. */
export function anchorAt(kase: Case, { documentId, start, end }: z.infer<typeof spanSchema>): Anchor | null {
  const document = kase.records.documents.get(documentId);
  const selector = document && !document.removed && selectorsFor(document.text, start, end);
  return selector ? { documentId, documentSha256: document.sha256, selector } : null;
}
