import fs from 'node:fs';

/** Copies a file and syncs it: what the system has yet to write would be paid for by whoever syncs next. */
export function copyDurably(from: string, to: string): void {
  fs.copyFileSync(from, to);
  const file = fs.openSync(to, 'r+');
  fs.fsyncSync(file);
  fs.closeSync(file);
}
