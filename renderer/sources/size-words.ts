const STEPS = [
  ['megabyte', 1_000_000],
  ['kilobyte', 1_000],
] as const;

/** A size in bytes as people of a language write it: `2.4 MB`. */
export function sizeWords(bytes: number, language: string): string {
  const [unit, size] = STEPS.find(([, each]) => bytes >= each) ?? (['byte', 1] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / size);
}
