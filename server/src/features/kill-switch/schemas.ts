import { z } from 'zod';
import { Timestamp } from '../../platform/schemas.ts';

/** One grant that was ended: our copy of its keys destroyed, its vendor told, or why not. */
const EndedGrant = z.object({
  address: z.string().nullable(),
  provider: z.enum(['google', 'microsoft', 'salesforce', 'smtp']),
  shreddedAt: Timestamp.nullable(),
  revokedAt: Timestamp.nullable(),
  note: z.enum(['vendor_has_no_revocation', 'vendor_not_reached', 'already_dead']).nullable(),
});

const EndReason = z.enum(['deactivated_by_admin', 'inactive_in_salesforce']);
export type EndReason = z.infer<typeof EndReason>;

/** Why a user's access ended, and what became of the user's grants. */
export const EndedAccess = z
  .object({
    at: Timestamp,
    reason: EndReason,
    finishedAt: Timestamp.nullable().meta({ description: 'Null while the vendors are being told' }),
    grants: z.array(EndedGrant),
  })
  .meta({ id: 'EndedAccess' });
export type EndedAccess = z.infer<typeof EndedAccess>;

/** What the kill switch did, grant by grant. */
export const KillSwitchReport = z
  .object({
    id: z.uuid(),
    pressedBy: z.string(),
    pressedAt: Timestamp,
    finishedAt: Timestamp.nullable(),
    grants: z.array(EndedGrant.extend({ ownerName: z.string().nullable() })),
    cancelledEmails: z.int(),
  })
  .meta({ id: 'KillSwitchReport' });
export type KillSwitchReport = z.infer<typeof KillSwitchReport>;
export const KillSwitch = z.object({ stoppedAt: Timestamp.nullable(), lastRun: KillSwitchReport.nullable() }).meta({ id: 'KillSwitch' });
export type KillSwitch = z.infer<typeof KillSwitch>;
export const KillSwitchPress = z
  .object({ orgName: z.string().meta({ description: 'The name of the org, typed by the admin' }) })
  .meta({ id: 'KillSwitchPress' });
