import { z } from 'zod';
import { caseInfo } from '../case/case.ts';
import { LIMITS } from '../case/limits.ts';
import { textOf } from '../text/well-formed.ts';
import { command, edited, record, refuse } from './command.ts';

/** Changes the case's title. */
export const editCase = command({
  type: 'edit-case',
  input: z.object({ title: textOf(LIMITS.title) }),
  decide(kase, input) {
    const title = input.title.trim();
    if (title === '') return refuse({ code: 'text-needed', field: 'title' });
    const change = edited('case', caseInfo(kase), { title });
    return change ? record('case-edited', [change]) : refuse({ code: 'nothing-changed' });
  },
});
