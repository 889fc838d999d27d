import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { toLongId } from '../../providers/salesforce/index.ts';
import { isSeenLately } from './may-see.ts';
import type { PreviewGrant, PreviewLinks } from './preview-links.ts';
import { frameOrigins } from '../orgs/index.ts';
import { withShownPictures } from '../email-pictures/index.ts';
import type { FillFields } from '../dynamic-fields/index.ts';
import { showableHtml } from '../send-engine/index.ts';
import { fillFor, htmlFor } from './preview-draft.ts';
import {
  findDraftToPreview,
  findLastLook,
  findLightningOrigin,
  findPreview,
  type EmailPreview,
  type WordsToPreview,
} from './repository.ts';
import { sightOf } from './seen-by.ts';

interface Preview {
  /** Byte for byte what left, or what would leave, with its pictures in it; null when the link no longer shows it. */
  html: string | null;
  /** The only addresses that may show it in a frame; none when the link is not ours. */
  frameOrigins: string[];
}

interface Dependencies {
  pool: Pool;
  clock: Clock;
  links: PreviewLinks;
  fillFields: FillFields;
  /** The words of a draft of another kind for one person; null when the user keeps none with this id. */
  findOtherDraft: (tx: Tx, orgId: string, userId: string, id: string, personId: string) => Promise<WordsToPreview | null>;
  extraOrigins: readonly string[];
}

export type ShowPreview = (token: string) => Promise<Preview>;

/**
 * What the link of a preview shows. Ends with the link's 5 minutes, with the email, with the user's access to the product and to the
 * record, and when the org lets colleagues see the words no more.
 */
export function createShowPreview({ pool, clock, links, fillFields, findOtherDraft, extraOrigins }: Dependencies): ShowPreview {
  const showFilled = async (
    orgId: string,
    { salesEmailId, userId, personId }: PreviewGrant & { personId: string },
  ): Promise<string | null> => {
    const draft = await inOrg(
      pool,
      orgId,
      async (tx) =>
        (await findDraftToPreview(tx, orgId, userId, salesEmailId)) ?? findOtherDraft(tx, orgId, userId, salesEmailId, toLongId(personId)),
    );
    if (!draft) return null;
    const { person } = await fillFor(fillFields, orgId, userId, draft, personId);
    const html = htmlFor(draft, person);
    return inOrg(pool, orgId, (tx) => withShownPictures(tx, orgId, userId, person.bodyHtml, html));
  };
  const show = async (grant: PreviewGrant): Promise<string | null> => {
    const { orgId, personId } = grant;
    if (personId !== undefined) return showFilled(orgId, { ...grant, personId }).catch(nothingToShow);
    return inOrg(pool, orgId, async (tx) => {
      const email = await findVisible(tx, grant, clock.now());
      return email && shownHtml(tx, orgId, email);
    });
  };

  return async function showPreview(token) {
    const orgId = links.orgOf(token);
    if (!orgId) return { html: null, frameOrigins: [] };
    const lightningOrigin = await inOrg(pool, orgId, (tx) => findLightningOrigin(tx, orgId));
    const grant = links.read(token);
    return {
      html: grant && (await show(grant)),
      frameOrigins: lightningOrigin ? frameOrigins(lightningOrigin, extraOrigins) : [],
    };
  };
}

/** Salesforce does not answer, or shows the person no more. The panel asks again. */
function nothingToShow(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
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
