import { Low } from 'lowdb';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { RecentCase, Settings } from '../shared/answers.ts';
import { realDisk } from './case-store/disk.ts';
import { replaceFile } from './case-store/replace-file.ts';

const RECENT = 12;

const schema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  checker: z.string().max(300).catch(''),
  plainKeys: z.boolean().catch(true),
  recent: z.array(z.object({ path: z.string(), title: z.string(), openedAt: z.string() })).catch([]),
  window: z
    .object({
      x: z.int(),
      y: z.int(),
      width: z.int().min(400),
      height: z.int().min(300),
      maximized: z.boolean(),
    })
    .nullable()
    .catch(null),
  zoom: z.number().min(0.25).max(5).catch(1),
});
export type Preferences = z.infer<typeof schema>;

/**
 * What Stet remembers on this computer, apart from any case: theme, name, recent cases, where the window was. A file
 * that cannot be read means the defaults; nothing of worth is in it.
 */
export class PreferenceStore {
  private writing: Promise<void> = Promise.resolve();

  private constructor(private readonly low: Low<Preferences>) {}

  static open(path: string): PreferenceStore {
    const adapter = {
      read: async () => null,
      async write(data: Preferences) {
        mkdirSync(dirname(path), { recursive: true });
        await replaceFile(realDisk, path, [`${JSON.stringify(data, null, 2)}\n`]);
      },
    };
    return new PreferenceStore(new Low<Preferences>(adapter, readPreferences(path)));
  }

  get all(): Readonly<Preferences> {
    return this.low.data;
  }

  get settings(): Settings {
    const { theme, checker, plainKeys } = this.low.data;
    return { theme, checker, plainKeys };
  }

  /** Changes what is given. Not being able to remember it is no reason to stop anybody, so a failure is only told. */
  set(change: Partial<Preferences>, failed: (error: unknown) => void): void {
    this.low.data = { ...this.low.data, ...change };
    this.writing = this.writing.then(() => this.low.write()).catch(failed);
  }

  remember(recent: RecentCase, failed: (error: unknown) => void): void {
    const others = this.low.data.recent.filter((each) => each.path !== recent.path);
    this.set({ recent: [recent, ...others].slice(0, RECENT) }, failed);
  }

  async settled(): Promise<void> {
    await this.writing;
  }
}

/** Read before the first window opens, so that it opens where it was and in the right theme at once. */
function readPreferences(path: string): Preferences {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return schema.parse({});
  }
}
