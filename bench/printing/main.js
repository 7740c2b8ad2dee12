/** Prints two pages in turn, each in a window of its own as Stet does (electron/report/print.ts), and tells how long it took. */
import { app, BrowserWindow } from 'electron';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const dataFolder = app.commandLine.getSwitchValue('user-data-dir');
if (dataFolder !== '') app.setPath('userData', dataFolder);
const [page, table, pdf, times, rounds] = process.argv.slice(process.argv.indexOf('--') + 1);

const TAGGED = { pageSize: 'A4', printBackground: true, generateTaggedPDF: true };
/** What a report has besides. */
const OWN = {
  ...TAGGED,
  generateDocumentOutline: true,
  displayHeaderFooter: true,
  footerTemplate: '<span></span>',
};

async function print(file, options) {
  const started = performance.now();
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, javascript: false, spellcheck: false },
  });
  try {
    await window.loadFile(file);
    const bytes = await window.webContents.printToPDF(options);
    return { bytes, time: performance.now() - started };
  } finally {
    window.destroy();
  }
}

async function measure() {
  const found = { own: [], plain: [] };
  // The first is slower, since Chromium gets its fonts ready; printing a whole report takes the better part of a minute.
  await print(path.join(import.meta.dirname, 'package.json'), TAGGED);
  for (let round = 0; round < Number(rounds); round++) {
    found.plain.push((await print(table, TAGGED)).time);
    const own = await print(page, OWN);
    found.own.push(own.time);
    writeFileSync(pdf, own.bytes);
  }
  writeFileSync(times, JSON.stringify(found));
}

app.on('window-all-closed', () => {});
// Not awaited here: Electron is not ready before this file has been run to its end.
void app
  .whenReady()
  .then(measure)
  .finally(() => app.quit());
