import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { VaultProblem } from '../shared/problems.ts';
import { emptyVault, vaultFrom, type Vault } from '../shared/case/identity.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import type { Disk } from './case-store/disk.ts';
import { readProblem } from './case-store/problems.ts';
import { replaceFile } from './case-store/replace-file.ts';
import { nameOfId } from './file-names.ts';

/** Where the vaults are, in the data folder of the app. */
export function vaultFolderIn(dataFolder: string): string {
  return join(dataFolder, 'vault');
}

/** Where the vault of a case is, in the folder of vaults. */
export function vaultPath(folder: string, caseId: string): string {
  return join(folder, `${nameOfId(caseId)}.json`);
}

/**
 * The vault of a case as the file at `path` holds it, empty where there is none. One that is damaged, of another case or
 * of a newer Stet is a problem: it is neither taken for an empty one nor ever written over.
 */
export async function readVault(
  disk: Disk,
  path: string,
  caseId: string,
): Promise<Result<Vault, VaultProblem>> {
  let bytes: Uint8Array;
  try {
    if (!(await disk.fingerprint(path))) return ok(emptyVault(caseId));
    bytes = await disk.read(path);
  } catch (error) {
    return fail(readProblem(error));
  }
  const vault = parsed(bytes);
  return vault?.caseId === caseId ? ok(vault) : fail({ code: 'vault-damaged' });
}

function parsed(bytes: Uint8Array): Vault | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return vaultFrom(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Puts a vault in the place of the one at `path`, durably: a crash leaves the old one or the new one, whole. Afterwards,
 * where that is possible, the bytes of the old one are overwritten before their room on the disk is given back, since
 * they may say what was erased. They have no name any more by then, and the new file and its name are durable, so
 * overwriting them can harm nothing; and failing to is no failure. It cannot reach what a file system or a disk keeps
 * of older bytes by itself (docs/threat-model.md).
 */
export async function writeVault(disk: Disk, path: string, vault: Vault): Promise<void> {
  const old = await openOld(path);
  try {
    await replaceFile(disk, path, [`${JSON.stringify(vault, null, 2)}\n`]);
    await overwrite(old).catch(() => undefined);
  } finally {
    await old?.close();
  }
}

/** An open file outlives its name, but on Windows, which does not replace a file while it is open. */
function openOld(path: string): Promise<FileHandle | null> {
  return process.platform === 'win32' ? Promise.resolve(null) : open(path, 'r+').catch(() => null);
}

async function overwrite(file: FileHandle | null): Promise<void> {
  if (!file) return;
  await file.writeFile(new Uint8Array((await file.stat()).size));
  await file.sync();
}
