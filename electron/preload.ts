import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, Input, Method, Notice, Notices, Outputs } from '../shared/api.ts';

/**
 * All that a window can reach: the methods of the contract, one by one, and nothing of Electron. Only types are
 * imported, so that no schema is loaded into every window; main parses the inputs.
 */
function ask<M extends Method>(method: M): (input: Input<M>) => Promise<Outputs[M]> {
  return (input) => ipcRenderer.invoke(`stet:${method}`, input) as Promise<Outputs[M]>;
}

const bridge = {
  appInfo: ask('appInfo'),
  listening: ask('listening'),
  setSettings: ask('setSettings'),
  newCase: ask('newCase'),
  openCase: ask('openCase'),
  openSample: ask('openSample'),
  openPath: ask('openPath'),
  closeCase: ask('closeCase'),
  settled: ask('settled'),
  cancelOpening: ask('cancelOpening'),
  saveAs: ask('saveAs'),
  duplicate: ask('duplicate'),
  backups: ask('backups'),
  showBackup: ask('showBackup'),
  restoreBackup: ask('restoreBackup'),
  openBackup: ask('openBackup'),
  takeOver: ask('takeOver'),
  settleOutside: ask('settleOutside'),
  loadCase: ask('loadCase'),
  moreRows: ask('moreRows'),
  details: ask('details'),
  document: ask('document'),
  names: ask('names'),
  trash: ask('trash'),
  sources: ask('sources'),
  source: ask('source'),
  originGraph: ask('originGraph'),
  openPoints: ask('openPoints'),
  changedText: ask('changedText'),
  saveChangedText: ask('saveChangedText'),
  identity: ask('identity'),
  keepIdentity: ask('keepIdentity'),
  eraseIdentity: ask('eraseIdentity'),
  protectedNames: ask('protectedNames'),
  setProtectedNames: ask('setProtectedNames'),
  exhibits: ask('exhibits'),
  addExhibits: ask('addExhibits'),
  addExhibitFiles: ask('addExhibitFiles'),
  pasteExhibit: ask('pasteExhibit'),
  cancelExhibits: ask('cancelExhibits'),
  openExhibit: ask('openExhibit'),
  checkExhibits: ask('checkExhibits'),
  findExhibits: ask('findExhibits'),
  history: ask('history'),
  verify: ask('verify'),
  run: ask('run'),
  importDocuments: ask('importDocuments'),
  pasteDocument: ask('pasteDocument'),
  anchorCandidates: ask('anchorCandidates'),
  reportState: ask('reportState'),
  exportReport: ask('exportReport'),
  cancelReport: ask('cancelReport'),
  preparePreview: ask('preparePreview'),
  printReport: ask('printReport'),
  verifyReport: ask('verifyReport'),
  signReport: ask('signReport'),
  cancelSigning: ask('cancelSigning'),
  exportDocument: ask('exportDocument'),
  openAddress: ask('openAddress'),
  showFile: ask('showFile'),
  on<N extends Notice>(notice: N, listener: (data: Notices[N]) => void) {
    const channel = `stet:notice:${notice}`;
    const hear = (_event: unknown, data: Notices[N]): void => listener(data);
    ipcRenderer.on(channel, hear);
    return () => void ipcRenderer.removeListener(channel, hear);
  },
  pathOf: (file) => webUtils.getPathForFile(file as File),
} satisfies Bridge;

contextBridge.exposeInMainWorld('stet', bridge);
