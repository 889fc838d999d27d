import { createHash, randomBytes } from 'node:crypto';
import { pictureSources } from '../../platform/rich-text/picture-sources.ts';

/** The org in front, as in all links: so a picture is looked up inside one org. */
const ADDRESS = /^https?:\/\/[^\s/?#]+\/pictures\/([A-Za-z0-9]{18})\.([\w-]{24})$/;

export interface PictureAddress {
  orgId: string;
  id: string;
}

/** 144 random bits: whoever has the address of a picture may see it. */
export function newPictureId(): string {
  return randomBytes(18).toString('base64url');
}

export function addressOf(publicUrl: string, { orgId, id }: PictureAddress): string {
  return `${publicUrl}/pictures/${orgId}.${id}`;
}

/** Null for an address that is no picture's of ours. Whichever host it names: the service may have moved since the words were written. */
export function readAddress(source: string): PictureAddress | null {
  const [, orgId, id] = ADDRESS.exec(source) ?? [];
  return orgId === undefined || id === undefined ? null : { orgId, id };
}

/** The pictures of an org in a cleaned text, each once. */
export function pictureIdsIn(cleanHtml: string, orgId: string): string[] {
  const addresses = pictureSources(cleanHtml).map(readAddress);
  return [...new Set(addresses.flatMap((address) => (address?.orgId === orgId ? [address.id] : [])))];
}

/** What a picture is called inside a message (RFC 2392). It says nothing of the address, which is nobody's business outside. */
export function contentIdOf(id: string): string {
  return `${createHash('sha256').update(id).digest('hex').slice(0, 32)}@msi-actions`;
}
