import log from 'electron-log/main.js';

/**
 * A log in a local file, for what went wrong with the program itself. Never a word of a case: no titles, statements or
 * paths of cases are written to it.
 */
export function startLog(): void {
  log.transports.console.level = false;
  log.transports.file.level = 'info';
  log.errorHandler.startCatching({ showDialog: false });
}

export function logFailure(what: string, error: unknown): void {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  log.error(what, code ?? (error instanceof Error ? error.name : typeof error));
}
