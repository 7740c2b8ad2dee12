import type { Case } from '../case/case.ts';
import type { RecordOf } from '../case/records.ts';
import type { RemovableKind } from '../commands/remove.ts';

/** A record in the trash, as people call it. */
export interface TrashItem {
  /** A mark is in no trash: it is made again with a key. */
  kind: Exclude<RemovableKind, 'marks'>;
  id: string;
  /** The reference of the allegation it is or belongs to; empty for a document. */
  ref: string;
  label: string;
}

/** What is in the trash: every kind in the order of its list. */
export function trashOf(kase: Case): TrashItem[] {
  const { records } = kase;
  const refOf = (id: string | null): string => (id === null ? '' : (records.allegations.get(id)?.ref ?? ''));
  const of = <K extends TrashItem['kind']>(
    kind: K,
    tell: (record: RecordOf<K>) => [ref: string, label: string],
  ) =>
    [...(records[kind] as ReadonlyMap<string, RecordOf<K>>).values()].flatMap((record): TrashItem[] => {
      if (!record.removed) return [];
      const [ref, label] = tell(record);
      return [{ kind, id: record.id, ref, label }];
    });
  return [
    ...of('documents', ({ title }) => ['', title]),
    ...of('allegations', ({ ref, statement }) => [ref, statement]),
    ...of('passages', ({ allegationId, selector }) => [refOf(allegationId), selector[0].exact]),
    // A source that was merged is no longer one by itself.
    ...of('sources', ({ name }) => ['', name]).filter(
      ({ id }) => records.sources.get(id)?.mergedIntoId === null,
    ),
    ...of('exhibits', ({ number, title }) => [`E${number}`, title]),
    ...of('evidence', ({ allegationId, sourceId }) => [
      refOf(allegationId),
      records.sources.get(sourceId)?.name ?? '',
    ]),
    ...of('responses', ({ allegationId, partyId }) => [
      refOf(allegationId),
      records.parties.get(partyId)?.name ?? '',
    ]),
    ...of('queries', ({ number, question, selector }) => [`Q${number}`, question || selector[0].exact]),
    ...of('reviews', ({ allegationId, by }) => [refOf(allegationId), by]),
    ...of('relations', ({ fromId, toId }) => [refOf(fromId), refOf(toId)]),
  ];
}
