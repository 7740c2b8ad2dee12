import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Translate } from '../../shared/messages/translate.ts';
import { usage } from './outcome.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What was given to a verb: its options by name, and the rest in order. */
export interface Given {
  text: (name: string) => string | undefined;
  /** All that was given under a name that may be given several times. */
  texts: (name: string) => string[];
  flag: (name: string) => boolean;
  rest: string[];
}

/** Reads the arguments of a verb; anything it does not know is wrong usage and says which. */
export function read(
  args: readonly string[],
  texts: readonly string[],
  flags: readonly string[],
  t: Translate,
  several: readonly string[] = [],
): Given {
  const options: Options = {};
  for (const name of several) options[name] = { type: 'string', multiple: true };
  for (const name of texts) options[name] = { type: 'string' };
  for (const name of flags) options[name] = { type: 'boolean' };
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return {
      text: (name) => {
        const value = values[name];
        return typeof value === 'string' ? value : undefined;
      },
      texts: (name) => {
        const value = values[name];
        return Array.isArray(value) ? value.map(String) : [];
      },
      flag: (name) => values[name] === true,
      rest: positionals,
    };
  } catch (error) {
    throw usage(t, 'badOption', {
      detail: error instanceof Error ? (error.message.split('. ')[0] ?? '') : '',
    });
  }
}

/** One of a closed set of words, or wrong usage that lists them. */
export function oneOf<W extends string>(
  value: string | undefined,
  words: readonly W[],
  name: string,
  t: Translate,
): W | undefined {
  if (value === undefined) return undefined;
  const found = words.find((word) => word === value);
  if (found === undefined) throw usage(t, 'notOneOf', { name, value, words: words.join(', ') });
  return found;
}

/** A value that must be given. */
export function required(value: string | undefined, name: string, t: Translate): string {
  if (value === undefined || value.trim() === '') throw usage(t, 'required', { name });
  return value;
}
