import { signaturePathOf } from '../signing/sign-report.ts';
import { verifySignature } from '../signing/verify-signature.ts';
import { read, required } from './arguments.ts';
import { EXIT, fileStop, usage, type Voice } from './outcome.ts';

/** What was checked and does not hold, apart from what could not be checked. */
const WANTING: readonly string[] = ['signature-unsound', 'signature-for-else', 'not-among-signers'];

/**
 * `stet verify-signature REPORT [--signature FILE] [--signers FILE --identity NAME]`: whether a report is what was signed,
 * and by which key.
 */
export async function verifySignatureVerb(args: readonly string[], { t, out }: Voice): Promise<void> {
  const given = read(args, ['signature', 'signers', 'identity'], [], t);
  const [path, ...more] = given.rest;
  if (path === undefined || more.length > 0) throw usage(t, 'usage.verifySignature');
  const [list, name] = [given.text('signers'), given.text('identity')];
  const signers =
    list === undefined && name === undefined
      ? null
      : { path: required(list, '--signers', t), identity: required(name, '--identity', t) };
  const verified = await verifySignature(path, given.text('signature') ?? signaturePathOf(path), signers);
  if (!verified.ok) {
    const { problem, file } = verified.error;
    throw fileStop(WANTING.includes(problem.code) ? EXIT.wanting : EXIT.input, file, problem, t);
  }
  const { fingerprint, keyType } = verified.value;
  out(
    signers
      ? `${t('cli.signatureBy', { fingerprint, keyType, identity: signers.identity })}\n`
      : `${t('cli.signatureHolds', { fingerprint, keyType })}\n`,
  );
}
