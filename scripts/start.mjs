/** `npm start [-- CASE]`: all set-up that is still to do, then the app. */
import './node-version.mjs';
import { fail, say } from './common.mjs';
import { hasDisplay } from './display.mjs';
import { setUp } from './setup.mjs';

try {
  const args = process.argv.slice(2);
  await setUp();
  if (hasDisplay()) {
    const { openWindow } = await import('./open-window.mjs');
    process.exitCode = await openWindow(args);
  } else {
    say('There is no display here, so the app cannot open a window. The demonstration runs instead.');
    const { runDemo } = await import('./demo.mjs');
    await runDemo();
  }
} catch (error) {
  fail(error);
}
