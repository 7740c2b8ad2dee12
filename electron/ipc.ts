import { ipcMain } from 'electron';
import { INPUTS, type Input, type Method, type Outputs } from '../shared/api.ts';
import { isOwnPage } from './security.ts';
import type { CaseWindow, Windows } from './windows.ts';

/** What carries out each method of the contract, for the window that asked. */
export type Handlers = {
  [M in Method]: (input: Input<M>, entry: CaseWindow) => Promise<Outputs[M]> | Outputs[M];
};

/**
 * The only place where the window's questions come in. An unknown sender or a malformed input throws: it is a bug or
 * an attack, and the page gets an error without a word of what went wrong inside.
 */
export function answerWindows(windows: Windows, handlers: Handlers, devServer: string | null): void {
  for (const method of Object.keys(INPUTS) as Method[]) {
    ipcMain.handle(`stet:${method}`, async (event, raw: unknown) => {
      const frame = event.senderFrame;
      const own =
        frame !== null && (isOwnPage(frame.url) || (devServer !== null && frame.url.startsWith(devServer)));
      const entry =
        own && event.sender.mainFrame.frameTreeNodeId === frame.frameTreeNodeId
          ? windows.of(event.sender)
          : undefined;
      if (!entry) throw new Error(`${method}: unknown sender`);
      const input = INPUTS[method].safeParse(raw);
      if (!input.success) throw new Error(`${method}: malformed input`);
      return (handlers[method] as (input: unknown, entry: CaseWindow) => unknown)(input.data, entry);
    });
  }
}
