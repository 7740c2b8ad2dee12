import { app, dialog, nativeTheme, shell } from 'electron';
import type { AppInfo } from '../../shared/answers.ts';
import type { Handlers } from '../ipc.ts';
import { logFailure } from '../log.ts';
import type { World } from './world.ts';

/** What belongs to the app, whatever case is open. */
export function appHandlers({
  windows,
  preferences,
  t,
}: World): Pick<Handlers, 'appInfo' | 'listening' | 'setSettings' | 'openAddress'> {
  return {
    appInfo: (_input, entry): AppInfo => ({
      version: app.getVersion(),
      runtime: { electron: process.versions.electron, chromium: process.versions.chrome },
      platform: process.platform as AppInfo['platform'],
      language: 'en',
      settings: preferences.settings,
      recent: [...preferences.all.recent],
      caseOpen: entry.store !== null,
    }),
    listening(_input, entry) {
      windows.listens(entry);
      return null;
    },
    setSettings(given) {
      const { theme, checker, plainKeys } = preferences.settings;
      const next = {
        theme: given.theme ?? theme,
        checker: given.checker ?? checker,
        plainKeys: given.plainKeys ?? plainKeys,
      };
      preferences.set(next, (error) => logFailure('preferences', error));
      nativeTheme.themeSource = preferences.settings.theme;
      windows.tellAll('settings', preferences.settings);
      return preferences.settings;
    },

    async openAddress({ address }, { window }) {
      const parsed = URL.canParse(address) ? new URL(address) : null;
      if (!parsed || !['https:', 'mailto:'].includes(parsed.protocol)) return 'refused';
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: t('menu.openAddress'),
        detail: parsed.href,
        buttons: [t('menu.cancel'), t('menu.openInBrowser')],
        cancelId: 0,
        defaultId: 0,
      });
      if (response !== 1) return 'cancelled';
      await shell.openExternal(parsed.href);
      return 'opened';
    },
  };
}
