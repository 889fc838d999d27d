import type { Tx } from '../../platform/postgres.ts';
import type { ContentKey, LinkKey } from './addresses.ts';

/** A content as its page shows it. */
export interface ShownContent {
  id: string;
  name: string;
  type: string;
  size: number;
  state: 'preparing' | 'ready' | 'no_pages';
  stateReason: 'not_pdf' | 'locked' | 'damaged' | 'too_long' | null;
  pageCount: number | null;
  isTracked: boolean;
  /** Whom its reader can write to. */
  senderName: string | null;
  senderAddress: string;
  orgName: string;
}

const SHOWN = `c.id, c.name, c.type, c.size, c.state, c.state_reason as "stateReason", c.page_count as "pageCount", o.name as "orgName"`;

/** What stands at the address of a link; null for an unknown one, for a content that is deleted, and while the org is stopped. */
export async function findLinked(tx: Tx, { orgId, token }: LinkKey): Promise<ShownContent | null> {
  const { rows } = await tx.query<ShownContent>(
    `select ${SHOWN}, l.is_tracked as "isTracked", e.from_name as "senderName", e.from_address as "senderAddress"
       from content_links l
       join orgs o on o.org_id = l.org_id and o.stopped_at is null
       join content c on c.org_id = l.org_id and c.id = l.content_id and c.deleted_at is null
       join sales_emails e on e.org_id = l.org_id and e.id = l.sales_email_id
      where l.org_id = $1 and l.token = $2`,
    [orgId, token],
  );
  return rows[0] ?? null;
}

/** The same of a rep's own or a shared content, as if that rep had sent it. Null also when the rep's access has ended. */
export async function findForRep(tx: Tx, { orgId, id }: ContentKey, userId: string): Promise<ShownContent | null> {
  const { rows } = await tx.query<ShownContent>(
    `select ${SHOWN}, false as "isTracked", u.name as "senderName", u.email as "senderAddress"
       from content c
       join orgs o on o.org_id = c.org_id and o.stopped_at is null
       join users u on u.org_id = c.org_id and u.id = $3 and u.state = 'activated'
      where c.org_id = $1 and c.id = $2 and c.deleted_at is null and (c.user_id = u.id or c.is_shared)`,
    [orgId, id, userId],
  );
  return rows[0] ?? null;
}

export interface ShownPage {
  number: number;
  objectId: string;
  width: number;
  height: number;
}

/** The pages of a content that are kept as pictures, in their order. */
export async function listPages(tx: Tx, { orgId, id }: ContentKey): Promise<ShownPage[]> {
  const { rows } = await tx.query<ShownPage>(
    `select number, object_id as "objectId", width, height from content_pages where org_id = $1 and content_id = $2 order by number`,
    [orgId, id],
  );
  return rows;
}

/** Null for a page that there is not. */
export async function findPage(tx: Tx, { orgId, id }: ContentKey, number: number): Promise<ShownPage | null> {
  const { rows } = await tx.query<ShownPage>(
    `select number, object_id as "objectId", width, height from content_pages where org_id = $1 and content_id = $2 and number = $3`,
    [orgId, id, number],
  );
  return rows[0] ?? null;
}
