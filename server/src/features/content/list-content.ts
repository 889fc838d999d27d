import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { addressInWords } from './addresses.ts';
import { findContent, listContent, type StoredContent } from './repository.ts';
import type { Content, ContentList, ContentQuestion } from './schemas.ts';

const MOST_AT_ONCE = 200;

interface Dependencies {
  pool: Pool;
  publicUrl: string;
}

/** CT-2: what a rep can link to: own files and those that colleagues share. */
export type ListContent = (orgId: string, userId: string, question: ContentQuestion) => Promise<ContentList>;

export function createListContent({ pool, publicUrl }: Dependencies): ListContent {
  return async function list(orgId, userId, { search, scope }) {
    const patterns = search
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const found = await inOrg(pool, orgId, (tx) => listContent(tx, orgId, userId, { scope, patterns, most: MOST_AT_ONCE + 1 }));
    const items = found.slice(0, MOST_AT_ONCE).map((content) => withAddress(publicUrl, orgId, content));
    return { items, hasMore: found.length > MOST_AT_ONCE };
  };
}

/** AppError 404 for one that the rep does not see. */
export async function showContent(tx: Tx, publicUrl: string, orgId: string, userId: string, id: string): Promise<Content> {
  const content = await findContent(tx, orgId, userId, id);
  if (!content) throw new AppError('not_found');
  return withAddress(publicUrl, orgId, content);
}

function withAddress(publicUrl: string, orgId: string, { createdAt, lastViewedAt, ...content }: StoredContent): Content {
  return {
    ...content,
    createdAt: createdAt.toISOString(),
    address: addressInWords(publicUrl, { orgId, id: content.id }, true),
    lastViewedAt: lastViewedAt?.toISOString() ?? null,
  };
}
