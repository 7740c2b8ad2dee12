import { basename, dirname } from 'node:path';
import { oneOf, type Random } from './random.ts';
import type { Inode } from './simulated-file.ts';

/** The names of folders: what they stand for, what they surely stand for on the disk, and what they stood for between. */
export class FolderNames {
  private now = new Map<string, Inode>();
  private durable = new Map<string, Inode>();
  /** Every value that a name was given since its folder was synced, oldest first; null is no file. */
  private unsynced = new Map<string, (Inode | null)[]>();

  get(path: string): Inode | undefined {
    return this.now.get(path);
  }

  in(folder: string): string[] {
    return [...this.now.keys()].filter((path) => dirname(path) === folder).map((path) => basename(path));
  }

  set(path: string, inode: Inode | null): void {
    put(this.now, path, inode);
    this.unsynced.set(path, [...(this.unsynced.get(path) ?? []), inode]);
  }

  sync(folder: string): void {
    this.settle(folder, (values) => values.at(-1) ?? null);
  }

  /** The worst that a failed sync can mean: part of it is on the disk, and the system will not try the rest again. */
  syncFailed(folder: string, random: Random): void {
    this.settle(folder, (values, path) => oneOf(random, [this.durable.get(path) ?? null, ...values]));
  }

  private settle(folder: string, choose: (values: (Inode | null)[], path: string) => Inode | null): void {
    for (const [path, values] of this.unsynced) {
      if (dirname(path) !== folder) continue;
      put(this.durable, path, choose(values, path));
      this.unsynced.delete(path);
    }
  }

  copy(copied: (inode: Inode) => Inode): FolderNames {
    const copy = new FolderNames();
    for (const [path, inode] of this.now) copy.now.set(path, copied(inode));
    for (const [path, inode] of this.durable) copy.durable.set(path, copied(inode));
    for (const [path, values] of this.unsynced) {
      copy.unsynced.set(
        path,
        values.map((inode) => inode && copied(inode)),
      );
    }
    return copy;
  }

  /** The names that a power cut may leave. The extremes (all, nothing, all but one) are tried more often than by chance. */
  afterPowerCut(random: Random, copied: (inode: Inode) => Inode): FolderNames {
    const left = new Map(this.durable);
    const paths = [...this.unsynced.keys()];
    const dice = random();
    const odd = paths.length > 0 ? oneOf(random, paths) : null;
    for (const [path, values] of this.unsynced) {
      const last = values.at(-1) ?? null;
      const before = this.durable.get(path) ?? null;
      const any = oneOf(random, [before, ...values]);
      if (dice < 0.15) put(left, path, last);
      else if (dice < 0.25) put(left, path, before);
      else if (dice < 0.45) put(left, path, path === odd ? any : last);
      else if (dice < 0.55) put(left, path, path === odd ? any : before);
      else put(left, path, any);
    }
    const names = new FolderNames();
    for (const [path, inode] of left) {
      const copy = copied(inode);
      names.now.set(path, copy);
      names.durable.set(path, copy);
    }
    return names;
  }
}

function put(names: Map<string, Inode>, path: string, inode: Inode | null): void {
  if (inode) names.set(path, inode);
  else names.delete(path);
}
