import isEqual from 'fast-deep-equal';
import type { Report } from './report-data.ts';

/** The first place where a report is not as it should be. */
export interface Difference {
  /** Of the allegation in which it is; null outside of allegations. */
  ref: string | null;
  /** As programs write it: `allegations[2].finding.reason`. */
  path: string;
}

type Step = string | number;

/** The first place where `given` is not what `expected` is, in the order in which a report is written; null for none. */
export function differenceOf(expected: Report, given: Report): Difference | null {
  const steps = firstDifference(expected, given);
  if (!steps) return null;
  const [part, index] = steps;
  const allegation =
    part === 'allegations' && typeof index === 'number'
      ? (expected.allegations[index] ?? given.allegations[index])
      : null;
  return { ref: allegation?.ref ?? null, path: pathOf(steps) };
}

function firstDifference(expected: unknown, given: unknown): Step[] | null {
  if (isEqual(expected, given)) return null;
  if (!isContainer(expected) || !isContainer(given) || Array.isArray(expected) !== Array.isArray(given))
    return [];
  const names = [...new Set([...Object.keys(expected), ...Object.keys(given)])];
  for (const name of names) {
    const inner =
      Object.hasOwn(expected, name) && Object.hasOwn(given, name)
        ? firstDifference(expected[name], given[name])
        : [];
    if (inner) return [Array.isArray(expected) ? Number(name) : name, ...inner];
  }
  return null;
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function pathOf(steps: readonly Step[]): string {
  const path = steps
    .map((step) =>
      typeof step === 'number' ? `[${step}]` : /^\w+$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`,
    )
    .join('');
  return path.replace(/^\./u, '');
}
