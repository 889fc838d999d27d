import { canonicalAddress } from '../../platform/canonical-address.ts';
import { AppError } from '../../platform/errors.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { toLongId } from '../../providers/salesforce/index.ts';
import { quoteContent } from '../content/index.ts';
import type { ReadReply } from '../reply-tracking/index.ts';
import { findLastReply, type LastReply } from '../responses/index.ts';
import { findEmailToFollow, type EmailToFollow } from './email-to-follow.ts';
import { quoteOf } from './quote.ts';
import { replySubject } from './reply-subject.ts';
import type { Compose, FollowUp } from './schemas.ts';

interface Dependencies {
  pool: Pool;
  readReply: ReadReply;
  findSenderIdentities: (tx: Tx, orgId: string, userId: string) => Promise<Compose['identities']>;
}

export interface FollowUpAsked {
  emailId: string;
  /** It answers the newest reply to that email. */
  isReply: boolean;
}

export type BeginFollowUp = (orgId: string, userId: string, recordId: string, asked: FollowUpAsked) => Promise<FollowUp>;

/**
 * What an email begins with that follows an own one, or answers what came back to it: to whom, under which subject, and what it quotes. A
 * reply is read from the mailbox at this moment, and kept nowhere. AppError 404 `not_found` for an email that is not the rep's; 409
 * `not_followable` for one that has not left, or has no reply to answer.
 */
export function createBeginFollowUp({ pool, readReply, findSenderIdentities }: Dependencies): BeginFollowUp {
  return async function beginFollowUp(orgId, userId, recordId, { emailId, isReply }) {
    const { email, reply, identityId } = await inOrg(pool, orgId, async (tx) => {
      const found = await findEmailToFollow(tx, orgId, userId, emailId, toLongId(recordId));
      if (!found) throw new AppError('not_found', { title: commonSentence('emailNotYours') });
      const answered = isReply ? await findLastReply(tx, orgId, emailId) : null;
      if (!found.hasLeft || (isReply && !answered)) throw new AppError('not_followable');
      const identities = await findSenderIdentities(tx, orgId, userId);
      if (!answered) found.bodyHtml = await quoteContent(tx, orgId, emailId, found.bodyHtml);
      return { email: found, reply: answered, identityId: identities.find(({ id }) => id === found.identityId)?.id ?? null };
    });
    return {
      followsEmailId: emailId,
      answersResponseId: reply?.id ?? null,
      person: email.person,
      cc: reply ? otherThan(email, reply) : email.cc,
      subject: replySubject(email.subject),
      identityId,
      ...(await quote(orgId, email, reply)),
    };
  };

  async function quote(
    orgId: string,
    email: EmailToFollow,
    reply: LastReply | null,
  ): Promise<Pick<FollowUp, 'quoteHtml' | 'quoteProblem'>> {
    const words = reply
      ? await readReply(orgId, reply.connectionId, reply.providerMessageId)
      : { html: email.bodyHtml, who: email.fromName };
    if (!words) return { quoteHtml: '', quoteProblem: 'not_readable' };
    const who = words.who ?? (reply ? reply.fromAddress : email.fromAddress) ?? '';
    const quoteHtml = words.html === null ? null : quoteOf({ who, at: reply?.receivedAt ?? email.sentAt, html: words.html }, email.writer);
    return quoteHtml === null ? { quoteHtml: '', quoteProblem: 'too_large' } : { quoteHtml, quoteProblem: null };
  }
}

/** Who replied, where that is not the person the email goes to. */
function otherThan({ toAddress }: EmailToFollow, { fromAddress }: LastReply): string[] {
  return fromAddress === null || canonicalAddress(fromAddress) === canonicalAddress(toAddress) ? [] : [fromAddress];
}
