/** Opens the built app for a person. */
import childProcess from 'node:child_process';
import { callerFolder } from './common.mjs';
import { appEnvironment, electronExecutable, launchArgs } from './launch.mjs';

/**
 * @param {string[]} args what a person would type after `stet`
 * @returns {Promise<number>} the exit code, once the app has ended
 */
export function openWindow(args, env = {}) {
  return new Promise((resolve, reject) => {
    const app = childProcess.spawn(electronExecutable(), launchArgs(args), {
      cwd: callerFolder,
      stdio: 'inherit',
      env: { ...appEnvironment(), ...env },
    });
    // Whoever ends this command ends the app.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => app.kill(signal));
    app.once('error', reject);
    app.once('exit', (code) => resolve(code ?? 1));
  });
}
