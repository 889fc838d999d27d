import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { languageOf, localeOf } from '../../platform/region.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import type { EmailConnections } from '../email-connections/index.ts';
import type { Identities } from '../identities/index.ts';
import type { SalesforceConnection } from '../salesforce-connections/index.ts';
import { findPerson } from '../users/index.ts';
import { channelOf, repliesOf } from './health.ts';
import type { Profile } from './schemas.ts';

export interface Dependencies extends Pick<EmailConnections, 'findEmailConnection'> {
  pool: Pool;
  listIdentities: Identities['list'];
  findSalesforceConnection: (tx: Tx, orgId: string, userId: string) => Promise<SalesforceConnection | null>;
  showTeamSmtp: (orgId: string) => Promise<{ state: 'working' | 'refused' } | null>;
}

export type ShowProfile = (orgId: string, userId: string) => Promise<Profile>;

/** ON-6: what a user sees of the own account, and of everything that it needs to work. AppError 404 for a user who is gone. */
export function createShowProfile(use: Dependencies): ShowProfile {
  return async function showProfile(orgId, userId) {
    const [identities, server, { person, mailbox, salesforce }] = await Promise.all([
      use.listIdentities(orgId, userId),
      use.showTeamSmtp(orgId),
      inOrg(use.pool, orgId, async (tx) => ({
        person: await findPerson(tx, orgId, userId),
        mailbox: await use.findEmailConnection(tx, orgId, userId),
        salesforce: await use.findSalesforceConnection(tx, orgId, userId),
      })),
    ]);
    if (!person) throw new AppError('not_found', { title: commonSentence('userUnknown') });
    const { chosen, salesforce: said } = person;
    return {
      name: person.name,
      email: person.email,
      language: { chosen: chosen.language, salesforce: languageOf(said.language) },
      locale: { chosen: chosen.locale, salesforce: localeOf(said.locale) },
      timeZone: { chosen: chosen.timeZone, salesforce: said.timeZone },
      isStopped: person.isStopped,
      health: {
        mailbox: mailbox?.state === 'disconnected' ? null : mailbox,
        replies: repliesOf(mailbox),
        channel: channelOf(identities, server),
        salesforce: salesforce?.state ?? 'disconnected',
      },
      identities,
    };
  };
}
