import { Menu, type MenuItemConstructorOptions } from 'electron';
import { basename } from 'node:path';
import { actionOf, type NamedAction } from '../shared/queries/history.ts';
import { SAMPLES } from '../shared/samples/index.ts';
import type { Translate } from '../shared/messages/translate.ts';
import type { PreferenceStore } from './settings.ts';
import type { CaseWindow, Windows } from './windows.ts';

export interface MenuActions {
  newWindow: () => void;
  openCase: (entry: CaseWindow) => void;
  openPath: (path: string, entry: CaseWindow) => void;
  openSample: (id: string, entry: CaseWindow) => void;
  closeCase: (entry: CaseWindow) => void;
}

/**
 * The native menu of the window in front. What only the window can do (it knows what is selected) is sent there by the
 * name of its action; the names are those of renderer/frame/actions.ts.
 */
export function buildMenu(
  windows: Windows,
  preferences: PreferenceStore,
  actions: MenuActions,
  t: Translate,
): Menu {
  const entry = windows.focused();
  const kase = entry?.store?.kase;
  const undo = kase ? actionOf(kase, kase.undo.at(-1)) : null;
  const redo = kase ? actionOf(kase, kase.redo.at(-1)) : null;
  const mac = process.platform === 'darwin';

  const inWindow = (action: string, more: MenuItemConstructorOptions = {}): MenuItemConstructorOptions => ({
    id: action,
    label: t(`menu.actions.${action}`),
    enabled: kase !== undefined,
    click: () => entry && windows.tell(entry, 'menu', { action }),
    ...more,
  });
  const always = { enabled: entry !== undefined };
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const named = (key: 'undo' | 'redo', what: NamedAction | null): string =>
    what ? t(`menu.${key}Named`, { action: what.action, on: what.on }) : t(`menu.${key}`);

  const file: MenuItemConstructorOptions[] = [
    inWindow('new-case', { ...always, accelerator: 'CmdOrCtrl+N' }),
    { label: t('menu.newWindow'), accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
    {
      label: t('menu.openEllipsis'),
      accelerator: 'CmdOrCtrl+O',
      ...always,
      click: () => entry && actions.openCase(entry),
    },
    {
      label: t('menu.recent'),
      submenu: preferences.all.recent.map(({ path, title }) => ({
        label: `${title} · ${basename(path)}`,
        click: () => entry && actions.openPath(path, entry),
      })),
      enabled: preferences.all.recent.length > 0,
    },
    {
      label: t('menu.allSamples'),
      ...always,
      submenu: SAMPLES.map(({ id }) => ({
        label: t(`menu.sampleNames.${id}`),
        click: () => entry && actions.openSample(id, entry),
      })),
    },
    line,
    inWindow('add-document', { accelerator: 'CmdOrCtrl+I' }),
    inWindow('add-version'),
    inWindow('versions'),
    inWindow('changed-text'),
    inWindow('save', { accelerator: 'CmdOrCtrl+S' }),
    inWindow('view-report', {
      id: 'export',
      label: t('menu.exportReportEllipsis'),
      accelerator: 'CmdOrCtrl+E',
    }),
    line,
    inWindow('save-as', { accelerator: 'CmdOrCtrl+Shift+S' }),
    inWindow('duplicate'),
    inWindow('earlier-versions'),
    inWindow('rename-case'),
    inWindow('standard'),
    inWindow('publishing'),
    {
      label: t('menu.closeCase'),
      enabled: kase !== undefined,
      click: () => entry && actions.closeCase(entry),
    },
    mac ? { role: 'close' } : { role: 'quit', label: t('menu.quit') },
  ];

  const edit: MenuItemConstructorOptions[] = [
    // In a text field these keys take back typing; the window tells the two apart, so it hears them first.
    inWindow('undo', {
      label: named('undo', undo),
      enabled: undo !== null,
      accelerator: 'CmdOrCtrl+Z',
      registerAccelerator: mac,
    }),
    inWindow('redo', {
      label: named('redo', redo),
      enabled: redo !== null,
      accelerator: 'CmdOrCtrl+Shift+Z',
      registerAccelerator: mac,
    }),
    line,
    { role: 'cut', label: t('menu.cut') },
    { role: 'copy', label: t('menu.copy') },
    { role: 'paste', label: t('menu.paste') },
    { role: 'selectAll', label: t('menu.selectAll') },
    line,
    inWindow('find', { accelerator: 'CmdOrCtrl+F' }),
    inWindow('find-next', { accelerator: 'F3' }),
    inWindow('copy-with-reference', { accelerator: 'CmdOrCtrl+Shift+C' }),
    line,
    inWindow('trash'),
    inWindow('settings', { ...always, accelerator: 'CmdOrCtrl+,' }),
  ];

  const allegation: MenuItemConstructorOptions[] = [
    inWindow('new-allegation'),
    inWindow('edit-allegation'),
    inWindow('move'),
    line,
    inWindow('add-evidence'),
    inWindow('add-response'),
    inWindow('add-query'),
    inWindow('relate'),
    inWindow('verify-quote'),
    inWindow('review'),
    line,
    inWindow('add-exhibits'),
    inWindow('paste-exhibit'),
    inWindow('exhibits'),
    inWindow('add-source'),
    inWindow('protected-names'),
    line,
    inWindow('remove-allegation'),
  ];

  const view: MenuItemConstructorOptions[] = [
    inWindow('view-document', { accelerator: 'CmdOrCtrl+1' }),
    inWindow('view-board', { accelerator: 'CmdOrCtrl+2' }),
    inWindow('view-sources', { accelerator: 'CmdOrCtrl+3' }),
    inWindow('view-open', { accelerator: 'CmdOrCtrl+4' }),
    inWindow('view-history', { accelerator: 'CmdOrCtrl+5' }),
    inWindow('view-report', { accelerator: 'CmdOrCtrl+6' }),
    line,
    inWindow('palette', { ...always, accelerator: 'CmdOrCtrl+K' }),
    line,
    { role: 'resetZoom', label: t('menu.zoomReset') },
    { role: 'zoomIn', label: t('menu.zoomIn') },
    { role: 'zoomOut', label: t('menu.zoomOut') },
    { role: 'togglefullscreen', label: t('menu.fullScreen') },
  ];

  return Menu.buildFromTemplate([
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: t('menu.file'), submenu: file },
    { label: t('menu.edit'), submenu: edit },
    { label: t('menu.allegation'), submenu: allegation },
    { label: t('menu.view'), submenu: view },
    {
      label: t('menu.help'),
      role: 'help',
      submenu: [
        inWindow('shortcuts', { ...always, accelerator: 'CmdOrCtrl+/' }),
        inWindow('verify'),
        inWindow('about', always),
      ],
    },
  ]);
}
