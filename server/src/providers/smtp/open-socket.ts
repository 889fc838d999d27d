import { lookup } from 'node:dns';
import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { isPublicAddress } from '../../platform/networks.ts';

const CONNECT_TIMEOUT_MS = 5_000;

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
