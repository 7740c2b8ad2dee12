import { type Case } from '../case/case.ts';
import type { RemovableKind } from '../commands/remove.ts';

/** A record in the trash, as people call it. */
export interface TrashItem {
  kind: RemovableKind;
  id: string;
  /** The reference of the allegation it is or belongs to; empty for a document. */
  ref: string;
  label: string;
}

export function trashOf(kase: Case): TrashItem[] {
  const { documents, passages, allegations, evidence, responses } = kase.records;
  const refOf = (id: string): string => allegations.get(id)?.ref ?? '';
  const items: TrashItem[] = [];
  for (const { id, removed, title } of documents.values()) {
    if (removed) items.push({ kind: 'documents', id, ref: '', label: title });
  }
  for (const { id, removed, ref, statement } of allegations.values()) {
    if (removed) items.push({ kind: 'allegations', id, ref, label: statement });
  }
  for (const { id, removed, allegationId, selector } of passages.values()) {
    const label = selector[0].exact;
    if (removed) items.push({ kind: 'passages', id, ref: refOf(allegationId), label });
  }
  for (const { id, removed, allegationId, sourceId } of evidence.values()) {
    const label = kase.records.sources.get(sourceId)?.name ?? '';
    if (removed) items.push({ kind: 'evidence', id, ref: refOf(allegationId), label });
  }
  for (const { id, removed, allegationId, partyId } of responses.values()) {
    const label = kase.records.parties.get(partyId)?.name ?? '';
    if (removed) items.push({ kind: 'responses', id, ref: refOf(allegationId), label });
  }
  return items;
}
