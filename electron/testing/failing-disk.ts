import { realDisk, type Disk, type DiskFile } from '../case-store/disk.ts';

type Operation = keyof Disk | keyof DiskFile;

/** The real disk, on which one operation can be made to fail with an error code until it is mended. */
export interface FailingDisk extends Disk {
  fail: (operation: Operation, code: string) => void;
  mend: () => void;
}

export function failingDisk(): FailingDisk {
  let broken: { operation: Operation; code: string } | null = null;
  const guarded = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, name) {
        const value = object[name as keyof T];
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]): Promise<unknown> => {
          if (broken?.operation === name) throw Object.assign(new Error(broken.code), { code: broken.code });
          const answer = (await (value as (...given: unknown[]) => unknown).apply(object, args)) as object;
          return name === 'create' ? guarded(answer) : answer;
        };
      },
    });
  const controls = {
    fail: (operation: Operation, code: string) => void (broken = { operation, code }),
    mend: () => void (broken = null),
  };
  return Object.assign(Object.create(guarded(realDisk)) as Disk, controls);
}
