/** For tests only: every message in a part of the language files, by its key. */
export function messagesOf(value: object | string, key = ''): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  return Object.entries(value).flatMap(([name, inner]: [string, object | string]) =>
    messagesOf(inner, key === '' ? name : `${key}.${name}`),
  );
}
