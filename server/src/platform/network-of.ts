import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** Whoever has an IPv6 address has the 2^64 of its first four groups. */
const NETWORK_GROUPS = 4;

/** What is counted as one place in the network: an IPv4 address, or the first 64 bits of an IPv6 address. */
export function networkOf(ipAddress: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ipAddress)?.[1];
  if (mapped) return mapped;
  const [address = ''] = ipAddress.split('%');
  if (!isIPv6(address)) return ipAddress;
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, GROUPS - before.length - after.length) }, () => '0');
  const groups = tail === undefined ? before : [...before, ...zeros, ...after];
  return `${groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
