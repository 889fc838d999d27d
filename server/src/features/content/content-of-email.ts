import type { Tx } from '../../platform/postgres.ts';
import { contentIn } from './addresses.ts';
import { withPastedLinks } from './pasted-links.ts';
import type { EmailContent } from './schemas.ts';
import { findViewed } from './views-repository.ts';

/** The contents that an email links to, in the order of its cleaned words, with what its recipients did with them. */
export async function contentOfEmail(tx: Tx, orgId: string, salesEmailId: string, cleanHtml: string): Promise<EmailContent[]> {
  const contents = contentIn(await withPastedLinks(tx, orgId, cleanHtml), orgId);
  if (contents.length === 0) return [];
  const viewed = await findViewed(tx, orgId, salesEmailId, contents);
  return viewed.map(({ lastViewedAt, ...content }) => ({ ...content, lastViewedAt: lastViewedAt?.toISOString() ?? null }));
}
