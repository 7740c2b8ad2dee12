import fs from 'node:fs';
import os from 'node:os';

/** What a number was measured on, as far as others need it to judge the number; nothing that names the machine. */
export interface Machine {
  processor: string;
  cores: number;
  memoryGigabytes: number;
  system: string;
  /** Of the folder that files are measured in. */
  fileSystem: string;
}

export function describeMachine(folder: string): Machine {
  const cores = os.cpus();
  return {
    processor: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryGigabytes: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    fileSystem: fileSystemOf(folder),
  };
}

/** Known by the list of what is mounted where, which Linux keeps; the longest name that holds the folder is its mount. */
function fileSystemOf(folder: string): string {
  const place = `${fs.realpathSync(folder)}/`;
  let best = { mount: '', type: 'unknown' };
  let list = '';
  try {
    list = fs.readFileSync('/proc/mounts', 'utf8');
  } catch {
    return best.type;
  }
  for (const line of list.split('\n')) {
    const [, mount = '', type = ''] = line.split(' ');
    const holds = place.startsWith(mount.endsWith('/') ? mount : `${mount}/`);
    // Of two on the same place the later one lies on top.
    if (mount !== '' && holds && mount.length >= best.mount.length) best = { mount, type };
  }
  return best.type;
}
