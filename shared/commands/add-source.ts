import { idByName } from '../case/case.ts';
import { command, record, refuse } from './command.ts';
import { namedSource, newSource, orNull } from './inputs.ts';

/** Enters a source before there is evidence from it. A confidential one is named by the description agreed with it. */
export const addSource = command({
  type: 'add-source',
  input: namedSource,
  decide(kase, input, context) {
    const name = orNull(input.name);
    if (name === null) return refuse({ code: 'text-needed', field: 'name' });
    if (idByName(kase, 'sources', name) !== undefined) return refuse({ code: 'same-record' });
    return record('source-added', newSource(kase, { ...input, name }, context).changes);
  },
});
