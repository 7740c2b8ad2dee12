import { caseInfo } from '../case/case.ts';
import { standardSchema } from '../case/standard.ts';
import { command, edited, record, refuse } from './command.ts';

/**
 * Changes what corroboration needs in this case. Findings stay as they are: those that no longer meet the standard say
 * so (standard/gate.ts) until a person decides. What is not given stays, and so do fields of a standard that this
 * version does not know.
 */
export const changeStandard = command({
  type: 'change-standard',
  input: standardSchema.strip().partial(),
  decide(kase, input) {
    const info = caseInfo(kase);
    const change = edited('case', info, { standard: { ...info.standard, ...input } });
    return change ? record('standard-changed', [change]) : refuse({ code: 'nothing-changed' });
  },
});
