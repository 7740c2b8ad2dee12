import { z } from 'zod';
import { children, type Case } from '../case/case.ts';
import { idSchema } from '../case/ids.ts';
import { command, created, record, refuse } from './command.ts';
import { evidenceDetails, evidenceFields, orNull, sourceGiven } from './inputs.ts';
import { isOwnOrigin, objectionToOrigin } from './origin-given.ts';
import { objectionToTimes } from './times-given.ts';

/** Ties what a source says to an allegation: for it, against it, or as context. */
export const addEvidence = command({
  type: 'add-evidence',
  input: z
    .object({ allegationId: idSchema })
    .extend(evidenceFields)
    .extend(z.object(evidenceDetails).partial().shape),
  decide(kase, { allegationId, source: given, ...input }, context) {
    const allegation = kase.records.allegations.get(allegationId);
    if (!allegation || allegation.removed) return refuse({ code: 'not-found', kind: 'allegations' });
    const siblings = children(kase, ['evidence', 'allegationId'], allegationId);
    const objection = objectionToOrigin(kase, input.origin, siblings) ?? objectionToTimes(input, context);
    if (objection) return refuse(objection);
    if (isMissing(kase, input.exhibitId)) return refuse({ code: 'not-found', kind: 'exhibits' });
    const source = sourceGiven(kase, given, context);
    if (!source) return refuse({ code: 'text-needed', field: 'source' });
    if (isOwnOrigin(source.id, input.origin)) return refuse({ code: 'origin-is-own-source' });
    const evidence = {
      id: context.newId(),
      number: Math.max(0, ...siblings.map((item) => item.number)) + 1,
      allegationId,
      sourceId: source.id,
      exhibitId: input.exhibitId ?? null,
      stance: input.stance,
      excerpt: input.excerpt.trim(),
      locator: orNull(input.locator),
      level: input.level,
      authentication: orNull(input.authentication),
      credibility: input.credibility ?? '6',
      origin: input.origin,
      publishedOn: input.publishedOn,
      accessedOn: input.accessedOn,
      address: orNull(input.address),
      addedAt: context.at,
      removed: false,
    };
    return record('evidence-added', [...source.changes, created('evidence', evidence)]);
  },
});

/** Whether an exhibit is named that is not there. */
export function isMissing(kase: Case, exhibitId: string | null | undefined): boolean {
  if (exhibitId === null || exhibitId === undefined) return false;
  return kase.records.exhibits.get(exhibitId)?.removed !== false;
}
