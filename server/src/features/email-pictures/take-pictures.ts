import type { Tx } from '../../platform/postgres.ts';
import { withPictureSources } from '../../platform/rich-text/picture-sources.ts';
import { newPictureId, pictureIdsIn, readAddress } from './addresses.ts';
import { copyPictures } from './repository.ts';

/**
 * A cleaned body for another rep: pictures in it that belong to one of `from` are pictures of `to` from now on, as if that rep had inserted
 * them, and the body names these. The same picture is copied once. It counts in what that rep inserts within a day and is not refused for
 * it. All other addresses stay as they are.
 */
export async function takePictures(
  tx: Tx,
  orgId: string,
  { from, to }: { from: readonly string[]; to: string },
  cleanHtml: string,
  now: Date,
): Promise<string> {
  const others = from.filter((userId) => userId !== to);
  const ids = others.length === 0 ? [] : pictureIdsIn(cleanHtml, orgId);
  if (ids.length === 0) return cleanHtml;
  const copies = ids.map((id) => ({ id, copyId: newPictureId() }));
  const taken = await copyPictures(tx, orgId, { from: others, to, copies }, now);
  return withPictureSources(cleanHtml, (source) => {
    const address = readAddress(source);
    const id = address?.orgId === orgId ? taken.get(address.id) : undefined;
    return id === undefined ? null : `${source.slice(0, source.lastIndexOf('.') + 1)}${id}`;
  });
}
