import { useWindow } from '../store.ts';

/** The name of whoever sits here, as they gave it; empty until they did. */
export const useMe = (): string => useWindow(({ app }) => app?.settings.checker ?? '');
