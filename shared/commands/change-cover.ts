import { z } from 'zod';
import { caseInfo } from '../case/case.ts';
import { coverSchema } from '../case/report-record.ts';
import { command, edited, record, refuse } from './command.ts';

/** Changes what reports of this case say about themselves. What is not given stays; texts lose the space around them. */
export const changeCover = command({
  type: 'change-cover',
  input: z.object({ cover: coverSchema.strip().partial() }),
  decide(kase, input) {
    const info = caseInfo(kase);
    const given = Object.entries(input.cover).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.trim() : value,
    ]);
    const cover = { ...info.cover, ...(Object.fromEntries(given) as typeof input.cover) };
    const change = edited('case', info, { cover });
    return change ? record('cover-changed', [change]) : refuse({ code: 'nothing-changed' });
  },
});
