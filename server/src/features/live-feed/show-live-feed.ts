import { z } from 'zod';
import { createCursors } from '../../platform/cursors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import type { MailboxBrief } from '../email-connections/schemas.ts';
import { findContentNames } from '../content/index.ts';
import { countFacts, listFacts, type Fact, type RecordedFact } from '../facts/index.ts';
import type { SalesforceConnection } from '../salesforce-connections/index.ts';
import { findEmailBriefs, type EmailBrief } from '../send-engine/index.ts';
import { findPerson } from '../users/index.ts';
import { findSeenUntil } from './repository.ts';
import { LIVE_FEED_KINDS, MOST_UNSEEN, type LiveFeed, type LiveFeedItem } from './schemas.ts';

const PAGE = 50;
const cursors = createCursors(z.uuid());

interface Dependencies {
  pool: Pool;
  findMailboxBrief: (tx: Tx, orgId: string, userId: string) => Promise<MailboxBrief | null>;
  findSalesforceConnection: (tx: Tx, orgId: string, userId: string) => Promise<Pick<SalesforceConnection, 'state'> | null>;
}

export type ShowLiveFeed = (orgId: string, userId: string, cursor?: string) => Promise<LiveFeed>;

/**
 * One page of what happened to the rep's own emails and connections, in the order in which it was noticed, the newest first. It costs as
 * many statements for a full page as for an empty one. AppError 400 `validation_failed` for a cursor that we did not give.
 */
export function createShowLiveFeed({ pool, findMailboxBrief, findSalesforceConnection }: Dependencies): ShowLiveFeed {
  return async function showLiveFeed(orgId, userId, cursor) {
    const after = cursor ? cursors.read(cursor) : null;
    const ofUser = { userId, kinds: LIVE_FEED_KINDS };
    return inOrg(pool, orgId, async (tx) => {
      const [found, since, mailbox, salesforce, person] = await Promise.all([
        listFacts(tx, orgId, { ...ofUser, after, limit: PAGE + 1 }),
        findSeenUntil(tx, orgId, userId),
        findMailboxBrief(tx, orgId, userId),
        findSalesforceConnection(tx, orgId, userId),
        findPerson(tx, orgId, userId),
      ]);
      const page = found.slice(0, PAGE);
      const [emails, unseen, contents] = await Promise.all([
        findEmailBriefs(
          tx,
          orgId,
          page.map(({ sourceId }) => sourceId).filter((id) => id !== null),
        ),
        countFacts(tx, orgId, { ...ofUser, since, atMost: MOST_UNSEEN }),
        findContentNames(
          tx,
          orgId,
          page.map(contentOf).filter((id) => id !== null),
        ),
      ]);
      const known = {
        emails: new Map(emails.map((email) => [email.id, email])),
        contentNames: new Map(contents.map(({ id, name }) => [id, name])),
        since,
        mailbox,
        salesforce,
      };
      const last = page.at(-1);
      return {
        items: page.map((fact) => toItem(fact, known)),
        unseen,
        newestAt: page[0]?.recordedAt.toISOString() ?? null,
        cursor: found.length > PAGE && last ? cursors.write({ at: last.recordedAt, id: last.id }) : null,
        mailbox,
        isStopped: person?.isStopped ?? false,
      };
    });
  };
}

interface Known {
  emails: ReadonlyMap<string, EmailBrief>;
  contentNames: ReadonlyMap<string, string>;
  since: Date | null;
  mailbox: MailboxBrief | null;
  salesforce: Pick<SalesforceConnection, 'state'> | null;
}

function toItem(fact: RecordedFact, known: Known): LiveFeedItem {
  const email = known.emails.get(fact.sourceId ?? '');
  return {
    id: fact.id,
    kind: fact.kind as LiveFeedItem['kind'],
    happenedAt: fact.happenedAt.toISOString(),
    isNew: isNew(fact, known.since),
    isSettled: isSettled(fact, email, known),
    person: fact.personId ? { id: fact.personId, name: email?.personName ?? null } : null,
    record: email && fact.recordId ? { id: fact.recordId, objectName: email.recordObject } : null,
    salesEmailId: email?.id ?? null,
    subject: email?.subject ?? null,
    contentName: known.contentNames.get(contentOf(fact) ?? '') ?? null,
  };
}

function contentOf(fact: RecordedFact): string | null {
  return fact.kind === 'content_viewed' ? (fact as Fact<'content_viewed'>).details.contentId : null;
}

function isNew({ recordedAt, isTimed }: RecordedFact, since: Date | null): boolean {
  return isTimed && (since === null || recordedAt > since);
}

function isSettled({ kind }: RecordedFact, email: EmailBrief | undefined, { mailbox, salesforce }: Known): boolean {
  if (kind === 'email_failed') return email?.state !== 'failed';
  if (kind === 'mailbox_reconnect_required') return mailbox?.state === 'connected';
  return kind === 'salesforce_reconnect_required' && salesforce?.state === 'connected';
}
