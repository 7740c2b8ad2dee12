import { z } from 'zod';
import { idSchema, sha256Schema } from '../case/ids.ts';
import { command, edited, record, refuse } from './command.ts';

/**
 * Notes that the vault holds who a confidential source is. The case gets a commitment to it and nothing of it: the
 * identity itself must be durable in the vault before this is asked (case/identity.ts).
 */
export const keepIdentity = command({
  type: 'keep-identity',
  input: z.object({ id: idSchema, commitment: sha256Schema }),
  decide(kase, { id, commitment }) {
    const source = kase.records.sources.get(id);
    if (!source || source.removed) return refuse({ code: 'not-found', kind: 'sources' });
    if (!source.confidential) return refuse({ code: 'not-confidential' });
    const change = edited('sources', source, { commitment, erasedAt: null });
    return change ? record('identity-kept', [change]) : refuse({ code: 'nothing-changed' });
  },
});
