import { dirname } from 'node:path';
import type { Event } from '../../shared/events/event.ts';
import { writeAll, type Disk, type DiskFile } from './disk.ts';
import { encodeFrame, encodeHeader, type JournalHeader } from './journal-format.ts';

/** A journal that is being written: append() answers when the events are durable. */
export class Journal {
  /** Bytes written so far. */
  size = 0;
  private broken = false;

  private constructor(
    readonly path: string,
    private readonly file: DiskFile,
    /** The hash of the last line that is durable: the header, or a frame. */
    public last: string,
  ) {}

  /** Begins a generation: the file, its header and its name in the folder are durable when it answers. */
  static async begin(
    disk: Disk,
    path: string,
    about: Omit<JournalHeader, 'format' | 'version'>,
  ): Promise<Journal> {
    const file = await disk.create(path);
    try {
      const { bytes, hash } = encodeHeader(about);
      await writeAll(file, bytes);
      await file.sync();
      await disk.syncFolder(dirname(path));
      const journal = new Journal(path, file, hash);
      journal.size = bytes.length;
      return journal;
    } catch (error) {
      // Unborn: nothing was acknowledged in it, so a reader passes over it and the next generation has another name.
      await file.close().catch(() => undefined);
      throw error;
    }
  }

  /**
   * Makes events durable as one frame; `seq` is the number of the first in the whole history. `mayStand` is asked when
   * they are durable, since on a network drive others cannot see them before, and throws when they must not count.
   * After a failure nothing about the file is certain (a failed sync may have dropped pages and will not say so twice),
   * so it is closed and never written again: the next commit begins a new generation.
   */
  async append(seq: number, events: readonly Event[], mayStand: () => Promise<void>): Promise<void> {
    if (this.broken) throw new Error('a broken journal was written to');
    const { bytes, hash } = encodeFrame(this.last, seq, events);
    try {
      await writeAll(this.file, bytes);
      await this.file.sync();
      await mayStand();
    } catch (error) {
      this.broken = true;
      await this.file.close().catch(() => undefined);
      throw error;
    }
    this.last = hash;
    this.size += bytes.length;
  }

  async close(): Promise<void> {
    if (!this.broken) await this.file.close();
  }
}
