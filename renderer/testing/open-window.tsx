import { render } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { vi } from 'vitest';
import type { Input } from '../../shared/api.ts';
import { translator, type Translate } from '../../shared/messages/translate.ts';
import type * as Store from '../store.ts';
import type * as UiState from '../ui-state.ts';
import type { FakeBridge } from './fake-bridge.ts';

/** A window for tests: what it knows of the case, and what is open on its screen. */
export interface TestWindow {
  store: typeof Store;
  ui: typeof UiState;
  t: Translate;
  /** Ends the connection to the bridge. */
  disconnect: () => void;
}

/** A window with something drawn in it, and somebody to use it. */
export interface OpenWindow extends TestWindow {
  user: UserEvent;
}

/**
 * Puts the bridge where the preload puts it and connects a new window to it. The window's modules hold its state, so
 * each window has modules of its own: what a test imports of them by itself would belong to another window.
 */
export async function connectWindow(bridge: FakeBridge): Promise<TestWindow> {
  Object.defineProperty(window, 'stet', { value: bridge, configurable: true });
  vi.resetModules();
  const store = await import('../store.ts');
  const ui = await import('../ui-state.ts');
  const disconnect = await store.connect();
  return { store, ui, t: translator('en'), disconnect };
}

/** The whole window; see `openWindow`. */
export const WHOLE = async (): Promise<ComponentType> => (await import('../App.tsx')).App;

/**
 * Connects a window and draws a part of it, or all, with somebody to use it. `part` imports what is drawn, so that it
 * belongs to this window.
 */
export async function openWindow(
  bridge: FakeBridge,
  part: () => Promise<ComponentType> = WHOLE,
): Promise<OpenWindow> {
  const connected = await connectWindow(bridge);
  const Part = await part();
  const { WordsProvider } = await import('../ui/words.tsx');
  render(
    <WordsProvider language="en">
      <Part />
    </WordsProvider>,
  );
  // Nothing is laid out, so nothing can lie under anything else; and nobody has to wait between two keys.
  return { ...connected, user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }) };
}

/** Puts a text into a field in place of what is there, and stays in it. */
export async function write(user: UserEvent, field: HTMLElement, text: string): Promise<void> {
  await user.clear(field);
  if (text !== '') await user.paste(text);
}

/** Carries out a command before a window is there, and answers the id of what it made of a kind. */
export async function made(bridge: FakeBridge, kind: string, command: Input<'run'>): Promise<string> {
  const answer = await bridge.run(command);
  const id = answer.ok ? answer.value.created.find((each) => each.kind === kind)?.id : undefined;
  if (id === undefined) throw new Error(`${command.type} made no ${kind}: ${JSON.stringify(answer)}`);
  return id;
}

/** Records an allegation that is not anchored to anything. */
export async function recorded(bridge: FakeBridge, statement: string): Promise<string> {
  return made(bridge, 'allegations', { type: 'record-allegation', statement, passage: null });
}
