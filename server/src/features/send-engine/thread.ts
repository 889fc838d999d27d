import type { Tx } from '../../platform/postgres.ts';
import type { DueEmail } from './attempts.ts';
import type { Lane } from './lane.ts';

/** The thread that an email leaves in. */
export interface Thread {
  /** Message-IDs with their angle brackets: of the first email, and then of what came and left last. The last one is what is answered. */
  references: string[];
  /** Null where another mailbox sent what is followed: its ids mean nothing in this one. */
  threadId: string | null;
  /** The vendor's id of what is followed or answered. */
  originalId: string | null;
}

/** RFC 5322 sets no end; what is older than this helps no mail program, but for the first. */
const MOST_REFERENCES = 20;

/** What may stand in a header as it is: a stranger's mail program wrote some of them. One of this length still fits into a line. */
const MESSAGE_ID = /^<[!-;=?-~]{1,900}>$/;

interface Link {
  messageId: string | null;
  answeredId: string | null;
  connectionId: string | null;
  threadId: string | null;
  originalId: string | null;
}

/** Null for an email that follows none. What is known is enough: an email that is followed may be gone from its mailbox. */
export async function findThread(
  tx: Tx,
  { orgId, connectionId }: Pick<Lane, 'orgId' | 'connectionId'>,
  { followsEmailId, answersResponseId }: Pick<DueEmail, 'followsEmailId' | 'answersResponseId'>,
): Promise<Thread | null> {
  if (followsEmailId === null) return null;
  const links = await findLinks(tx, orgId, followsEmailId);
  const last = links.at(-1);
  const answered = answersResponseId === null ? null : await findResponse(tx, orgId, answersResponseId);
  const ids = [...links.flatMap(({ answeredId, messageId }) => [answeredId, messageId]), answered?.messageId ?? null];
  const isHere = last?.connectionId === connectionId;
  return {
    references: bounded(ids.filter((id) => id !== null).filter((id) => MESSAGE_ID.test(id))),
    threadId: isHere ? last.threadId : null,
    originalId: (answered?.connectionId === connectionId ? answered.originalId : null) ?? (isHere ? last.originalId : null),
  };
}

/** The first and the last ones. */
function bounded(ids: string[]): string[] {
  const unique = [...new Set(ids)];
  return unique.length <= MOST_REFERENCES ? unique : [...unique.slice(0, 1), ...unique.slice(1 - MOST_REFERENCES)];
}

/** The emails of the thread from its first one to the one that is followed; of a long thread the first and the last ones. */
async function findLinks(tx: Tx, orgId: string, followsEmailId: string): Promise<Link[]> {
  const { rows } = await tx.query<Link>({
    name: 'find-thread',
    text: `with recursive link as (
             select e.*, 0 as distance from sales_emails e where e.org_id = $1 and e.id = $2
             union all
             select e.*, link.distance + 1
               from link join sales_emails e on e.org_id = $1 and e.id = link.follows_email_id
              where link.distance < $3),
           first as (
             select e.*, $3 + 1 as distance
               from sales_emails e
              where e.org_id = $1 and e.id = (select link.first_email_id from link where link.distance = 0)
                and e.id not in (select link.id from link))
           select coalesce(e.sent_message_id, e.message_id) as "messageId", r.message_id as "answeredId",
                  e.email_connection_id as "connectionId", e.provider_thread_id as "threadId", e.provider_message_id as "originalId"
             from (select * from link union all select * from first) e
             left join responses r on r.org_id = e.org_id and r.id = e.answers_response_id
            order by e.distance desc`,
    values: [orgId, followsEmailId, MOST_REFERENCES],
  });
  return rows;
}

interface AnsweredResponse {
  messageId: string | null;
  connectionId: string;
  originalId: string;
}

async function findResponse(tx: Tx, orgId: string, id: string): Promise<AnsweredResponse | null> {
  const { rows } = await tx.query<AnsweredResponse>(
    `select message_id as "messageId", connection_id as "connectionId", provider_message_id as "originalId"
       from responses where org_id = $1 and id = $2`,
    [orgId, id],
  );
  return rows[0] ?? null;
}
