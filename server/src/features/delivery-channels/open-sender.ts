import type { Clock } from '../../platform/clock.ts';
import { isLasting } from '../../platform/lasting-fault.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import type { MailSender } from '../../providers/mailbox.ts';
import { isAboutSettings, toAccessToken } from '../../providers/smtp/index.ts';
import { passwordOf } from './password.ts';
import { closeParts, endFaults, findPart, markRefused, noteFault, type StoredServer } from './repository.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  vault: Vault;
  smtp: MailSender;
}

/** Something that an email can leave through, opened. */
export interface OpenedSender {
  provider: MailSender;
  accessToken: string;
  scopes: string[];
}

export type OpenSender = (orgId: string, connectionId: string, options?: { renew?: boolean }) => Promise<OpenedSender>;

/** A connection never changes from a mailbox to a part of the server: what was once found to be one need not be asked again. */
const REMEMBERED_MAILBOXES = 10_000;

/**
 * Opens whatever a connection stands for: a user's part of the team's server here, a mailbox through `openMailbox`. Throws ProviderError
 * `reconnect_required` while the server waits for the admin.
 */
export function createOpenSender({ pool, clock, vault, smtp }: Dependencies) {
  const mailboxes = new Set<string>();

  /**
   * Closes the server for everybody, until the admin has looked after it. A refused password does so at once: more tries could lock the
   * account. A connection that could not be made or was not made safe may have been one bad moment, so it has to last; each try is a new
   * connection, and with that the call that confirms the ones before.
   */
  const noticeRefusal = (orgId: string, { version }: StoredServer, error: ProviderError): Promise<void> =>
    inOrg(pool, orgId, async (tx) => {
      if (!isAboutSettings(error)) {
        const now = clock.now();
        const fault = await noteFault(tx, orgId, version, now);
        if (!fault || !isLasting(fault, now)) return;
      }
      if (await markRefused(tx, orgId, version, error.vendorCode ?? error.kind))
        await closeParts(tx, orgId, 'reconnect_required', 'channel_refused');
    });

  const senderOf = (orgId: string, server: StoredServer): MailSender => {
    let hasFaults = server.faultCount > 0;
    return {
      ...smtp,
      send: async (...message) => {
        const sent = await smtp.send(...message).catch(async (error: unknown) => {
          // A trouble of one account passes by itself, and its lane waits; the server itself is for the admin. This error says that the
          // email has surely not left: an error of our database must not take its place. The next try counts again
          if (error instanceof ProviderError && error.kind === 'admin_action' && !error.trouble)
            await noticeRefusal(orgId, server, error).catch(() => undefined);
          throw error;
        });
        // The email has left, and must not be taken for one that failed because of a count that could not be ended
        if (hasFaults) await inOrg(pool, orgId, (tx) => endFaults(tx, orgId, server.version)).catch(() => undefined);
        hasFaults = false;
        return sent;
      },
    };
  };

  return function senderOver(openMailbox: OpenSender): OpenSender {
    return async function openSender(orgId, connectionId, options) {
      if (mailboxes.has(connectionId)) return openMailbox(orgId, connectionId, options);
      const opened = await inOrg(pool, orgId, async (tx): Promise<OpenedSender | null> => {
        const part = await findPart(tx, orgId, connectionId);
        if (!part) return null;
        const { state, server } = part;
        if (state !== 'connected' || !server || (server.username !== null && !server.hasPassword)) throw closed();
        const password = await passwordOf(vault, tx, orgId, server, 'send');
        return { provider: senderOf(orgId, server), accessToken: toAccessToken({ ...server, password }), scopes: [] };
      });
      if (opened) return opened;
      if (mailboxes.size >= REMEMBERED_MAILBOXES) mailboxes.clear();
      mailboxes.add(connectionId);
      return openMailbox(orgId, connectionId, options);
    };
  };
}

function closed(): ProviderError {
  return new ProviderError('reconnect_required', "The team's mail server waits for the admin.", {
    provider: 'smtp',
    vendorCode: 'NOT_CONNECTED',
  });
}
