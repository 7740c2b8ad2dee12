import { canonical, sha256Hex, type Sha256 } from '../events/seal.ts';
import type { Report } from './report-data.ts';

/**
 * The content hash of a report: SHA-256 of its data in canonical form (RFC 8785), in hexadecimal. It is the same for
 * every form that is written from the data, and anybody can compute it from the JSON: without `kind` and `version`.
 */
export function contentHash(report: Report, sha256: Sha256 = sha256Hex): string {
  return sha256(canonical(report));
}
