import { resolve } from 'node:path';
import type { FileProblem, ProblemAt, SaveProblem, SigningProblem } from '../../shared/problems.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import {
  fingerprint,
  LONGEST_SIGNATURE,
  NAMESPACE,
  parseSignature,
  type SshSignature,
} from '../../shared/signing/sshsig.ts';
import { realDisk, sameFingerprint } from '../case-store/disk.ts';
import { ChangedOnDisk, readProblem, saveProblem } from '../case-store/problems.ts';
import { replaceFile } from '../case-store/replace-file.ts';
import { readRegularFile } from '../read-file.ts';
import { checkSignature } from './check-signature.ts';
import { isTooOld, runKeygen, type KeygenOptions, type KeygenRun } from './ssh-keygen.ts';

export interface Signed {
  signaturePath: string;
  fingerprint: string;
  keyType: string;
}

export type SignProblem = ProblemAt<SigningProblem | FileProblem | SaveProblem>;

/** Where the signature of a file stands, as ssh-keygen has it. */
export const signaturePathOf = (path: string): string => `${path}.sig`;

/**
 * Signs the bytes of a report with a person's own SSH key and puts the signature beside it. `keyPath` is a private key,
 * or a public one whose private half an agent or the file beside it has. The signature is checked before it is written.
 *
 * What stands in its place gives way if it is a signature of Stet's that has become void, because the report was written
 * anew, or is by the same key. Anything else is kept and refused: the signature of this very report by somebody else
 * above all, and a file that is no signature of a report.
 */
export async function signReport(
  path: string,
  keyPath: string,
  options: KeygenOptions,
): Promise<Result<Signed, SignProblem>> {
  const signaturePath = signaturePathOf(path);
  const state = await realDisk.fingerprint(path).catch(() => null);
  const report = await readRegularFile(path);
  if (!report.ok) return fail({ problem: report.error, file: path });
  const found = await findKey(keyPath);
  if (found) return fail({ problem: found, file: keyPath });

  const ran = await runKeygen(['-Y', 'sign', '-n', NAMESPACE, '-f', resolve(keyPath)], report.value, options);
  const signature = ran?.code === 0 ? parseSignature(ran.out) : null;
  if (!signature) return fail({ problem: signingProblem(ran), file: keyPath });
  const soundness = checkSignature(signature, report.value);
  if (soundness === 'unknown-kind') return fail({ problem: { code: 'key-not-supported' }, file: keyPath });
  if (soundness === 'unsound' || signature.namespace !== NAMESPACE)
    return fail({ problem: { code: 'signing-failed', detail: 'unsound' }, file: keyPath });
  if (!sameFingerprint(state, await realDisk.fingerprint(path).catch(() => null)))
    return fail({ problem: { code: 'changed-while-signed' }, file: path });

  const written = await write(signaturePath, ran?.out ?? '', (standing) =>
    mayReplace(standing, signature, report.value),
  );
  if (!written.ok) return fail({ problem: written.error, file: signaturePath });
  return ok({ signaturePath, fingerprint: fingerprint(signature), keyType: signature.keyType });
}

/** What is wrong with the place of a key, as far as that can be told without reading it. */
async function findKey(path: string): Promise<FileProblem | null> {
  try {
    return (await realDisk.fingerprint(path)) === null ? { code: 'file-missing' } : null;
  } catch (error) {
    return readProblem(error);
  }
}

async function write(
  path: string,
  text: string,
  mayGo: (standing: string) => boolean,
): Promise<Result<null, SigningProblem | SaveProblem>> {
  try {
    const state = await realDisk.fingerprint(path);
    if (state) {
      const standing = await readRegularFile(path, LONGEST_SIGNATURE);
      if (!standing.ok || !mayGo(standing.value.toString('latin1')))
        return fail({ code: 'signature-in-the-way' });
    }
    await replaceFile(realDisk, path, [text], {
      before: async () => {
        if (!sameFingerprint(state, await realDisk.fingerprint(path))) throw new ChangedOnDisk();
      },
    });
    return ok(null);
  } catch (error) {
    return fail(saveProblem(error));
  }
}

function mayReplace(standing: string, made: SshSignature, report: Uint8Array): boolean {
  const other = parseSignature(standing);
  if (other?.namespace !== NAMESPACE) return false;
  return fingerprint(other) === fingerprint(made) || checkSignature(other, report) === 'unsound';
}

/** What ssh-keygen says when it cannot sign; its words are the only thing that tells one reason from another. */
const REASONS: readonly [RegExp, Exclude<SigningProblem['code'], 'signing-failed'>][] = [
  [/UNPROTECTED PRIVATE KEY|bad permissions/i, 'key-too-open'],
  [/No private key found/i, 'key-without-private-half'],
  [/Couldn't load public key/i, 'not-a-key'],
  [/agent refused/i, 'agent-refused'],
  [/passphrase/i, 'passphrase-needed'],
];

function signingProblem(ran: KeygenRun | null): SigningProblem {
  if (!ran) return { code: 'no-ssh-keygen' };
  if (ran.ended === 'cancelled') return { code: 'signing-cancelled' };
  if (ran.ended === 'took-too-long') return { code: 'signing-took-too-long' };
  if (isTooOld(ran)) return { code: 'ssh-keygen-too-old' };
  const code = REASONS.find(([words]) => words.test(ran.err))?.[1];
  if (code) return { code };
  // Its last words after the last colon: what is before them may hold paths, and with them the name of an account.
  const last = ran.err.trim().split('\n').at(-1) ?? '';
  const detail =
    last
      .split(': ')
      .at(-1)
      ?.replace(/[^\x20-\x7e]/g, '') ?? '';
  return { code: 'signing-failed', detail: detail || 'ssh-keygen' };
}
