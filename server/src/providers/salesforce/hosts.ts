import { ProviderError } from '../../platform/provider-error.ts';

/** A name and, for a sandbox, the sandbox's after two hyphens. */
const NAME = '[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?';
/** Partitions of My Domain that Salesforce documents for customers' orgs (`DomainPartition`). */
const PARTITION = 'sandbox|develop|scratch|trailblaze|demo|patch|free';
/** Where an org's data, its Lightning pages and its Setup are: everywhere, in Government Cloud (Defense), and in China. */
const CLOUDS = [
  { myDomain: 'my.salesforce.com', lightning: 'lightning.force.com', setup: 'my.salesforce-setup.com' },
  { myDomain: 'my.salesforce.mil', lightning: 'lightning.crmforce.mil' },
  { myDomain: 'my.sfcrmproducts.cn', lightning: 'lightning.sfcrmapps.cn' },
] as const;

function hostsOf(suffix: string): RegExp {
  return new RegExp(`^(${NAME}(?:\\.(?:${PARTITION}))?)\\.${suffix.replaceAll('.', '\\.')}$`);
}
const MY_DOMAINS = CLOUDS.map(({ myDomain, lightning }) => ({ host: hostsOf(myDomain), lightning }));
const ORG_HOSTS = CLOUDS.flatMap((cloud) => Object.values(cloud).map((suffix) => ({ host: hostsOf(suffix), cloud })));
const LOGIN_HOST = /^(?:login|test)\.salesforce\.com$/;

/**
 * The origin of an address that we may send tokens to: Salesforce's login hosts, My Domains over https, or one of
 * `extraOrigins`. Everything else is refused with a ProviderError of kind `invalid`, before any request: an address
 * out of an answer or a form must not be able to point our tokens or our network at somebody else.
 */
export function allowedOrigin(address: string, extraOrigins: readonly string[] = []): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.username === '' && url.password === '') {
    if (extraOrigins.includes(url.origin)) return url.origin;
    if (isPlainHttps(url) && (LOGIN_HOST.test(url.hostname) || MY_DOMAINS.some(({ host }) => host.test(url.hostname)))) return url.origin;
  }
  throw new ProviderError('invalid', 'This is not an address of Salesforce.', { provider: 'salesforce', vendorCode: 'HOST_NOT_ALLOWED' });
}

/** The origins of one org. */
export interface OrgAddress {
  myDomain: string;
  lightning: string;
}

/**
 * The org of an address as people copy it out of the address bar: of a record, of Setup, of the My Domain, with whatever follows the host.
 * Null for what is no address of an org. Hosts are matched whole, in the shapes that Salesforce documents.
 */
export function readOrgAddress(copied: string): OrgAddress | null {
  const text = copied.trim();
  const withScheme = text.includes('://') ? text : `https://${text}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : null;
  if (!url || !isPlainHttps(url) || url.username !== '' || url.password !== '') return null;
  for (const { host, cloud } of ORG_HOSTS) {
    const name = host.exec(url.hostname)?.[1];
    if (name) return { myDomain: `https://${name}.${cloud.myDomain}`, lightning: `https://${name}.${cloud.lightning}` };
  }
  return null;
}

/** Where the Lightning pages of an org are, by its My Domain; the address itself when it is no My Domain. */
export function lightningOriginOf(myDomainUrl: string): string {
  const url = new URL(myDomainUrl);
  for (const { host, lightning } of MY_DOMAINS) {
    const name = host.exec(url.hostname)?.[1];
    if (name) return `https://${name}.${lightning}`;
  }
  return url.origin;
}

function isPlainHttps(url: URL): boolean {
  return url.protocol === 'https:' && url.port === '';
}
