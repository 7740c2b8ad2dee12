import { describe, expect, it } from 'vitest';
import { ARTICLE, caseWithAllegation } from '../testing/case-with.ts';

describe('renaming a document', () => {
  it('records the title and leaves the text', () => {
    const { kase, run, documentId } = caseWithAllegation();
    const before = kase.records.documents.get(documentId);
    const event = run({ type: 'edit-document', id: documentId, title: ' Front page ' });
    expect(event.type).toBe('document-edited');
    expect(event.changes).toEqual([
      { kind: 'documents', id: documentId, before: { title: before?.title }, after: { title: 'Front page' } },
    ]);
    expect(kase.records.documents.get(documentId)).toEqual({ ...before, title: 'Front page', text: ARTICLE });
  });

  it('refuses what is not there', () => {
    expect(caseWithAllegation().refusal({ type: 'edit-document', id: 'id-none', title: 'x' })).toEqual({
      code: 'not-found',
      kind: 'documents',
    });
  });

  it('refuses what is in the trash', () => {
    const { run, refusal, documentId, allegationId } = caseWithAllegation();
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    run({ type: 'remove', kind: 'documents', id: documentId });
    expect(refusal({ type: 'edit-document', id: documentId, title: 'x' })).toEqual({
      code: 'not-found',
      kind: 'documents',
    });
  });

  it('needs a title', () => {
    const { refusal, documentId } = caseWithAllegation();
    expect(refusal({ type: 'edit-document', id: documentId, title: '  ' })).toEqual({
      code: 'text-needed',
      field: 'title',
    });
  });

  it('refuses the same title', () => {
    const { kase, refusal, documentId } = caseWithAllegation();
    const title = kase.records.documents.get(documentId)?.title ?? '';
    expect(refusal({ type: 'edit-document', id: documentId, title: ` ${title}` })).toEqual({
      code: 'nothing-changed',
    });
  });
});
