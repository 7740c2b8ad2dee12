import { posix, win32 } from 'node:path';

/**
 * The folder in which Electron keeps the data of an app of that name, for plain Node, which cannot ask it: the folder of
 * this account for such data (`appData` in Electron's app.getPath()), and in it one by the name of the app.
 */
export function dataFolder(
  name: string,
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === 'win32') {
    return win32.join(environment['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), name);
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', name);
  return posix.join(environment['XDG_CONFIG_HOME'] || posix.join(home, '.config'), name);
}
