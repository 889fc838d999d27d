import { ProviderError } from '../../platform/provider-error.ts';

const NAME = '[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?';
const KNOWN_HOSTS = [
  /^(?:login|test)\.salesforce\.com$/,
  new RegExp(`^${NAME}(?:\\.(?:sandbox|develop|scratch|trailblaze))?\\.my\\.salesforce\\.com$`),
];

/**
 * The origin of an address that we may send tokens to: Salesforce's login hosts, My Domains over https, or one of
 * `extraOrigins`. Everything else is refused with a ProviderError of kind `invalid`, before any request: an address
 * out of an answer or a form must not be able to point our tokens or our network at somebody else.
 */
export function allowedOrigin(address: string, extraOrigins: readonly string[] = []): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.username === '' && url.password === '') {
    if (extraOrigins.includes(url.origin)) return url.origin;
    if (url.protocol === 'https:' && url.port === '' && KNOWN_HOSTS.some((host) => host.test(url.hostname))) return url.origin;
  }
  throw new ProviderError('invalid', 'This is not an address of Salesforce.', { provider: 'salesforce', vendorCode: 'HOST_NOT_ALLOWED' });
}
