import { z } from 'zod';
import { Timestamp } from '../../platform/schemas.ts';

/** What the kill switch did, grant by grant. */
export const KillSwitchReport = z
  .object({
    id: z.uuid(),
    pressedBy: z.string(),
    pressedAt: Timestamp,
    finishedAt: Timestamp.nullable(),
    grants: z.array(
      z.object({
        ownerName: z.string().nullable(),
        address: z.string().nullable(),
        provider: z.enum(['google', 'microsoft', 'salesforce', 'smtp']),
        shreddedAt: Timestamp.nullable(),
        revokedAt: Timestamp.nullable(),
        note: z.enum(['vendor_has_no_revocation', 'vendor_not_reached', 'already_dead']).nullable(),
      }),
    ),
    cancelledEmails: z.int(),
  })
  .meta({ id: 'KillSwitchReport' });
export type KillSwitchReport = z.infer<typeof KillSwitchReport>;
export const KillSwitch = z.object({ stoppedAt: Timestamp.nullable(), lastRun: KillSwitchReport.nullable() }).meta({ id: 'KillSwitch' });
export type KillSwitch = z.infer<typeof KillSwitch>;
export const KillSwitchPress = z
  .object({ orgName: z.string().meta({ description: 'The name of the org, typed by the admin' }) })
  .meta({ id: 'KillSwitchPress' });
