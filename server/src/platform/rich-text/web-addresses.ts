/** Longer than any browser takes, and long ones take time to look at. */
const LONGEST_ADDRESS = 4_000;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** `www.acme.example`, also with a port: what stands before that colon is no scheme. */
const LOOKS_LIKE_A_HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d{1,5})?(?:[/?#]|$)/u;
const LOOKS_LIKE_AN_ADDRESS = /^[^\s@/?#:]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;

/**
 * Where a link leads that somebody typed as people do: `www.acme.example:8080/x` gets https, `dana@globex.example` gets mailto. A mail
 * program would take them for files of its own. Everything else comes back as it is; empty when it is too long to be an address.
 */
export function withScheme(href: string): string {
  const address = href.trim();
  if (address.length > LONGEST_ADDRESS) return '';
  if (LOOKS_LIKE_A_HOST.test(address)) return `https://${address}`;
  if (address.startsWith('//')) return `https:${address}`;
  if (!HAS_SCHEME.test(address) && LOOKS_LIKE_AN_ADDRESS.test(address)) return `mailto:${address}`;
  return address;
}

/**
 * The address of a picture that anybody can load over the web; null for one that is part of a page, of another message or of somebody's
 * disk.
 */
export function reachablePicture(src: string): string | null {
  const address = withScheme(src);
  return /^https?:\/\/[^/\s]/i.test(address) ? address : null;
}
