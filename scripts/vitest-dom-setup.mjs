/**
 * What jsdom lacks and the interface's libraries expect, for the renderer's unit tests only.
 * The real thing is exercised in Electron by the end-to-end tests.
 */
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// React Aria escapes ids with it to find elements.
globalThis.CSS ??= {};
globalThis.CSS.escape ??= (text) => String(text).replace(/[^\w-]/gu, (sign) => `\\${sign}`);

// Nothing is laid out in jsdom, so nothing ever changes its size.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

globalThis.matchMedia ??= (media) => ({
  media,
  matches: false,
  onchange: null,
  addEventListener() {},
  removeEventListener() {},
  dispatchEvent: () => false,
});

if (!('scrollIntoView' in Element.prototype)) Element.prototype.scrollIntoView = () => {};
