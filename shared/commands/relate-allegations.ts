import { z } from 'zod';
import { children, present, type Case } from '../case/case.ts';
import { idSchema } from '../case/ids.ts';
import { LIMITS } from '../case/limits.ts';
import { RELATION_KINDS, type RelationKind } from '../case/words.ts';
import { textOf } from '../text/well-formed.ts';
import { command, created, record, refuse } from './command.ts';

/** Says how one allegation relates to another: it contradicts it, repeats it, or claims less than it. */
export const relateAllegations = command({
  type: 'relate-allegations',
  input: z.object({
    fromId: idSchema,
    toId: idSchema,
    kind: z.enum(RELATION_KINDS),
    note: textOf(LIMITS.note),
  }),
  decide(kase, { fromId, toId, kind, note }, context) {
    for (const id of [fromId, toId]) {
      if (kase.records.allegations.get(id)?.removed !== false)
        return refuse({ code: 'not-found', kind: 'allegations' });
    }
    if (fromId === toId) return refuse({ code: 'same-record' });
    if (areRelated(kase, fromId, toId, kind)) return refuse({ code: 'already-related' });
    const relation = {
      id: context.newId(),
      kind,
      fromId,
      toId,
      note: note.trim(),
      addedAt: context.at,
      removed: false,
    };
    return record('allegations-related', [created('relations', relation)]);
  },
});

/**
 * Whether two allegations are related in that way already, whichever way round. Only `narrower` has a direction; said
 * the other way round as well it would be its own contradiction.
 */
export function areRelated(kase: Case, fromId: string, toId: string, kind: RelationKind): boolean {
  return present([
    ...children(kase, ['relations', 'fromId'], fromId),
    ...children(kase, ['relations', 'toId'], fromId),
  ]).some((each) => each.kind === kind && [each.fromId, each.toId].includes(toId));
}
