import { AppError } from '../../platform/errors.ts';
import type { Tx } from '../../platform/postgres.ts';
import { refuseLostPictures, type IsGone } from '../../platform/rich-text/lost-pictures.ts';
import { pictureSources, withPictureSources } from '../../platform/rich-text/picture-sources.ts';
import { contentIdOf, pictureIdsIn, readAddress } from './addresses.ts';
import { sentence } from './error-words/index.ts';
import { megabytes, roomFor } from './limits.ts';
import type { PictureType } from './read-picture.ts';
import { findPictures, findSizes, type KeptPicture } from './repository.ts';

/** What a body with pictures may be refused with when it is sent. */
export const BODY_PICTURE_PROBLEMS = ['picture_not_sendable', 'pictures_too_large'] as const;

type Sizes = ReadonlyMap<string, number>;
const NO_SIZES: Sizes = new Map();

/**
 * Whether an address in a cleaned body of this rep is a picture of ours that the rep may not use: it is gone, a colleague's, or another
 * org's. Those that are there stay for days, so that the rep can go on writing.
 */
export async function findGone(tx: Tx, orgId: string, userId: string, cleanHtml: string, now: Date): Promise<IsGone> {
  const ids = pictureIdsIn(cleanHtml, orgId);
  return isGoneAmong(orgId, ids.length === 0 ? NO_SIZES : await findSizes(tx, orgId, userId, ids, now));
}

/**
 * Refuses a cleaned body that would not arrive as it was written. AppError 422 `picture_not_sendable` with the names of lost pictures; 413
 * `pictures_too_large` with the size and what fits. Answers with the bytes of its pictures together.
 */
export async function checkPictures(
  /** How the database is asked, which is done for words with pictures alone. */
  ask: (read: (tx: Tx) => Promise<Sizes>) => Promise<Sizes>,
  orgId: string,
  userId: string,
  cleanHtml: string,
  now: Date,
): Promise<number> {
  const ids = pictureIdsIn(cleanHtml, orgId);
  const sizes = ids.length === 0 ? NO_SIZES : await ask((tx) => findSizes(tx, orgId, userId, ids, now));
  refuseLostPictures(cleanHtml, isGoneAmong(orgId, sizes));
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const room = roomFor(cleanHtml);
  if (bytes <= room) return bytes;
  const title = sentence('picturesTooLarge', { size: megabytes(bytes), room: Math.floor(room / 100_000) / 10 });
  throw new AppError('pictures_too_large', { title, bytes, limit: room });
}

function isGoneAmong(orgId: string, kept: ReadonlyMap<string, unknown>): IsGone {
  return function isGone(source) {
    const address = readAddress(source);
    return address !== null && (address.orgId !== orgId || !kept.has(address.id));
  };
}

/** A picture as a part of a message. */
export interface EmbeddedPicture {
  /** Without angle brackets. */
  contentId: string;
  type: PictureType;
  fileName: string;
  bytes: Buffer;
}

export interface Embedded {
  html: string;
  pictures: EmbeddedPicture[];
}

/** The HTML of an email as it leaves, with each of our pictures as one part however often it stands there. Null when one is gone. */
export async function embedPictures(tx: Tx, orgId: string, userId: string, html: string): Promise<Embedded | null> {
  const kept = await keptIn(tx, orgId, userId, html);
  const isGone = isGoneAmong(orgId, kept);
  if (pictureSources(html).some(isGone)) return null;
  const embedded = withPictureSources(html, (source) => {
    const address = readAddress(source);
    return address && `cid:${contentIdOf(address.id)}`;
  });
  const pictures = [...kept.values()].map(({ id, type, bytes }, index) => {
    const fileName = `picture-${String(index + 1)}.${type.slice('image/'.length).replace('jpeg', 'jpg')}`;
    return { contentId: contentIdOf(id), type, fileName, bytes };
  });
  return { html: embedded, pictures };
}

/**
 * The HTML of an email with its pictures in it, for a page that may load nothing. `bodyHtml` are the words as they are kept, which name the
 * pictures; `html` is what left or would leave.
 */
export async function withShownPictures(tx: Tx, orgId: string, userId: string, bodyHtml: string, html: string): Promise<string> {
  const kept = await keptIn(tx, orgId, userId, bodyHtml);
  if (kept.size === 0) return html;
  const byContentId = new Map([...kept.values()].map((picture) => [`cid:${contentIdOf(picture.id)}`, picture]));
  return withPictureSources(html, (source) => {
    const picture = byContentId.get(source) ?? kept.get(readAddress(source)?.id ?? '');
    return picture ? `data:${picture.type};base64,${picture.bytes.toString('base64')}` : null;
  });
}

/** In the order in which they stand there. */
async function keptIn(tx: Tx, orgId: string, userId: string, html: string): Promise<Map<string, KeptPicture>> {
  const ids = pictureIdsIn(html, orgId);
  if (ids.length === 0) return new Map();
  const found = new Map((await findPictures(tx, orgId, userId, ids)).map((picture) => [picture.id, picture]));
  return new Map(ids.flatMap((id) => (found.has(id) ? [[id, found.get(id) as KeptPicture]] : [])));
}
