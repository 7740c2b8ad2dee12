import { v7 } from 'uuid';
import type { Context } from '../shared/events/event.ts';

/** What the domain may know of the world: the time now, who acts, and fresh ids. */
export function contextFor(by: string): Context {
  return { at: new Date().toISOString(), by, newId: () => v7() };
}
