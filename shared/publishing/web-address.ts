/** An address of the web, as far as it has to be understood here: which page it is of, and on whose host. */
export interface WebAddress {
  /** In lower case, without a port. */
  host: string;
  /** Without its fragment. */
  page: string;
  /** Without `#`; null where there is none. */
  fragment: string | null;
}

const ADDRESS =
  /^(?<scheme>https?):\/\/(?<host>[^\s/?#@:[\]\\<>"]+)(?<port>:\d{1,5})?(?<path>[/?][^\s#<>"\\]*)?(?:#(?<fragment>[^\s<>"\\]*))?$/iu;

/** An absolute address with http or https, without a user or password; null for anything else. */
export function webAddress(text: string): WebAddress | null {
  const found: Record<string, string | undefined> | undefined = ADDRESS.exec(text)?.groups;
  if (!found) return null;
  const host = (found['host'] ?? '').toLowerCase();
  const origin = `${(found['scheme'] ?? '').toLowerCase()}://${host}${found['port'] ?? ''}`;
  return { host, page: `${origin}${found['path'] ?? '/'}`, fragment: found['fragment'] ?? null };
}

/** Whether a host is the publisher's own, or below it; `www.` says nothing about whose it is. */
export function isHostOf(host: string, publisher: string): boolean {
  const [own, given] = [publisher, host].map((name) => name.replace(/^www\./, ''));
  return given === own || (given?.endsWith(`.${own}`) ?? false);
}
