/** The least that an Electron application can be: one window as large as Stet's, with nothing in it. */
import { app, BrowserWindow } from 'electron';

const dataFolder = app.commandLine.getSwitchValue('user-data-dir');
if (dataFolder !== '') app.setPath('userData', dataFolder);

app.on('window-all-closed', () => app.quit());
// Not awaited here: Electron is not ready before this file has been run to its end.
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 840,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  return window.loadURL('about:blank');
});
