import type { Clock } from '../../platform/clock.ts';
import type { Pool } from '../../platform/postgres.ts';
import type { ReadGmailAliases } from './gmail-aliases.ts';

export interface IdentityDependencies {
  pool: Pool;
  clock: Clock;
  readGmailAliases: ReadGmailAliases;
}
