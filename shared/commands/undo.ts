import { z } from 'zod';
import type { Case } from '../case/case.ts';
import { reversal } from '../events/apply.ts';
import { ok } from '../result.ts';
import { command, refuse, type Decision } from './command.ts';

/** Takes back the last event that is not taken back yet. Undo is a new event; the old one stays in history. */
export const undo = command({
  type: 'undo',
  input: z.object({}),
  decide: (kase) => reverse(kase, kase.undo.at(-1), 'undone'),
});

/** Brings back the event that was taken back last. */
export const redo = command({
  type: 'redo',
  input: z.object({}),
  decide: (kase) => reverse(kase, kase.redo.at(-1), 'redone'),
});

function reverse(kase: Case, id: string | undefined, type: 'undone' | 'redone'): Decision {
  const event = id === undefined ? undefined : kase.eventsById.get(id);
  if (!event) return refuse({ code: type === 'undone' ? 'nothing-to-undo' : 'nothing-to-redo' });
  return ok(reversal(event, type));
}
