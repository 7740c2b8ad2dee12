import { resolve } from 'node:path';
import type { FileProblem, ProblemAt } from '../../shared/problems.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { fingerprint, LONGEST_SIGNATURE, NAMESPACE, parseSignature } from '../../shared/signing/sshsig.ts';
import { readRegularFile } from '../read-file.ts';
import { checkSignature } from './check-signature.ts';
import { isTooOld, runKeygen } from './ssh-keygen.ts';

/** Why a signature of a report does not hold, or why that could not be told. */
export type SignatureProblem =
  | {
      code:
        | 'not-a-signature'
        | 'signature-unsound'
        | 'signature-for-else'
        | 'no-ssh-keygen'
        | 'ssh-keygen-too-old';
    }
  | { code: 'signature-unchecked'; keyType: string }
  /** It holds, and a list of who may sign does not have its key under that identity, or not now. */
  | { code: 'not-among-signers'; identity: string; fingerprint: string };

export interface VerifiedSignature {
  /** Who signed, as far as a signature alone can tell. */
  fingerprint: string;
  keyType: string;
}

/** A list of who may sign (ALLOWED SIGNERS in ssh-keygen(1)), and who of them it should be. */
export interface Signers {
  path: string;
  identity: string;
}

/**
 * Whether a report is what was signed. Without a list of signers that is all: whose key it was, somebody has to know.
 * With one, ssh-keygen reads the list, which may limit a key to certain times and purposes.
 */
export async function verifySignature(
  path: string,
  signaturePath: string,
  signers: Signers | null = null,
): Promise<Result<VerifiedSignature, ProblemAt<SignatureProblem | FileProblem>>> {
  const report = await readRegularFile(path);
  if (!report.ok) return fail({ problem: report.error, file: path });
  const text = await readRegularFile(signaturePath, LONGEST_SIGNATURE);
  if (!text.ok) {
    const large = text.error.code === 'too-large';
    return fail({ problem: large ? { code: 'not-a-signature' } : text.error, file: signaturePath });
  }
  const no = (problem: SignatureProblem) => fail({ problem, file: signaturePath });
  const signature = parseSignature(text.value.toString('latin1'));
  if (!signature) return no({ code: 'not-a-signature' });
  if (signature.namespace !== NAMESPACE) return no({ code: 'signature-for-else' });
  const soundness = checkSignature(signature, report.value);
  const { keyType } = signature;
  if (soundness === 'unknown-kind') return no({ code: 'signature-unchecked', keyType });
  if (soundness === 'unsound') return no({ code: 'signature-unsound' });
  const verified = { fingerprint: fingerprint(signature), keyType };
  if (!signers) return ok(verified);

  const list = await readRegularFile(signers.path);
  if (!list.ok) return fail({ problem: list.error, file: signers.path });
  const allowed = ['-f', resolve(signers.path), '-I', signers.identity];
  const ran = await runKeygen(
    ['-Y', 'verify', '-n', NAMESPACE, ...allowed, '-s', resolve(signaturePath)],
    report.value,
    { asks: 'desktop' },
  );
  if (!ran || ran.code === null) return no({ code: 'no-ssh-keygen' });
  if (isTooOld(ran)) return no({ code: 'ssh-keygen-too-old' });
  // It reads the signature by itself: that it speaks of the same key shows that it read the same one.
  if (ran.code === 0 && ran.out.trimEnd().endsWith(` ${verified.fingerprint}`)) return ok(verified);
  return no({
    code: 'not-among-signers',
    identity: signers.identity,
    fingerprint: verified.fingerprint,
  });
}
