import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';

/**
 * What is written in forms and not yet part of the case, by a key such as `move:ID`. It stays here when a form is left
 * for something else, when another case is opened and when saving fails, and goes when the form was carried out or
 * thrown away on purpose, or says again what it began with. It lives in memory only: nothing of a case is written
 * anywhere but into its file.
 */
const useDrafts = create<{ drafts: ReadonlyMap<string, unknown> }>(() => ({ drafts: new Map() }));

function put(key: string, draft: unknown): void {
  useDrafts.setState(({ drafts }) => {
    const next = new Map(drafts);
    if (draft === undefined) next.delete(key);
    else next.set(key, draft);
    return { drafts: next };
  });
}

/** A draft, or `initial` while nothing was written; with how to change it and how to let it go. */
export function useDraft<T>(
  key: string,
  initial: T,
): [draft: T, change: (draft: T) => void, clear: () => void] {
  const kept = useDrafts(({ drafts }) => drafts.get(key)) as T | undefined;
  const change = (draft: T): void => put(key, same(draft, initial) ? undefined : draft);
  return [kept ?? initial, change, () => put(key, undefined)];
}

/** Whether two drafts say the same: texts, words of closed sets, and records and lists of them. */
function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isRecord(one) || !isRecord(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => same(one[name], other[name]));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The draft of a key as it is right now. */
export const draftNow = (key: string): unknown => useDrafts.getState().drafts.get(key);

/** The keys of what is written and not saved, for what shows it; the same list until one comes or goes. */
export const useDraftKeys = (): readonly string[] =>
  useDrafts(useShallow(({ drafts }) => [...drafts.keys()]));

/** Whether anything is written that is not saved. */
export const hasDrafts = (): boolean => useDrafts.getState().drafts.size > 0;
