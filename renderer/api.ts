import type { Bridge } from '../shared/api.ts';

/** The only mention of the bridge: everything the window can ask of the main process, typed by the contract. */
declare global {
  interface Window {
    /** Put there by the preload. */
    readonly stet: Bridge;
  }
}

export const api: Bridge = window.stet;
