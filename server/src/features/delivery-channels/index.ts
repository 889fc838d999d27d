import type { Clock } from '../../platform/clock.ts';
import type { Pool } from '../../platform/postgres.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import { createSmtp, type SmtpOptions } from '../../providers/smtp/index.ts';
import type { Facts } from '../facts/index.ts';
import { createOpenSender } from './open-sender.ts';
import { createTeamSmtp } from './team-smtp.ts';
import { createTestTeamSmtp } from './test-team-smtp.ts';

export { deliveryChannelRoutes } from './routes.ts';

export interface DeliveryChannelsOptions {
  pool: Pool;
  clock: Clock;
  vault: Vault;
  smtpOptions: SmtpOptions;
  facts: Facts;
}

/** The ways out for an email besides the rep's own mailbox. */
export function createDeliveryChannels(options: DeliveryChannelsOptions) {
  const use = { ...options, smtp: createSmtp(options.smtpOptions) };
  return { teamSmtp: createTeamSmtp(use), testTeamSmtp: createTestTeamSmtp(use), senderOver: createOpenSender(use) };
}
export type DeliveryChannels = ReturnType<typeof createDeliveryChannels>;
