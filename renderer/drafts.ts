import { create } from 'zustand';

/**
 * What is written in forms and not yet part of the case, by a key such as `move:ID`. It stays here when a form is left
 * for something else, when another case is opened and when saving fails, and goes when the form was carried out or
 * thrown away on purpose. It lives
 * in memory only: nothing of a case is written anywhere but into its file.
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
  return [kept ?? initial, (draft) => put(key, draft), () => put(key, undefined)];
}

/** The draft of a key as it is right now. */
export const draftNow = (key: string): unknown => useDrafts.getState().drafts.get(key);

/** Whether anything is written that is not saved, for what shows it. */
export const useHasDrafts = (): boolean => useDrafts(({ drafts }) => drafts.size > 0);

/** Whether anything is written that is not saved. */
export const hasDrafts = (): boolean => useDrafts.getState().drafts.size > 0;
