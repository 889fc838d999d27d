import { z } from 'zod';
import { Timestamp } from '../../platform/schemas.ts';

/** The panel's session: 15 minutes, held in the browser's memory only. */
export const PanelSession = z.object({ token: z.string(), expiresAt: Timestamp }).meta({ id: 'PanelSession' });
export type PanelSession = z.infer<typeof PanelSession>;

/** A certificate that visits of the org are signed with. */
export const Certificate = z
  .object({
    id: z.uuid(),
    fingerprint: z.string().meta({ description: 'SHA-256' }),
    uploadedAt: Timestamp,
    uploadedBy: z.string().nullable(),
    lastUsedAt: Timestamp.nullable().meta({ description: 'Exact to the hour; null: never' }),
    expiresAt: Timestamp,
  })
  .meta({ id: 'Certificate' });
export type Certificate = z.infer<typeof Certificate>;

/** What the org is trusted by. It is changed at `changeUrl`, outside Salesforce, by an administrator who signs in there. */
export const OrgTrust = z
  .object({
    certificates: z.array(Certificate),
    lightningOrigin: z.string().nullable(),
    changeUrl: z.url(),
    checklistUrl: z.url().meta({ description: 'What is left to set up in Salesforce; of the same pages' }),
  })
  .meta({ id: 'OrgTrust' });
export type OrgTrust = z.infer<typeof OrgTrust>;
