import { z } from 'zod';
import { children, present, type Case } from '../case/case.ts';
import type { Evidence } from '../case/evidence.ts';
import { idSchema } from '../case/ids.ts';
import type { Kind } from '../case/records.ts';
import { command, edited, record, refuse } from './command.ts';
import { areRelated } from './relate-allegations.ts';
import { removableKinds, type RemovableKind } from './remove.ts';

/** Takes a record out of the trash again. What it rests on must not be in the trash itself. */
export const restore = command({
  type: 'restore',
  input: z.object({ kind: removableKinds, id: idSchema }),
  decide(kase, { kind, id }) {
    const current = kase.records[kind].get(id);
    const change = current && edited(kind, current, { removed: false });
    // A source that was merged is not in the trash: it is the other one now.
    const merged = kind === 'sources' && kase.records.sources.get(id)?.mergedIntoId;
    if (!change || merged) return refuse({ code: 'not-found', kind });
    const ground = missingGround(kase, kind, id);
    if (ground) return refuse({ code: 'rests-on-trash', kind: ground });
    const relation = kind === 'relations' ? kase.records.relations.get(id) : undefined;
    if (relation && areRelated(kase, relation.fromId, relation.toId, relation.kind))
      return refuse({ code: 'already-related' });
    return record('restored', [change]);
  },
});

/** The kind of record that this one rests on and that is in the trash; null when there is none. */
function missingGround(kase: Case, kind: RemovableKind, id: string): Kind | null {
  const { records } = kase;
  switch (kind) {
    case 'passages':
    case 'marks':
    case 'queries': {
      const anchored = records[kind].get(id);
      return anchored && records.documents.get(anchored.documentId)?.removed ? 'documents' : null;
    }
    case 'evidence':
      return groundOfEvidence(kase, records.evidence.get(id));
    case 'relations': {
      const { fromId = '', toId = '' } = records.relations.get(id) ?? {};
      return [fromId, toId].some((each) => records.allegations.get(each)?.removed) ? 'allegations' : null;
    }
    case 'allegations': {
      const { responseId } = records.allegations.get(id)?.finding ?? {};
      if (responseId && records.responses.get(responseId)?.removed) return 'responses';
      const anchored = present(children(kase, ['passages', 'allegationId'], id));
      return anchored.some(({ documentId }) => records.documents.get(documentId)?.removed)
        ? 'documents'
        : null;
    }
    case 'documents': {
      const { exhibitId = null } = records.documents.get(id) ?? {};
      return exhibitId !== null && records.exhibits.get(exhibitId)?.removed ? 'exhibits' : null;
    }
    case 'sources':
    case 'exhibits':
    case 'responses':
    case 'reviews':
      return null;
  }
}

function groundOfEvidence({ records }: Case, item: Evidence | undefined): Kind | null {
  if (!item) return null;
  if (records.sources.get(item.sourceId)?.removed) return 'sources';
  const { origin, exhibitId } = item;
  if (origin.type === 'derived-source' && records.sources.get(origin.sourceId)?.removed) return 'sources';
  return exhibitId !== null && records.exhibits.get(exhibitId)?.removed ? 'exhibits' : null;
}
