import type { Tx } from '../../platform/postgres.ts';
import { DEFAULT_LIMITS, LIMITS_OF_ORG, type SendingLimits } from '../sending-limits/index.ts';
import type { SalesEmailReason } from './schemas.ts';

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

/** The lane as it is while it is locked. */
export interface HeldLane {
  state: 'connected' | 'reconnect_required' | 'disconnected';
  provider: 'google' | 'microsoft' | 'smtp';
  userId: string;
  /** Whether the user has another live connection, whose emails count for the user as well. */
  sharesUser: boolean;
  /** Its vendor has refused something that was not about a message, and nothing has left since. */
  isRefused: boolean;
  /** No email leaves before. */
  nextSlotAt: Date | null;
  /** How much of the lease is left. */
  leaseLeftMs: number;
  limits: SendingLimits;
}

/** Another process has taken the lane over and now decides about its emails. */
export class LaneLost extends Error {
  override name = 'LaneLost';
}

/**
 * Takes the lane of a connected mailbox, or answers null while somebody else holds it. A holder that is about to release it has
 * looked for mail and did not see what the caller comes for. So this waits for the end of that transaction.
 */
export async function claimLane(tx: Tx, orgId: string, connectionId: string, owner: string, leaseMs: number): Promise<Lane | null> {
  const [, { rows }] = await Promise.all([
    // An update alone looks at the lease as it was committed last, and does not wait where that was taken
    tx.query({
      name: 'await-lane',
      text: `select from email_connections where org_id = $1 and id = $2 for no key update`,
      values: [orgId, connectionId],
    }),
    tx.query<{ fence: string }>({
      name: 'claim-lane',
      text: `update email_connections
          set lane_owner = $3, lane_fence = lane_fence + 1, lane_lease_until = clock_timestamp() + $4 * interval '1 millisecond'
        where org_id = $1 and id = $2 and state = 'connected' and coalesce(lane_lease_until, '-infinity') < clock_timestamp()
       returning lane_fence as fence`,
      values: [orgId, connectionId, owner, leaseMs],
    }),
  ]);
  return rows[0] ? { orgId, connectionId, owner, fence: rows[0].fence } : null;
}

/** Of a connection `c`: the lane is held with a lease that has not ended. Parameters 1 to 4 are its org, connection, owner and fence. */
export const IS_OURS = `c.org_id = $1 and c.id = $2 and c.lane_owner = $3 and c.lane_fence = $4 and c.lane_lease_until > clock_timestamp()`;

/** Extends the lease. False when the lane was lost. */
export async function renewLane(tx: Tx, lane: Lane, leaseMs: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update email_connections c set lane_lease_until = clock_timestamp() + $5 * interval '1 millisecond' where ${IS_OURS}`,
    [lane.orgId, lane.connectionId, lane.owner, lane.fence, leaseMs],
  );
  return rowCount === 1;
}

/** Locks the lane until the transaction ends. Throws LaneLost when the lease has ended or somebody else has it. */
export async function lockLane(tx: Tx, lane: Lane): Promise<HeldLane> {
  const { rows } = await tx.query<Omit<HeldLane, 'limits'> & { limits: SendingLimits | null }>({
    name: 'lock-lane',
    text: `select c.state, c.provider, c.user_id as "userId", c.next_slot_at as "nextSlotAt", ${LIMITS_OF_ORG} as limits,
                  (extract(epoch from c.lane_lease_until - clock_timestamp()) * 1000)::float8 as "leaseLeftMs",
                  (c.send_refusals > 0 or c.trouble is not null) as "isRefused",
                  exists (select from email_connections o where o.org_id = c.org_id and o.user_id = c.user_id and o.id <> c.id
                             and o.state <> 'disconnected') as "sharesUser"
             from email_connections c where ${IS_OURS} for no key update of c`,
    values: [lane.orgId, lane.connectionId, lane.owner, lane.fence],
  });
  const held = rows[0];
  if (!held) throw new LaneLost();
  return { ...held, limits: held.limits ?? DEFAULT_LIMITS };
}

/** No email leaves this mailbox before `at`, for this reason; a later time that is set already stays. */
export async function setNextSlot(tx: Tx, lane: Lane, at: Date, reason: SalesEmailReason): Promise<void> {
  await tx.query(
    `update email_connections set next_slot_at = $3, slot_reason = $4
      where org_id = $1 and id = $2 and coalesce(next_slot_at, '-infinity') < $3`,
    [lane.orgId, lane.connectionId, at, reason],
  );
}

export interface Refusal {
  reason: SalesEmailReason;
  now: Date;
  /** When the vendor wants us back, where it says so. */
  wanted?: Date | undefined;
  /** The wait after the first refusal in a row; each further one doubles it, up to the longest. */
  firstMs: number;
  longestMs: number;
}

/**
 * No email leaves this mailbox for a while, because its vendor takes none. A vendor that always names the next moment is asked less and
 * less all the same. Gives the time when it is tried again.
 */
export async function refuseLane(tx: Tx, lane: Lane, { reason, now, wanted, firstMs, longestMs }: Refusal): Promise<Date> {
  const { rows } = await tx.query<{ at: Date }>(
    // Mailboxes that were refused together do not come back together
    `update email_connections set send_refusals = send_refusals + 1, slot_reason = $4,
            next_slot_at = greatest(next_slot_at, $5, $3::timestamptz
              + least($7, $6 * 2 ^ least(send_refusals, 20)) * (1 + random() / 10) * interval '1 millisecond')
      where org_id = $1 and id = $2 returning next_slot_at as at`,
    [lane.orgId, lane.connectionId, now, reason, wanted ?? null, firstMs, longestMs],
  );
  return rows[0]?.at ?? now;
}

/** An email has left: whatever the vendor had against the mailbox is over. To be asked for only where there was something. */
export async function endRefusals(tx: Tx, lane: Lane): Promise<void> {
  await tx.query(
    `update email_connections set send_refusals = 0, trouble = null, trouble_since = null, trouble_count = 0 where org_id = $1 and id = $2`,
    [lane.orgId, lane.connectionId],
  );
}

/** Releases the lane. Whoever claims it next sees all that this transaction saw, because it has locked the lane. */
export async function releaseLane(tx: Tx, lane: Lane): Promise<void> {
  await tx.query({
    name: 'release-lane',
    text: `update email_connections set lane_owner = null, lane_lease_until = null
            where org_id = $1 and id = $2 and lane_owner = $3 and lane_fence = $4`,
    values: [lane.orgId, lane.connectionId, lane.owner, lane.fence],
  });
}
