import { attemptSchema } from '../case/dealings.ts';
import { idSchema } from '../case/ids.ts';
import { LIMITS } from '../case/limits.ts';
import { command, edited, record, refuse } from './command.ts';
import { objectionToTimes } from './times-given.ts';

/** Enters one more try to reach the party of a response into its contact log. */
export const logAttempt = command({
  type: 'log-attempt',
  input: attemptSchema.strip().extend({ id: idSchema }),
  decide(kase, { id, on, channel, note }, context) {
    const response = kase.records.responses.get(id);
    if (!response || response.removed) return refuse({ code: 'not-found', kind: 'responses' });
    if (channel.trim() === '') return refuse({ code: 'text-needed', field: 'channel' });
    const objection = objectionToTimes({ attempt: on }, context);
    if (objection) return refuse(objection);
    if (response.attempts.length >= LIMITS.attempts)
      return refuse({ code: 'too-many', limit: LIMITS.attempts });
    const attempt = { on, channel: channel.trim(), note: note.trim() };
    const change = edited('responses', response, { attempts: [...response.attempts, attempt] });
    return record('attempt-logged', change ? [change] : []);
  },
});
