import { z } from 'zod';
import { documentSchema } from '../case/document.ts';
import { LIMITS } from '../case/limits.ts';
import { idSchema } from '../case/ids.ts';
import { textOf } from '../text/well-formed.ts';
import { command, edited, record, refuse } from './command.ts';

/** Changes what a document is called, or which language it is said to be in. Its text is never changed. */
export const editDocument = command({
  type: 'edit-document',
  input: z
    .object({ title: textOf(LIMITS.title), language: documentSchema.shape.language })
    .partial()
    .extend({ id: idSchema }),
  decide(kase, { id, title, language }) {
    const document = kase.records.documents.get(id);
    if (!document || document.removed) return refuse({ code: 'not-found', kind: 'documents' });
    if (title?.trim() === '') return refuse({ code: 'text-needed', field: 'title' });
    const change = edited('documents', document, { title: title?.trim(), language });
    return change ? record('document-edited', [change]) : refuse({ code: 'nothing-changed' });
  },
});
