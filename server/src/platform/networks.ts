import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What the registries give out; every public IPv6 address is in it (RFC 4291 2.4). */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');
/** Whoever has an IPv6 address has the 2^64 of its first four groups. */
const NETWORK_GROUPS = 4;

/**
 * True for an address on the public internet; false for private and special networks (RFC 6890), and for what is no address. An IPv4
 * address that is mapped into IPv6 counts as itself.
 */
export function isPublicAddress(address: string): boolean {
  const parsed = parse(address);
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(GIVEN_OUT)) return false;
  return parsed?.range() === 'unicast';
}

/** True for an address that leads back to this machine. */
export function isThisMachine(address: string): boolean {
  return parse(address)?.range() === 'loopback';
}

/**
 * What is counted as one place in the network: an IPv4 address, or the first 64 bits of an IPv6 address. What is no address comes back as
 * it is.
 */
export function networkOf(address: string): string {
  const parsed = parse(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed?.toString() ?? address;
  const groups = parsed.parts.slice(0, NETWORK_GROUPS).map((group) => group.toString(16));
  return `${groups.join(':')}::/64`;
}

/** Null for what the operating system would not take as an address, such as the octal numbers that ipaddr.js takes too. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (isIP(address) === 0) return null;
  const [withoutZone = ''] = address.split('%');
  // ipaddr.js takes "::8.8.8.8" for a mapped address, which it is not (RFC 4291 2.5.5.1)
  return ipaddr.process(withoutZone.replace(/^::(?=\d+\.)/, '0::'));
}
