import { z } from 'zod';
import { Timestamp } from '../../platform/schemas.ts';

/** The panel's session: 15 minutes, held in the browser's memory only. */
export const PanelSession = z.object({ token: z.string(), expiresAt: Timestamp }).meta({ id: 'PanelSession' });
export type PanelSession = z.infer<typeof PanelSession>;
