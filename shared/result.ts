/**
 * The answer of anything that is expected to fail now and then: a value, never a thrown error, because thrown
 * errors are bugs here and because Electron drops the fields of an error that crosses to the window.
 */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
