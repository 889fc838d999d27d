import type { Tx } from '../../platform/postgres.ts';

/**
 * The send lane of one mailbox: whoever holds its lease is the only one who sends from it. Leases run in the server's
 * time, slots in the product's.
 */
export interface Lane {
  orgId: string;
  connectionId: string;
  owner: string;
  /** Grows with every new holder; what an earlier holder still writes is refused. */
  fence: string;
}

/** Takes the lane of a connected mailbox, or answers null while somebody else holds it. */
export async function claimLane(tx: Tx, orgId: string, connectionId: string, owner: string, leaseMs: number): Promise<Lane | null> {
  const { rows } = await tx.query<{ fence: string }>(
    `update email_connections
        set lane_owner = $3, lane_fence = lane_fence + 1, lane_lease_until = clock_timestamp() + $4 * interval '1 millisecond'
      where org_id = $1 and id = $2 and state = 'connected' and coalesce(lane_lease_until, '-infinity') < clock_timestamp()
     returning lane_fence as fence`,
    [orgId, connectionId, owner, leaseMs],
  );
  return rows[0] ? { orgId, connectionId, owner, fence: rows[0].fence } : null;
}

/** Extends the lease and locks the lane until the transaction ends. Null when the lane was lost. */
export async function holdLane(tx: Tx, lane: Lane, leaseMs: number): Promise<{ nextSlotAt: Date | null; state: string } | null> {
  const { rows } = await tx.query<{ nextSlotAt: Date | null; state: string }>(
    `update email_connections set lane_lease_until = clock_timestamp() + $5 * interval '1 millisecond'
      where org_id = $1 and id = $2 and lane_owner = $3 and lane_fence = $4 and lane_lease_until > clock_timestamp()
     returning next_slot_at as "nextSlotAt", state`,
    [lane.orgId, lane.connectionId, lane.owner, lane.fence, leaseMs],
  );
  return rows[0] ?? null;
}

/** No email leaves this mailbox before `at`. */
export async function setNextSlot(tx: Tx, lane: Lane, at: Date): Promise<void> {
  await tx.query(
    `update email_connections set next_slot_at = greatest(coalesce(next_slot_at, '-infinity'), $3) where org_id = $1 and id = $2`,
    [lane.orgId, lane.connectionId, at],
  );
}

/** Gives the lane back. The row is locked first, so that whoever claims it next sees all that this transaction saw. */
export async function releaseLane(tx: Tx, lane: Lane): Promise<void> {
  await tx.query(
    `update email_connections set lane_owner = null, lane_lease_until = null
      where org_id = $1 and id = $2 and lane_owner = $3 and lane_fence = $4`,
    [lane.orgId, lane.connectionId, lane.owner, lane.fence],
  );
}

export interface Candidate {
  id: string;
  state: 'queued' | 'sending';
}

/**
 * The email whose turn it is: first one that an earlier holder left in `sending`, then the due ones by priority and time.
 * Ask only while holding the lane.
 */
export async function findCandidate(tx: Tx, lane: Lane, now: Date): Promise<Candidate | null> {
  const { rows } = await tx.query<Candidate>(
    `select id, state from sales_emails
      where org_id = $1 and email_connection_id = $2 and (state = 'sending' or (state = 'queued' and due_at <= $3))
      order by state = 'sending' desc, priority, due_at, created_at limit 1`,
    [lane.orgId, lane.connectionId, now],
  );
  return rows[0] ?? null;
}
