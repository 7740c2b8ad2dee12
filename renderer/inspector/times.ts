import { whenTyped, whenToType } from '../../shared/text/when.ts';

/** What a person typed in a field for a time as it is stored: null for nothing, `wrong` for what is no time. */
export function typedTime(text: string): { stored: string | null } | 'wrong' {
  if (text.trim() === '') return { stored: null };
  const stored = whenTyped(text, Intl.DateTimeFormat().resolvedOptions().timeZone);
  return stored === null ? 'wrong' : { stored };
}

/** Several of them at once, by name; `wrong` when one is no time. */
export function typedTimes<N extends string>(texts: Record<N, string>): Record<N, string | null> | 'wrong' {
  const stored = {} as Record<N, string | null>;
  for (const name of Object.keys(texts) as N[]) {
    const typed = typedTime(texts[name]);
    if (typed === 'wrong') return 'wrong';
    stored[name] = typed.stored;
  }
  return stored;
}

/** The name of the first of them that is no time. */
export function firstWrong<N extends string>(texts: Record<N, string>): N | undefined {
  return (Object.keys(texts) as N[]).find((name) => typedTime(texts[name]) === 'wrong');
}

/** A stored time as it is typed; empty for none. */
export const timeToType = (stored: string | null): string => (stored === null ? '' : whenToType(stored));
