import { lookup } from 'node:dns';
import { BlockList, connect, isIP, type LookupFunction, type Socket } from 'node:net';

const CONNECT_TIMEOUT_MS = 5_000;

/** Networks that are not the public internet: RFC 6890 and its successors. */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6');

/** True for an address on the public internet. Whatever embeds an IPv4 address in an IPv6 one is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !PRIVATE.check(address, 'ipv4');
  return family === 6 && !/^(?:::|0{1,4}:0{1,4}:)/.test(address) && !PRIVATE.check(address, 'ipv6');
}

/** A mail server in a network that nobody may be sent into. */
export class HostNotAllowed extends Error {
  readonly code = 'HOST_NOT_ALLOWED';
}

/** The address is checked where it is used, so that a name cannot point elsewhere between the check and the call. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (failure, found) => {
    const addresses = failure ? [] : found;
    const isPrivate = addresses.some(({ address }) => !isPublicAddress(address));
    const error = failure ?? (isPrivate ? new HostNotAllowed('This is not a public host.') : null);
    const [first] = addresses;
    if (error || !first || options.all) callback(error, error ? [] : addresses);
    else callback(null, first.address, first.family);
  });
};

/** Dials a server within 5 seconds. Rejects with HostNotAllowed, or with what the network said. */
export function openSocket(host: string, port: number, { allowPrivateHosts }: { allowPrivateHosts: boolean }): Promise<Socket> {
  if (!allowPrivateHosts && isIP(host) !== 0 && !isPublicAddress(host))
    return Promise.reject(new HostNotAllowed('This is not a public host.'));
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, ...(allowPrivateHosts ? {} : { lookup: publicLookup }) });
    const timer = setTimeout(
      () => socket.destroy(Object.assign(new Error('The server did not answer the call.'), { code: 'ETIMEDOUT' })),
      CONNECT_TIMEOUT_MS,
    );
    socket.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });
}
