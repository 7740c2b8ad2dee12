import fs from 'node:fs';

/** Tells scripts/durability.mjs what was tried, for its last lines. */
export function count(what: string, numbers: Record<string, number>): void {
  const file = process.env['STET_DURABILITY_COUNTS'];
  if (file) fs.appendFileSync(file, `${JSON.stringify({ what, ...numbers })}\n`);
}
