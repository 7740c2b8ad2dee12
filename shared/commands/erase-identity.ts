import { z } from 'zod';
import { idSchema } from '../case/ids.ts';
import { command, edited, record, refuse } from './command.ts';

/**
 * Notes that the identity of a confidential source was erased from the vault. It cannot be taken back: what is gone is
 * gone. The history still verifies, since it only ever held a commitment.
 */
export const eraseIdentity = command({
  type: 'erase-identity',
  input: z.object({ id: idSchema }),
  decide(kase, { id }, context) {
    const source = kase.records.sources.get(id);
    if (!source) return refuse({ code: 'not-found', kind: 'sources' });
    if (source.commitment === null) return refuse({ code: 'nothing-changed' });
    const change = edited('sources', source, { commitment: null, erasedAt: context.at });
    return record('identity-erased', change ? [change] : []);
  },
});
