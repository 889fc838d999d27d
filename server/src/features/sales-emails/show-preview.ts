import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { isSeenLately } from './may-see.ts';
import type { PreviewGrant, PreviewLinks } from './preview-links.ts';
import { frameOrigins } from '../orgs/index.ts';
import { withShownPictures } from '../email-pictures/index.ts';
import { showableHtml } from '../send-engine/index.ts';
import { findLastLook, findLightningOrigin, findPreview, type EmailPreview } from './repository.ts';
import { sightOf } from './seen-by.ts';

interface Preview {
  /** Byte for byte what left, or what would leave, with its pictures in it; null when the link no longer shows it. */
  html: string | null;
  /** The only addresses that may show it in a frame; none when the link is not ours. */
  frameOrigins: string[];
}

export type ShowPreview = (token: string) => Promise<Preview>;

/**
 * What the link of a preview shows. Ends with the link's 5 minutes, with the email, with the user's access to the product and to the
 * record, and when the org lets colleagues see the words no more.
 */
export function createShowPreview({
  pool,
  clock,
  links,
  extraOrigins,
}: {
  pool: Pool;
  clock: Clock;
  links: PreviewLinks;
  extraOrigins: readonly string[];
}): ShowPreview {
  return async function showPreview(token) {
    const orgId = links.orgOf(token);
    if (!orgId) return { html: null, frameOrigins: [] };
    return inOrg(pool, orgId, async (tx) => {
      const lightningOrigin = await findLightningOrigin(tx, orgId);
      const grant = links.read(token);
      const email = grant && (await findVisible(tx, grant, clock.now()));
      return {
        html: grant && email && (await shownHtml(tx, grant.orgId, email)),
        frameOrigins: lightningOrigin ? frameOrigins(lightningOrigin, extraOrigins) : [],
      };
    });
  };
}

async function shownHtml(tx: Tx, orgId: string, email: EmailPreview): Promise<string | null> {
  const html = email.sentHtml ?? showableHtml(email);
  return html === null ? null : withShownPictures(tx, orgId, email.userId, email.bodyHtml, html);
}

async function findVisible(tx: Tx, { orgId, salesEmailId, userId: viewerId }: PreviewGrant, now: Date): Promise<EmailPreview | null> {
  const email = await findPreview(tx, orgId, salesEmailId, viewerId);
  if (!email || sightOf(email, viewerId) !== 'everything') return null;
  const lastLook = email.userId === viewerId ? now : await findLastLook(tx, orgId, viewerId, email);
  return isSeenLately(lastLook, now) ? email : null;
}
