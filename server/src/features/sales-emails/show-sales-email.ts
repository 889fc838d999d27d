import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import { contentOfEmail } from '../content/index.ts';
import { findFiles } from '../files/index.ts';
import { findUnloggedWrites } from '../salesforce-writes/index.ts';
import { sentence } from './error-words/index.ts';
import { messageLinkOf } from './message-link.ts';
import { findWaits } from './find-waits.ts';
import type { MaySee } from './may-see.ts';
import type { PreviewLinks } from './preview-links.ts';
import { findResponses } from '../responses/index.ts';
import { showableHtml } from '../send-engine/index.ts';
import { findHistory, findSalesEmail, type StoredEmail } from './repository.ts';
import { toRow } from './rows.ts';
import type { SalesEmail } from './schemas.ts';
import { detailInSight, sightOf, withoutBlindCopies } from './seen-by.ts';

export type ShowSalesEmail = (orgId: string, viewerId: string, id: string) => Promise<SalesEmail>;

/**
 * One email with the exact HTML that left or would leave, its history as the "why", and what Salesforce knows of it. Blind copies are the
 * sender's own business, and of a colleague's email only what the org lets colleagues see is in it. AppError 404 `not_found` also for an
 * email of a record that the rep has not seen.
 */
export function createShowSalesEmail({
  pool,
  clock,
  previewLinks,
  maySee,
}: {
  pool: Pool;
  clock: Clock;
  previewLinks: PreviewLinks;
  maySee: MaySee;
}): ShowSalesEmail {
  return async function showSalesEmail(orgId, viewerId, id) {
    const found = await inOrg(pool, orgId, (tx) => findSalesEmail(tx, orgId, id));
    const isDraftOfOther = found?.state === 'draft' && found.userId !== viewerId;
    if (!found || isDraftOfOther || !(await maySee(orgId, viewerId, found))) throw notVisible();
    return inOrg(pool, orgId, async (tx) => {
      const email = await findSalesEmail(tx, orgId, id);
      if (!email) throw notVisible();
      const sight = sightOf(email, viewerId);
      if (sight === 'nothing') throw notVisible();
      const waits = await findWaits(tx, orgId, [email], clock.now());
      const isOwn = email.userId === viewerId;
      const responses = await findResponses(tx, orgId, id);
      const detail = {
        ...toRow(email, viewerId, clock.now(), waits.get(id)),
        isLimited: false,
        fromAddress: email.fromAddress,
        to: email.to,
        cc: email.cc,
        bcc: isOwn ? email.bcc : [],
        html: email.sentHtml ?? showableHtml(email),
        previewUrl: previewLinks.linkTo({ orgId, salesEmailId: id, userId: viewerId }),
        messageUrl: isOwn ? messageLinkOf(email) : null,
        schedule: isOwn && email.state === 'scheduled' ? email.schedule : null,
        history: await findHistory(tx, orgId, id),
        attachments: await findFiles(tx, orgId, email.userId, email.attachmentIds),
        content: email.bodyIsClean ? await contentOfEmail(tx, orgId, id, email.bodyHtml) : [],
        responseList: isOwn ? responses : withoutBlindCopies(responses, email.bcc),
        unloggedWrites: await findUnloggedWrites(tx, orgId, id, 'email_sent'),
      };
      return detailInSight(detail, sight);
    });
  };
}

function notVisible(): AppError {
  return new AppError('not_found', { title: sentence('emailHidden') });
}

/** An email that the rep may act on: only one's own. */
export async function findOwn(tx: Tx, orgId: string, userId: string, id: string): Promise<StoredEmail> {
  const email = await findSalesEmail(tx, orgId, id);
  if (email?.userId !== userId) throw new AppError('not_found', { title: commonSentence('emailNotYours') });
  return email;
}
