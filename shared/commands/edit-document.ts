import { z } from 'zod';
import { LIMITS } from '../case/limits.ts';
import { idSchema } from '../case/ids.ts';
import { textOf } from '../text/well-formed.ts';
import { command, edited, record, refuse } from './command.ts';

/** Changes what a document is called. Its text is never changed. */
export const editDocument = command({
  type: 'edit-document',
  input: z.object({ id: idSchema, title: textOf(LIMITS.title) }),
  decide(kase, input) {
    const document = kase.records.documents.get(input.id);
    if (!document || document.removed) return refuse({ code: 'not-found', kind: 'documents' });
    const title = input.title.trim();
    if (title === '') return refuse({ code: 'text-needed', field: 'title' });
    const change = edited('documents', document, { title });
    return change ? record('document-edited', [change]) : refuse({ code: 'nothing-changed' });
  },
});
