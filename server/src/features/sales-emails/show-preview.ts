import { inOrg, type Pool } from '../../platform/postgres.ts';
import type { PreviewLinks } from './preview-links.ts';
import { showableHtml } from './render-html.ts';
import { findFrameOrigin, findPreview } from './repository.ts';

interface Preview {
  /** Byte for byte what left, or what would leave; null when the link no longer shows it. */
  html: string | null;
  /** The only address that may show it in a frame; null when the link is not ours. */
  frameOrigin: string | null;
}

export type ShowPreview = (token: string) => Promise<Preview>;

/** What the link of a preview shows. Ends with the link's 5 minutes, with the email, and with the user's access. */
export const createShowPreview =
  ({ pool, links }: { pool: Pool; links: PreviewLinks }): ShowPreview =>
  async (token) => {
    const link = await links.read(token);
    if (!link) return { html: null, frameOrigin: null };
    const { orgId, salesEmailId, userId } = link.grant;
    return inOrg(pool, orgId, async (tx) => {
      const frameOrigin = await findFrameOrigin(tx, orgId);
      const email = link.isExpired ? null : await findPreview(tx, orgId, salesEmailId, userId);
      return { html: email && (email.sentHtml ?? showableHtml(email)), frameOrigin };
    });
  };
