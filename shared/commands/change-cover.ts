import { z } from 'zod';
import { caseInfo } from '../case/case.ts';
import { coverSchema, logoSchema } from '../case/report-record.ts';
import { command, edited, record, refuse } from './command.ts';

/**
 * Changes what reports of this case say about themselves, and the logo on their cover; null for none. What is not given
 * stays; the texts of the cover lose the space around them.
 */
export const changeCover = command({
  type: 'change-cover',
  input: z.object({
    cover: coverSchema.strip().partial().optional(),
    logo: logoSchema.strip().nullable().optional(),
  }),
  decide(kase, input) {
    const info = caseInfo(kase);
    const cover = { ...info.cover };
    for (const [name, value] of Object.entries(input.cover ?? {}))
      if (value !== undefined) cover[name] = value.trim();
    const logo = input.logo && { ...info.logo, ...input.logo };
    const change = edited('case', info, { cover, logo });
    return change ? record('cover-changed', [change]) : refuse({ code: 'nothing-changed' });
  },
});
