/** The verbs that are carried out without a window. */
export const VERBS = [
  'new',
  'import',
  'list',
  'move',
  'export',
  'verify',
  'sign',
  'verify-signature',
  'help',
] as const;

/**
 * What a person typed after `stet`, from the whole argument list of the process. From source everything after `--` is
 * ours; the installed program has the switches for Chromium, if any, first.
 */
export function ownArguments(argv: readonly string[], packaged: boolean): string[] {
  const divider = argv.indexOf('--');
  if (!packaged) return divider < 0 ? [] : argv.slice(divider + 1);
  const rest = argv.slice(1);
  const first = rest.findIndex((each) => !each.startsWith('--') || each === '--help' || each === '--version');
  return first < 0 ? [] : rest.slice(first).filter((each) => each !== '--');
}

/** Whether these arguments ask for a verb rather than for a window. */
export function asksForVerb(own: readonly string[]): boolean {
  const [first] = own;
  return (
    (VERBS as readonly (string | undefined)[]).includes(first) || first === '--help' || first === '--version'
  );
}
