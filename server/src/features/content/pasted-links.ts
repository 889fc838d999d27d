import type { Tx } from '../../platform/postgres.ts';
import { linkAddresses, withLinkAddresses } from '../../platform/rich-text/link-addresses.ts';
import { addressInWords, readAddressAtRecipient } from './addresses.ts';
import { findLinks } from './links-repository.ts';

/** What every address at a recipient has: without it a text need not be read. */
const MARK = '/content/';

/**
 * Cleaned words whose links to contents were copied from an email that was sent, or stand in a quoted one. They lead to the same contents
 * as if they had been inserted: otherwise what these recipients do would count for the recipients of that email. Words without such links
 * ask nothing.
 */
export async function withPastedLinks(tx: Tx, orgId: string, cleanHtml: string): Promise<string> {
  if (!cleanHtml.includes(MARK)) return cleanHtml;
  const keys = linkAddresses(cleanHtml).map(readAddressAtRecipient);
  const tokens = keys.flatMap((key) => (key?.orgId === orgId ? [key.token] : []));
  if (tokens.length === 0) return cleanHtml;
  const links = new Map((await findLinks(tx, orgId, tokens)).map((link) => [link.token, link]));
  return withLinkAddresses(cleanHtml, (href) => {
    const key = readAddressAtRecipient(href);
    const link = key?.orgId === orgId ? links.get(key.token) : undefined;
    return link ? addressInWords(href.slice(0, href.lastIndexOf(MARK)), { orgId, id: link.id }, link.isTracked) : null;
  });
}
