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
/** What stands behind the name of an org whose Visualforce pages these are, by the address of its Lightning pages. */
const VISUALFORCE: Record<(typeof CLOUDS)[number]['lightning'], string> = {
  'lightning.force.com': 'vf.force.com',
  'lightning.crmforce.mil': 'vf.crmforce.mil',
  'lightning.sfcrmapps.cn': 'vf.sfcrmapps.cn',
};
/** The namespace of our pages. `c` is that of an org's own code, which a package without a namespace becomes part of. */
const NAMESPACE = 'c';

function hostsOf(suffix: string): RegExp {
  return new RegExp(`^(${NAME}(?:\\.(?:${PARTITION}))?)\\.${suffix.replaceAll('.', '\\.')}$`);
}
/** The namespace stands behind the org's name and before the partition: `acme--uat--c.sandbox.vf.force.com`. */
function visualforceHostsOf(suffix: string): RegExp {
  return new RegExp(`^(${NAME})--${NAMESPACE}((?:\\.(?:${PARTITION}))?)\\.${suffix.replaceAll('.', '\\.')}$`);
}
const MY_DOMAINS = CLOUDS.map(({ myDomain, lightning }) => ({ host: hostsOf(myDomain), lightning }));
const LIGHTNINGS = CLOUDS.map(({ myDomain, lightning }) => ({ host: hostsOf(lightning), myDomain, visualforce: VISUALFORCE[lightning] }));
const VISUALFORCES = CLOUDS.map(({ lightning }) => ({ host: visualforceHostsOf(VISUALFORCE[lightning]), lightning }));
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

/** The origins from which an org's Classic pages show ours: the Visualforce page itself, and the record page around it. */
export interface ClassicOrigins {
  visualforce: string;
  myDomain: string;
}

/**
 * Where Salesforce serves our Visualforce pages, and the Classic pages around them, for an org with this Lightning origin. Null for an
 * origin in no documented shape. The shapes are those of My Domain with enhanced domains, which every org has.
 */
export function classicOriginsOf(lightningOrigin: string): ClassicOrigins | null {
  const url = new URL(lightningOrigin);
  for (const { host, myDomain, visualforce } of LIGHTNINGS) {
    const [name = '', partition = ''] = (host.exec(url.hostname)?.[1] ?? '').split(/(?=\.)/);
    if (name && isPlainHttps(url))
      return {
        visualforce: `https://${name}--${NAMESPACE}${partition}.${visualforce}`,
        myDomain: `https://${name}${partition}.${myDomain}`,
      };
  }
  return null;
}

/**
 * The Lightning origin of the org whose copy of our Visualforce pages has this origin; null for any other origin, such as that of another
 * package in the same org. Each Visualforce origin belongs to one Lightning origin at most, so it can be trusted exactly as much.
 */
export function lightningOfVisualforce(origin: string): string | null {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url?.origin !== origin || !isPlainHttps(url)) return null;
  for (const { host, lightning } of VISUALFORCES) {
    const match = host.exec(url.hostname);
    if (match) return `https://${match[1] ?? ''}${match[2] ?? ''}.${lightning}`;
  }
  return null;
}

function isPlainHttps(url: URL): boolean {
  return url.protocol === 'https:' && url.port === '';
}
