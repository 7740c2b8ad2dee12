import { z } from 'zod';
import { children } from '../case/case.ts';
import { idSchema } from '../case/ids.ts';
import { command, edited, record, refuse } from './command.ts';
import { isMissing } from './add-evidence.ts';
import { evidenceDetails, evidenceFields, orNull, sourceGiven } from './inputs.ts';
import { isOwnOrigin, objectionToOrigin } from './origin-given.ts';
import { objectionToTimes } from './times-given.ts';

/** Changes fields of an evidence item; what is not given stays. */
export const editEvidence = command({
  type: 'edit-evidence',
  input: z
    .object({ id: idSchema })
    .extend(z.object({ ...evidenceFields, ...evidenceDetails }).partial().shape),
  decide(kase, { id, source: given, ...input }, context) {
    const evidence = kase.records.evidence.get(id);
    if (!evidence || evidence.removed) return refuse({ code: 'not-found', kind: 'evidence' });
    const siblings = children(kase, ['evidence', 'allegationId'], evidence.allegationId);
    const objection = objectionToOrigin(kase, input.origin, siblings, id) ?? objectionToTimes(input, context);
    if (objection) return refuse(objection);
    if (isMissing(kase, input.exhibitId)) return refuse({ code: 'not-found', kind: 'exhibits' });
    const source = given && sourceGiven(kase, given, context);
    if (source === null) return refuse({ code: 'text-needed', field: 'source' });
    if (
      (source || input.origin) &&
      isOwnOrigin(source?.id ?? evidence.sourceId, input.origin ?? evidence.origin)
    )
      return refuse({ code: 'origin-is-own-source' });
    const change = edited('evidence', evidence, {
      ...input,
      sourceId: source?.id,
      excerpt: input.excerpt?.trim(),
      authentication: input.authentication === undefined ? undefined : orNull(input.authentication),
      locator: input.locator === undefined ? undefined : orNull(input.locator),
      address: input.address === undefined ? undefined : orNull(input.address),
    });
    if (!change) return refuse({ code: 'nothing-changed' });
    return record('evidence-edited', [...(source?.changes ?? []), change]);
  },
});
