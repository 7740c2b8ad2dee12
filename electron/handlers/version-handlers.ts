import { basename } from 'node:path';
import { caseInfo } from '../../shared/case/case.ts';
import { fail, ok } from '../../shared/result.ts';
import { realDisk } from '../case-store/disk.ts';
import { readProblem, saveProblem } from '../case-store/problems.ts';
import { readCaseFile } from '../case-store/read-case-file.ts';
import { replaceFile } from '../case-store/replace-file.ts';
import { copyExhibits } from '../exhibits/copying.ts';
import { ExhibitFolder } from '../exhibits/folder.ts';
import type { Handlers } from '../ipc.ts';
import { asidePath, openIn, reopen } from './opening.ts';
import type { World } from './world.ts';

type Asked = 'takeOver' | 'settleOutside' | 'backups' | 'showBackup' | 'restoreBackup' | 'openBackup';

/** Which version of a case is the one to go on with. Whatever is chosen, the other is kept. */
export function versionHandlers(world: World): Pick<Handlers, Asked> {
  const { windows, backups } = world;
  return {
    takeOver(_input, { store }) {
      return store ? reopen(world, store, store.path, { takeOver: true }) : ok('opened');
    },

    async settleOutside({ keep }, { store }) {
      if (!store) return ok({ kept: '' });
      const aside = await asidePath(
        world,
        store.path,
        keep === 'mine' ? 'versionFromDisk' : 'versionFromStet',
      );
      if (keep === 'mine') {
        const gone = await store.isGone();
        const settled = await store.keepMine(aside);
        if (!settled.ok) return fail({ problem: settled.error, file: store.fileName });
        return ok({ kept: gone ? '' : basename(aside) });
      }
      // What cannot be opened cannot be gone on with; then nothing is decided yet.
      const theirs = keep === 'theirs' ? await readCaseFile(realDisk, store.path) : ok(null);
      if (!theirs.ok) return fail({ problem: theirs.error, file: store.fileName });
      // What is gone on with under a name of its own has the files of its exhibits there, too.
      const beside = new ExhibitFolder(store.stoodAside ?? aside);
      const copied = keep === 'both' ? await copyExhibits(ExhibitFolder.of(store), beside) : ok(null);
      if (!copied.ok) return fail({ problem: copied.error, file: store.fileName });
      const settled = await store.giveWay(aside);
      if (!settled.ok) {
        await copied.value?.();
        return fail({ problem: settled.error, file: store.fileName });
      }
      const opened = await reopen(world, store, keep === 'both' ? settled.value : store.path);
      return opened.ok ? ok({ kept: basename(settled.value) }) : opened;
    },

    backups: (_input, { store }) => (store ? backups.of(caseInfo(store.kase).id) : []),

    async showBackup({ name }, { store }) {
      const path = store && (await backups.pathOf(caseInfo(store.kase).id, name));
      if (!path) return fail({ problem: { code: 'file-missing' }, file: name });
      const at = (await backups.of(caseInfo(store.kase).id)).find((each) => each.name === name)?.at ?? '';
      const { exhibitsBeside } = store;
      return openIn(world, windows.create(), path, {
        readOnly: { code: 'earlier-version', at },
        exhibitsBeside,
      });
    },

    async restoreBackup({ name }, { store }) {
      const path = store && (await backups.pathOf(caseInfo(store.kase).id, name));
      if (!path) return fail({ problem: { code: 'file-missing' }, file: name });
      for (const entry of windows.showing(store)) await windows.settle(entry);
      const aside = await asidePath(world, store.path, 'versionBeforeRestoring');
      const bytes = await realDisk.read(path).catch(readProblem);
      if ('code' in bytes) return fail({ problem: bytes, file: name });
      const settled = await store.giveWay(aside, bytes);
      if (!settled.ok) return fail({ problem: settled.error, file: store.fileName });
      const opened = await reopen(world, store, store.path);
      return opened.ok ? ok({ kept: basename(settled.value) }) : opened;
    },

    async openBackup(_input, entry) {
      const { damaged } = entry;
      const backup = damaged && (await backups.pathOf(damaged.caseId, damaged.backup));
      if (!backup) return fail({ problem: { code: 'file-missing' }, file: '' });
      let kept: string | null = null;
      try {
        if (await realDisk.fingerprint(damaged.path)) {
          const aside = await asidePath(world, damaged.path, 'versionDamaged');
          await replaceFile(realDisk, aside, [await realDisk.read(damaged.path)]);
          kept = basename(aside);
        }
        await replaceFile(realDisk, damaged.path, [await realDisk.read(backup)]);
      } catch (error) {
        return fail({ problem: saveProblem(error), file: basename(damaged.path) });
      }
      const opened = await openIn(world, entry, damaged.path);
      return opened.ok ? ok({ kept }) : opened;
    },
  };
}
