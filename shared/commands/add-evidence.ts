import { z } from 'zod';
import { children } from '../case/case.ts';
import { idSchema } from '../case/records.ts';
import { command, created, record, refuse } from './command.ts';
import { evidenceFields, orNull, sourceGiven } from './inputs.ts';

/** Ties what a source says to an allegation: for it, against it, or as context. */
export const addEvidence = command({
  type: 'add-evidence',
  input: z.object({ allegationId: idSchema }).extend(evidenceFields),
  decide(kase, { allegationId, source: given, ...input }, context) {
    const allegation = kase.records.allegations.get(allegationId);
    if (!allegation || allegation.removed) return refuse({ code: 'not-found', kind: 'allegations' });
    const siblings = children(kase, ['evidence', 'allegationId'], allegationId);
    const { origin } = input;
    if (origin.type === 'derived' && !siblings.some((item) => item.id === origin.evidenceId)) {
      return refuse({ code: 'not-found', kind: 'evidence' });
    }
    const source = sourceGiven(kase, given, context);
    if (!source) return refuse({ code: 'text-needed', field: 'source' });
    const evidence = {
      id: context.newId(),
      number: Math.max(0, ...siblings.map((item) => item.number)) + 1,
      allegationId,
      sourceId: source.id,
      stance: input.stance,
      excerpt: input.excerpt.trim(),
      locator: orNull(input.locator),
      level: input.level,
      origin,
      publishedOn: input.publishedOn,
      accessedOn: input.accessedOn,
      address: orNull(input.address),
      addedAt: context.at,
      removed: false,
    };
    return record('evidence-added', [...source.changes, created('evidence', evidence)]);
  },
});
