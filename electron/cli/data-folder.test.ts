import { expect, test } from 'vitest';
import { dataFolder } from './data-folder.ts';

test('the data of the app are where Electron keeps them', () => {
  expect(dataFolder('Stet', 'linux', {}, '/home/mk')).toBe('/home/mk/.config/Stet');
  expect(dataFolder('Stet', 'linux', { XDG_CONFIG_HOME: '/data' }, '/home/mk')).toBe('/data/Stet');
  expect(dataFolder('Stet', 'darwin', {}, '/Users/mk')).toBe('/Users/mk/Library/Application Support/Stet');
  const windows = { APPDATA: 'C:\\Users\\mk\\AppData\\Roaming' };
  expect(dataFolder('Stet', 'win32', windows, 'C:\\Users\\mk')).toBe('C:\\Users\\mk\\AppData\\Roaming\\Stet');
  expect(dataFolder('Stet', 'win32', {}, 'C:\\Users\\mk')).toBe('C:\\Users\\mk\\AppData\\Roaming\\Stet');
});
