import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, lstat, mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Backup } from '../shared/answers.ts';
import type { SaveProblem } from '../shared/problems.ts';
import { idSchema } from '../shared/case/ids.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { cloneFile } from './case-store/clone-file.ts';
import { realDisk, sameFingerprint, type Disk } from './case-store/disk.ts';
import { ChangedOnDisk, saveProblem } from './case-store/problems.ts';
import { replaceFile, temporaryPath } from './case-store/replace-file.ts';
import { nameOfId } from './file-names.ts';

/** Within so many milliseconds of a backup, before or after it, no second one of the case is made. */
const INTERVAL = 15 * 60_000;
const NEWEST = 10;
const DAYS = 7;
const DAY = 24 * 60 * 60_000;
/** So many paths are remembered of a case; of more, those that were seen last. */
const PATHS = 100;
const ABOUT = 'about.json';

/** The name of a backup: a time in UTC that every file system takes. Years beyond four digits have a sign. */
const BACKUP_NAME = /^((?:\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.stet$/;

const aboutSchema = z.object({ id: idSchema, title: z.string(), paths: z.array(z.string()) });
type About = z.infer<typeof aboutSchema>;

/**
 * Copies of case files in the data folder of the app: FOLDER/CASE/TIME.stet, and beside them about.json, which says
 * under which paths the case was seen, so that a file which cannot be read any more still leads to its backups. Of each
 * case there is at most one in 15 minutes, and as many are kept as toPrune() leaves. One process writes to the folder.
 */
export class Backups {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly disk: Disk = realDisk,
    private readonly copy: (from: string, to: string) => Promise<void> = cloneFile,
  ) {}

  /**
   * Keeps a copy of the case file at `path`. The caller promises that this very file was validated as the case `about`
   * is of. Answers the backup when it is durable; null when none is needed, since the last one has the same bytes or,
   * unless `force` is given, one is younger than 15 minutes. After a failure nothing half-written is left behind.
   */
  keep(
    path: string,
    about: { id: string; title: string },
    at: Date,
    { force = false }: { force?: boolean } = {},
  ): Promise<Result<Backup | null, SaveProblem>> {
    // One after the other: two windows that ask at once are to find each other's backup.
    const turn = this.queue.then(async () => {
      try {
        return ok(await this.keepNow(resolve(path), about, at.getTime(), force));
      } catch (error) {
        return fail(saveProblem(error));
      }
    });
    this.queue = turn;
    return turn;
  }

  private async keepNow(
    path: string,
    { id, title }: { id: string; title: string },
    now: number,
    force: boolean,
  ): Promise<Backup | null> {
    const folder = this.folderOf(id);
    if (await mkdir(folder, { recursive: true, mode: 0o700 })) await this.disk.syncFolder(this.folder);
    await this.sweep(folder);
    await this.remember(folder, { id, title }, path);
    const backups = await this.of(id);
    if (!force && backups.some(({ at }) => Math.abs(now - Date.parse(at)) < INTERVAL)) return null;
    // The clock may have been wrong: the last one made is then not the one with the latest time.
    const last = backups.find(({ at }) => Date.parse(at) <= now) ?? backups[0];
    if (last && (await sameBytes(path, join(folder, last.name)))) return null;

    let time = now;
    while (backups.some(({ at }) => Date.parse(at) === time)) time++;
    const kept = await this.copyDurably(path, join(folder, nameOf(time)));
    const times = [time, ...backups.map(({ at }) => Date.parse(at))];
    for (const old of toPrune(times, time)) {
      // One that cannot be removed now is found again the next time; the new one is there all the same.
      await this.disk.remove(join(folder, nameOf(old))).catch(() => undefined);
    }
    return { name: nameOf(time), at: new Date(time).toISOString(), bytes: kept };
  }

  /** Copies a file so that a crash leaves the copy whole or not at all. Answers its length in bytes. */
  private async copyDurably(from: string, to: string): Promise<number> {
    const temporary = temporaryPath(to);
    try {
      const before = await this.disk.fingerprint(from);
      if (!before) throw Object.assign(new Error('no file to keep'), { code: 'ENOENT' });
      await this.copy(from, temporary);
      // The copy inherits its rights from the case file, which may be one that nobody may write to.
      await chmod(temporary, 0o600);
      await this.disk.syncFile(temporary);
      const whole = (await this.disk.fingerprint(temporary))?.size === before.size;
      // What is written to the file meanwhile may be in the copy by half.
      if (!whole || !sameFingerprint(before, await this.disk.fingerprint(from))) throw new ChangedOnDisk();
      await this.disk.rename(temporary, to);
      await this.disk.syncFolder(dirname(to));
      return Number(before.size);
    } catch (error) {
      await this.disk.remove(temporary).catch(() => undefined);
      throw error;
    }
  }

  /** Writes down, before there is a backup that could not be found without it, where a case was seen. */
  private async remember(folder: string, about: Omit<About, 'paths'>, path: string): Promise<void> {
    const known = await this.aboutIn(folder);
    if (known?.id === about.id && known.title === about.title && known.paths.at(-1) === path) return;
    const others = (known?.paths ?? []).filter((each) => each !== path);
    const text = JSON.stringify({ ...about, paths: [...others, path].slice(-PATHS) }, null, 2);
    await replaceFile(this.disk, join(folder, ABOUT), [`${text}\n`]);
  }

  /** Null where it is missing or cannot be read as one; it is then written anew when the case is seen again. */
  private async aboutIn(folder: string): Promise<About | null> {
    try {
      const bytes = await this.disk.read(join(folder, ABOUT));
      return aboutSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    } catch {
      return null;
    }
  }

  /** Removes what a crash left half-written. Only within a turn, when nothing is being written. */
  private async sweep(folder: string): Promise<void> {
    for (const name of await this.disk.list(folder)) {
      if (name.startsWith('.') && name.endsWith('.tmp')) await this.disk.remove(join(folder, name));
    }
  }

  /** The backups of a case, the newest first. Those that cannot be reached are not in it. */
  async of(id: string): Promise<Backup[]> {
    const folder = this.folderOf(id);
    const found: Backup[] = [];
    for (const name of await this.disk.list(folder).catch(() => [])) {
      const time = timeOf(name);
      if (time === null) continue;
      const about = await lstat(join(folder, name)).catch(() => null);
      if (about?.isFile()) found.push({ name, at: new Date(time).toISOString(), bytes: about.size });
    }
    return found.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  }

  /**
   * The case that was last kept from the file at `path`, with its backups: for a file that does not say any more which
   * case it is. Null when there are none.
   */
  async ofPath(path: string): Promise<{ id: string; title: string; backups: Backup[] } | null> {
    const full = resolve(path);
    const found: { id: string; title: string; backups: Backup[]; last: number }[] = [];
    for (const name of await this.disk.list(this.folder).catch(() => [])) {
      const about = await this.aboutIn(join(this.folder, name));
      if (!about?.paths.includes(full) || this.folderOf(about.id) !== join(this.folder, name)) continue;
      const { id, title } = about;
      const backups = await this.of(id);
      if (backups[0]) found.push({ id, title, backups, last: Date.parse(backups[0].at) });
    }
    const [latest] = found.sort((a, b) => b.last - a.last);
    return latest ? { id: latest.id, title: latest.title, backups: latest.backups } : null;
  }

  /** The path of a backup that of() lists; null for any other name, which may come from anywhere. */
  async pathOf(caseId: string, name: string): Promise<string | null> {
    const known = (await this.of(caseId)).some((each) => each.name === name);
    return known ? join(this.folderOf(caseId), name) : null;
  }

  private folderOf(id: string): string {
    return join(this.folder, nameOfId(id));
  }
}

/**
 * Which backups go, of those made at `times` (in milliseconds since 1970, each once): all but the newest 10 and, in
 * addition, the newest of each of the last 7 days, today among them. Days are those of UTC, so that travelling changes
 * nothing. Times still to come mean that the clock is or was wrong. They take nobody's place, and as many of them are
 * kept as the rule ever leaves, so that a clock which went back does not cost a single backup.
 */
export function toPrune(times: readonly number[], now: number): number[] {
  const newestFirst = [...times].sort((a, b) => b - a);
  const past = newestFirst.filter((time) => time <= now);
  const kept = new Set([
    ...newestFirst.filter((time) => time > now).slice(0, NEWEST + DAYS),
    ...past.slice(0, NEWEST),
  ]);
  for (let day = dayOf(now); day > dayOf(now) - DAYS; day--) {
    const newest = past.find((time) => dayOf(time) === day);
    if (newest !== undefined) kept.add(newest);
  }
  return newestFirst.filter((time) => !kept.has(time));
}

const dayOf = (time: number): number => Math.floor(time / DAY);

const nameOf = (time: number): string => `${new Date(time).toISOString().replace(/[:.]/g, '-')}.stet`;

/** The time in the name of a backup; null when the name is that of something else. */
function timeOf(name: string): number | null {
  const time = Date.parse(name.replace(BACKUP_NAME, '$1:$2:$3.$4Z'));
  return BACKUP_NAME.test(name) && !Number.isNaN(time) && nameOf(time) === name ? time : null;
}

async function sameBytes(a: string, b: string): Promise<boolean> {
  const [one, other] = [await stat(a), await stat(b)];
  return one.size === other.size && (await hashOf(a)) === (await hashOf(b));
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
