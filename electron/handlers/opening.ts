import { basename, parse } from 'node:path';
import type { FileProblem, ProblemAt } from '../../shared/problems.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { CaseStore, OpenOptions } from '../case-store/case-store.ts';
import { freePath } from '../file-names.ts';
import type { CaseWindow } from '../windows.ts';
import type { World } from './world.ts';

/** Problems after which an earlier version of the file is of use: it is damaged, or gone. */
const DAMAGED: ReadonlySet<FileProblem['code']> = new Set<FileProblem['code']>([
  'not-json',
  'duplicate-key',
  'forbidden-key',
  'too-deep',
  'not-a-case',
  'migration-failed',
  'invalid-record',
  'broken-link',
  'not-text',
  'unreadable-line',
  'file-missing',
]);

/** Opens the case at `path` in a window. When it cannot be read any more, its last backup is offered. */
export async function openIn(
  { windows, backups }: World,
  entry: CaseWindow,
  path: string,
  options?: OpenOptions,
): Promise<Result<'opened', ProblemAt<FileProblem>>> {
  entry.damaged = null;
  const opened = await windows.openCase(entry, path, options);
  if (opened.ok) return opened;
  const problem = opened.error;
  const file = basename(path);
  const known = DAMAGED.has(problem.code) ? await backups.ofPath(path) : null;
  const [newest] = known?.backups ?? [];
  if (!known || !newest) return fail({ problem, file });
  entry.damaged = { path, caseId: known.id, backup: newest.name };
  return fail({ problem, file, backupAt: newest.at });
}

/** Opens the case at `path` in every window that shows `store`, which closes with the last of them. */
export async function reopen(
  world: World,
  store: CaseStore,
  path: string,
  options?: OpenOptions,
): Promise<Result<'opened', ProblemAt<FileProblem>>> {
  const { windows } = world;
  const entries = windows.showing(store);
  for (const entry of entries) await windows.closeCase(entry);
  for (const entry of entries) {
    const opened = await openIn(world, entry, path, options);
    if (!opened.ok) return opened;
  }
  return ok('opened');
}

/** Where a version of the case at `path` is kept that gives way to another: beside it, and named after what it is. */
export async function asidePath(
  { t, context }: World,
  path: string,
  what: 'versionFromDisk' | 'versionFromStet' | 'versionBeforeRestoring' | 'versionDamaged',
): Promise<string> {
  const { name, ext, dir } = parse(path);
  const stamp = context().at.slice(0, 16).replace('T', ' ').replace(':', '');
  return freePath(dir, `${name} (${t(`menu.${what}`)}, ${stamp})${ext}`);
}
