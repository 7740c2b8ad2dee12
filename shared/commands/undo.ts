import { z } from 'zod';
import { reversal } from '../events/apply.ts';
import type { Event } from '../events/event.ts';
import { ok } from '../result.ts';
import { command, refuse, type Decision } from './command.ts';

/** Takes back the last event that is not taken back yet. Undo is a new event; the old one stays in history. */
export const undo = command({
  type: 'undo',
  input: z.object({}),
  decide: (kase) => reverse(kase.undo.at(-1), 'undone'),
});

/** Brings back the event that was taken back last. */
export const redo = command({
  type: 'redo',
  input: z.object({}),
  decide: (kase) => reverse(kase.redo.at(-1), 'redone'),
});

function reverse(event: Event | undefined, type: 'undone' | 'redone'): Decision {
  if (!event) return refuse({ code: type === 'undone' ? 'nothing-to-undo' : 'nothing-to-redo' });
  return ok(reversal(event, type));
}
