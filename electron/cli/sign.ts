import { signaturePathOf, signReport } from '../signing/sign-report.ts';
import { read, required } from './arguments.ts';
import { EXIT, fileStop, usage, type Voice } from './outcome.ts';

/** `stet sign REPORT --key KEY`: puts a detached signature beside a report, by the person's own SSH key. */
export async function signVerb(
  args: readonly string[],
  voice: Voice & { err: (text: string) => void },
): Promise<void> {
  const { t, out, err } = voice;
  const given = read(args, ['key'], [], t);
  const [path, ...more] = given.rest;
  if (path === undefined || more.length > 0) throw usage(t, 'usage.sign');
  const key = required(given.text('key'), '--key', t);
  const signed = await signReport(path, key, {
    // Whoever is at a terminal is asked there, also on a desktop; a script has nobody at its terminal.
    asks: process.stderr.isTTY ? 'terminal' : 'desktop',
    onSaid: (text) => {
      if (text.includes('user presence')) err(`${t('cli.touch')}\n`);
    },
  });
  if (!signed.ok) {
    const { problem, file } = signed.error;
    throw fileStop(file === signaturePathOf(path) ? EXIT.output : EXIT.input, file, problem, t);
  }
  const { signaturePath, fingerprint, keyType } = signed.value;
  out(`${t('cli.signed', { path: signaturePath, fingerprint, keyType })}\n`);
}
