import { randomBytes } from 'node:crypto';
import { linkAddresses } from '../../platform/rich-text/link-addresses.ts';

/** The org in front, as in all links: so a content is looked up inside one org. */
const IN_WORDS =
  /^https?:\/\/[^\s/?#]+\/content\/in\/([A-Za-z0-9]{18})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(\?tracked=no)?$/;
const AT_RECIPIENT = /^([A-Za-z0-9]{18})\.([\w-]{24})$/;
const LINK_AT_RECIPIENT = /^https?:\/\/[^\s/?#]+\/content\/([\w.-]+)$/;
/** What every address in words has: without it a text need not be read. */
const MARK = '/content/in/';

export interface ContentKey {
  orgId: string;
  id: string;
}

/** A content as words link to it. */
export interface LinkedContent {
  id: string;
  /** Whether the rep learns of what recipients do with it. */
  isTracked: boolean;
}

export interface LinkKey {
  orgId: string;
  token: string;
}

/** What stands in drafts and templates. Each email that leaves gets addresses of its own for its contents. */
export function addressInWords(publicUrl: string, { orgId, id }: ContentKey, isTracked: boolean): string {
  return `${publicUrl}${MARK}${orgId}.${id}${isTracked ? '' : '?tracked=no'}`;
}

/** Null for an address that is no content's in words. Whichever host it names: the service may have moved since the words were written. */
export function readAddressInWords(href: string): (ContentKey & LinkedContent) | null {
  const [, orgId, id, untracked] = IN_WORDS.exec(href) ?? [];
  return orgId === undefined || id === undefined ? null : { orgId, id, isTracked: untracked === undefined };
}

/** The public URL of the service in an address in words. */
export function serviceOf(addressInWords: string): string {
  return addressInWords.slice(0, addressInWords.indexOf(MARK));
}

/** The contents of an org in a cleaned text, each once, or twice where it is tracked in one place and not in another. */
export function contentIn(cleanHtml: string, orgId: string): LinkedContent[] {
  if (!cleanHtml.includes(MARK)) return [];
  const found = new Map<string, LinkedContent>();
  for (const href of linkAddresses(cleanHtml)) {
    const address = readAddressInWords(href);
    if (address?.orgId === orgId) found.set(href.slice(href.lastIndexOf('.')), { id: address.id, isTracked: address.isTracked });
  }
  return [...found.values()];
}

/** 144 random bits: whoever has the address of a recipient sees what the recipient sees. */
export function newLinkToken(): string {
  return randomBytes(18).toString('base64url');
}

/** Where the recipients of one email find a content. */
export function addressAtRecipient(publicUrl: string, key: LinkKey): string {
  return `${publicUrl}/content/${nameOfLink(key)}`;
}

/** The last part of such an address. */
export function nameOfLink({ orgId, token }: LinkKey): string {
  return `${orgId}.${token}`;
}

/** Null for an address that is none at which recipients find a content. Whichever host it names, as in words. */
export function readAddressAtRecipient(href: string): LinkKey | null {
  const [, name] = LINK_AT_RECIPIENT.exec(href) ?? [];
  return name === undefined ? null : readNameOfLink(name);
}

/** Null for what is no last part of such an address. */
export function readNameOfLink(name: string): LinkKey | null {
  const [, orgId, token] = AT_RECIPIENT.exec(name) ?? [];
  return orgId === undefined || token === undefined ? null : { orgId, token };
}
