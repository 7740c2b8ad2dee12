import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * Runs the person's own ssh-keygen. Stet signs with nothing else: it knows agents, passphrases and hardware keys, and
 * no key ever comes near Stet. It is run without a shell, with a message on its standard input and the answer on its
 * standard output, so that no name of a file is ever read as an option and nothing is written to any folder.
 */

/** What came of it. `ended` says that it was not let to its end, and why. */
export interface KeygenRun {
  code: number | null;
  out: string;
  err: string;
  ended: 'cancelled' | 'took-too-long' | null;
}

export interface KeygenOptions {
  signal?: AbortSignal | undefined;
  /**
   * Where a passphrase or a PIN is asked for: `terminal` is the one that Stet was started from; `desktop` is the window
   * that SSH_ASKPASS names, and nowhere if there is none.
   */
  asks: 'terminal' | 'desktop';
  /** Told of what it says on standard error, as it comes. */
  onSaid?: ((text: string) => void) | undefined;
  /** In milliseconds. */
  longest?: number | undefined;
}

/** Whether it is from before OpenSSH 8.1 and knows nothing of signatures of files. */
export function isTooOld({ err }: KeygenRun): boolean {
  return /(unknown|illegal|invalid) option/i.test(err);
}

/** A person may have to find the hardware key first; in milliseconds. */
const LONGEST = 5 * 60_000;
/** What it says of itself is a few hundred characters. */
const LONGEST_SAID = 100_000;

/** What it may know of this process: what agents, windows that ask for a passphrase and the system itself need. */
const PASSED_ON = `
  SSH_AUTH_SOCK SSH_ASKPASS SSH_ASKPASS_REQUIRE SSH_SK_PROVIDER
  DISPLAY WAYLAND_DISPLAY XAUTHORITY XDG_RUNTIME_DIR DBUS_SESSION_BUS_ADDRESS
  HOME USER LOGNAME PATH TERM LANG LC_ALL LC_CTYPE
  SystemRoot windir ProgramData USERPROFILE USERNAME APPDATA LOCALAPPDATA TEMP
`
  .trim()
  .split(/\s+/);

/**
 * The place of ssh-keygen: in the folders of PATH, then where systems keep it, since a program started from a menu often
 * has a short PATH. Never in the folder the process happens to be in, as a bare name would mean on Windows.
 */
export async function findKeygen(
  path = process.env['PATH'] ?? '',
  usual: readonly string[] = usualFolders(),
): Promise<string | null> {
  const name = process.platform === 'win32' ? 'ssh-keygen.exe' : 'ssh-keygen';
  for (const folder of [...path.split(delimiter), ...usual]) {
    if (!isAbsolute(folder)) continue;
    const place = join(folder, name);
    const there = await access(place, constants.X_OK).then(
      async () => (await stat(place)).isFile(),
      () => false,
    );
    if (there) return place;
  }
  return null;
}

function usualFolders(): string[] {
  if (process.platform !== 'win32') return ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  const { SystemRoot: system = 'C:\\Windows', ProgramFiles: programs = 'C:\\Program Files' } = process.env;
  return [join(system, 'System32', 'OpenSSH'), join(programs, 'Git', 'usr', 'bin')];
}

/** Runs ssh-keygen with a message to read. Null when there is none on this computer. */
export async function runKeygen(
  args: readonly string[],
  message: Uint8Array,
  options: KeygenOptions,
): Promise<KeygenRun | null> {
  const place = await findKeygen();
  return place === null ? null : run(place, args, message, options);
}

/** Runs a program at that place as runKeygen() does. Here for tests, which have one that waits or says nothing. */
export function run(
  place: string,
  args: readonly string[],
  message: Uint8Array,
  { signal, asks, onSaid, longest = LONGEST }: KeygenOptions,
): Promise<KeygenRun> {
  // A process group of its own has no terminal to ask on, and is ended with the window that asks on its behalf.
  const apart = asks === 'desktop' && process.platform !== 'win32';
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve({ code: null, out: '', err: '', ended: 'cancelled' });
      return;
    }
    const child = spawn(place, args, {
      cwd: homedir(),
      env: environment(asks),
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: apart,
      windowsHide: true,
    });
    let [out, err] = ['', ''];
    const done = (code: number | null, ended: KeygenRun['ended'] = null): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve({ code, out, err, ended });
    };
    const end = (why: KeygenRun['ended']): void => {
      if (apart && child.pid !== undefined) killGroup(child.pid);
      else child.kill();
      // Whatever it has started may hold on to what it writes to; nobody waits for that.
      for (const stream of child.stdio) stream?.destroy();
      child.unref();
      done(null, why);
    };
    const cancel = (): void => end('cancelled');
    const timer = setTimeout(() => end('took-too-long'), longest);
    signal?.addEventListener('abort', cancel, { once: true });

    child.stdout
      .setEncoding('utf8')
      .on('data', (text: string) => (out = (out + text).slice(0, LONGEST_SAID)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err = (err + text).slice(0, LONGEST_SAID);
      onSaid?.(text);
    });
    // It may end before it has read everything, because the key is none; that is told by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(message);
    child.on('error', () => done(null));
    child.on('close', (code) => done(code));
  });
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGTERM');
  } catch {
    // It came to its end by itself.
  }
}

function environment(asks: KeygenOptions['asks']): NodeJS.ProcessEnv {
  const passed = PASSED_ON.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  // Standard input is the message and never somebody to ask, which OpenSSH must be told.
  return { SSH_ASKPASS_REQUIRE: asks === 'terminal' ? 'never' : 'force', ...Object.fromEntries(passed) };
}
